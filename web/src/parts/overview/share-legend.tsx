/** Names and shares of the parts that have no room for both on their bars, the year before in brackets; on a telephone of all parts. */
import type { StackModel } from '../../charts/stack-model.ts';
import { language } from '../../signals.ts';
import { Swatch } from '../marks/swatch.tsx';

/** A part of less than this share in any bar may be without its name. */
const namedFrom = 7;

export function ShareLegend({ model }: { model: StackModel }) {
  const last = model.bars.length - 1;
  const isJapanese = language.value === 'ja';
  return (
    <>
      {model.parts.map((part) => {
        const isNarrow = part.shares.some((share) => share !== null && share < namedFrom);
        const before = last < 1 ? '' : (part.printed[last - 1] ?? '');
        const bracketed = before === '' || !isNarrow ? '' : isJapanese ? `（${before}）` : ` (${before})`;
        return (
          <span key={part.code} class={isNarrow || !isJapanese ? undefined : 'when-narrow'}>
            <Swatch pathway={part.code} />
            {part.name} {part.printed[last]}
            {bracketed}
          </span>
        );
      })}
    </>
  );
}
