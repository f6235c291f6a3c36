/** Names of the parts of a stack of many bars, of which no one is spoken of; on bars there is no room for English names. */
import type { StackModel } from '../../charts/stack-model.ts';
import { Swatch } from './swatch.tsx';

export function StackLegend({ model }: { model: StackModel }) {
  return (
    <>
      {model.parts.map(({ code, name }) => (
        <span key={code}>
          <Swatch pathway={code} />
          {name}
        </span>
      ))}
    </>
  );
}
