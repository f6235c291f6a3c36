/** 合算: the mark of a sum, the sums of a row, and those of all rows as a list. */
import { comparePathwayWords as words } from '#sheets-schema/vocabulary/words/compare-pathways.ts';
import type { PathwayRow } from '../../shape/comparison/pathway-table.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';

/** The mark of a sum; its words are those of the sum, or of the legend. */
export function SumMark({ letter, text }: { letter: string; text: string | null }) {
  return (
    <span class="mark mark-merged" title={text ?? undefined}>
      <span aria-hidden="true">Σ{letter}</span>
      {text !== null && <span class="visually-hidden">{text}</span>}
    </span>
  );
}

export function Sums({ of }: { of: PathwayRow['sums'] }) {
  return (
    <ul>
      {of.map(({ letter, text }) => (
        <li key={letter}>
          <SumMark letter={letter} text={null} /> {text}
        </li>
      ))}
    </ul>
  );
}

/** The sums by municipality, where the end of a row is far away: on a narrow screen and on paper. */
export function SumList({ of }: { of: readonly PathwayRow[] }) {
  const lang = language.value;
  return (
    <section class="merged-list" aria-labelledby="merged-list-title">
      <h3 id="merged-list-title">{say(words.mergedHeading, lang)}</h3>
      <ul>
        {of
          .filter(({ sums }) => sums.length > 0)
          .map(({ code, name, sums }) => (
            <li key={code}>
              <strong>{name}</strong>
              <Sums of={sums} />
            </li>
          ))}
      </ul>
    </section>
  );
}
