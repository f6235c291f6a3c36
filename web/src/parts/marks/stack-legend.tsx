/** Names and shares of the parts that are too small for a label on their bar; on narrow screens of all parts. */
import { isSmallAbove, type StackModel } from '../../charts/stack-model.ts';
import { language } from '../../signals.ts';
import { Swatch } from './swatch.tsx';

export function StackLegend({ model }: { model: StackModel }) {
  const last = model.bars.length - 1;
  const isAbove = isSmallAbove(model);
  // English names are too long to stand over all parts, so they are all named here.
  const isJapanese = language.value === 'ja';
  return (
    <>
      {model.parts.map((part) => {
        const isSmall = part.shares.some((share) => share !== null && share > 0 && share < 3);
        const earlier = `${model.bars[last - 1]?.name ?? ''} ${part.printed[last - 1] ?? ''}`;
        const before = last < 1 ? '' : isJapanese ? `（${earlier}）` : ` (${earlier})`;
        return (
          <span key={part.code} class={(isSmall && !isAbove) || !isJapanese ? undefined : 'when-narrow'}>
            <Swatch pathway={part.code} />
            {part.name} {part.printed[last]}
            {isSmall ? before : ''}
          </span>
        );
      })}
    </>
  );
}
