/** 訂正の記録: what changed from release to release, before → now, each with the view that shows it. */
import type { Correction, CorrectionsObject } from '#functions/publish/detail.ts';
import type { OfficeIndex } from '#functions/publish/release.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import type { ViewState } from '../../view-state.ts';
import { differenceOf } from '../figures/difference.ts';
import { formatDay, formatNumber, formatPeriod } from '../figures/format.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { sourceOf } from '../figures/series.ts';
import { say } from '../say.ts';
import { areaName } from '../selection.ts';
import type { TableModel, TableRow } from '../table-model.ts';

export interface CorrectionRow {
  readonly row: TableRow;
  /** The view that shows the figure. */
  readonly to: Partial<ViewState>;
}

export interface CorrectionLedger {
  readonly title: string;
  readonly rows: readonly CorrectionRow[];
  readonly table: TableModel;
  /** '1月7日には、ほかに3か所の訂正があります。' where an entry names not all. */
  readonly notes: readonly string[];
}

/** The page that shows a figure of the whole or of an area, in its period. */
function placeOf({ indicator, area, period }: Correction, index: OfficeIndex): Partial<ViewState> {
  const isOfCases = sourceOf(indicator) === 'cases';
  const own = area === index.municipality.code ? null : area;
  if (isOfCases && (indicator === 'N01' || own !== null)) return { view: 'areas', period, area: own };
  return { view: isOfCases ? 'overview' : 'support', period, area: own };
}

export function correctionLedger(
  index: OfficeIndex,
  corrections: CorrectionsObject,
  language: Language,
): CorrectionLedger {
  const [latest] = corrections.entries;
  const day = (asOf: string) => formatDay(asOf, language);
  const title =
    latest === undefined
      ? statusWords.correctionsNone[language]
      : say(statusWords.correctionsTitle, language, {
          day: day(latest.asOf),
          count: formatNumber(latest.changes.length + latest.more),
        });
  const rows = corrections.entries.flatMap(({ asOf, changes }) =>
    changes.map((change): CorrectionRow => {
      const indicator = indicators.find(({ code }) => code === change.indicator);
      const decimals = indicator?.decimals ?? 0;
      const [before, after] = [expandFigure(change.before), expandFigure(change.after)];
      const isWhole = change.area === index.municipality.code;
      return {
        to: placeOf(change, index),
        row: {
          key: `${asOf} ${change.indicator} ${change.area} ${change.period}`,
          label: day(asOf),
          cells: [
            { kind: 'text', text: formatPeriod(change.period, language) },
            { kind: 'text', text: isWhole ? statusWords.whole[language] : areaName(index, change.area) },
            { kind: 'text', text: indicator?.[language] ?? change.indicator },
            { kind: 'figure', figure: before, decimals },
            { kind: 'figure', figure: after, decimals },
            { kind: 'difference', difference: differenceOf(before, after, decimals), decimals },
          ],
        },
      };
    }),
  );
  return {
    title,
    rows,
    notes: corrections.entries
      .filter(({ more }) => more > 0)
      .map(({ asOf, more }) =>
        say(statusWords.correctionsMore, language, { day: day(asOf), count: formatNumber(more) }),
      ),
    table: {
      caption: title,
      rowHeader: statusWords.columnDay[language],
      columns: [
        { key: 'period', label: statusWords.columnPeriod[language], isText: true },
        { key: 'area', label: statusWords.columnArea[language], isText: true },
        { key: 'indicator', label: statusWords.columnIndicator[language], isText: true },
        { key: 'before', label: statusWords.columnBefore[language] },
        { key: 'after', label: statusWords.columnAfter[language] },
        { key: 'difference', label: statusWords.columnDifference[language] },
      ],
      rows: rows.map(({ row }) => row),
    },
  };
}
