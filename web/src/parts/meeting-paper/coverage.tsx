/** 数字の範囲と注意: the last page of the meeting paper. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import { paperWords } from '#sheets-schema/vocabulary/words/export.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { sayCoverage, shapeCoverageTable } from '../../shape/meeting-paper/missing-reports.ts';
import { say } from '../../shape/say.ts';
import type { Selection } from '../../shape/selection.ts';
import { language } from '../../signals.ts';
import { FigureTable } from '../figure/figure-table.tsx';
import { SourceLine } from '../figure/source-line.tsx';

/** A page that has nothing to show, and what it says instead. */
export interface EmptyPage {
  /** A page of the dashboard. */
  readonly name: string;
  readonly reason: string;
}

function isPage(name: string): name is keyof typeof pageWords {
  return name in pageWords;
}

export function Coverage(props: {
  readonly of: OfficeIndex;
  readonly chosen: Selection;
  readonly leftOut: readonly EmptyPage[];
}) {
  const { of, chosen, leftOut } = props;
  const lang = language.value;
  return (
    <>
      <h1>{say(paperWords.completeness, lang)}</h1>
      <ul class="paper-sentences">
        {sayCoverage(of, chosen.period, lang).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {leftOut.length > 0 && (
        <>
          <h2>{say(paperWords.leftOut, lang)}</h2>
          <ul class="paper-sentences">
            {leftOut.map(({ name, reason }) => (
              <li key={name}>
                {say(paperWords.leftOutOf, lang, { page: isPage(name) ? say(pageWords[name], lang) : name, reason })}
              </li>
            ))}
          </ul>
        </>
      )}
      <section class="figure" data-figure="coverage">
        <h2>{say(paperWords.tableOffices, lang)}</h2>
        <FigureTable model={shapeCoverageTable(of, chosen.period, lang)} />
        <SourceLine />
      </section>
    </>
  );
}
