/** Names and shares of the parts that are too small for a label on their bar; on narrow screens of all parts. */
import { isSmallAbove, type StackModel } from '../../charts/stack-model.ts';
import { language } from '../../signals.ts';
import { Swatch } from './swatch.tsx';

/** `isNamesOnly` where the bars are many and no one of them is the one that is spoken of. */
export function StackLegend({ model, isNamesOnly = false }: { model: StackModel; isNamesOnly?: boolean }) {
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
          <span key={part.code} class={isNamesOnly || (isSmall && !isAbove) || !isJapanese ? undefined : 'when-narrow'}>
            <Swatch pathway={part.code} />
            {part.name} {isNamesOnly ? '' : part.printed[last]}
            {isSmall && !isNamesOnly ? before : ''}
          </span>
        );
      })}
    </>
  );
}
