/**
 * Sibling areas side by side: the parts of the shown area, or where it has none the areas beside it. By rate with the value
 * of the whole, where populations are known; else by count.
 */
import type { Figure } from '#functions/domain/figure.ts';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { areaWords } from '#sheets-schema/vocabulary/words/areas.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatFigure, formatPeriod } from '../figures/format.ts';
import { readFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import { areaName, type Selection } from '../selection.ts';
import type { TableModel } from '../table-model.ts';
import { areaOf, type Division, divisionsOf } from './area-divisions.ts';

export interface SiblingBar {
  readonly code: string;
  readonly name: string;
  readonly figure: Figure;
  /** Of the longest, 0 to 1; a state has none. */
  readonly length: number | null;
  /** The area of the page, where it stands among its siblings. */
  readonly isShown: boolean;
}

export interface SiblingBars {
  readonly title: string;
  readonly measure: string;
  readonly isRate: boolean;
  readonly decimals: number;
  readonly bars: readonly SiblingBar[];
  /** The value of the whole on the same scale; `null` for counts, whose whole is their sum. */
  readonly whole: { readonly name: string; readonly figure: Figure; readonly length: number } | null;
  readonly table: TableModel;
}

/** The areas that are compared, and the one that they are parts of. */
function familyOf(
  index: OfficeIndex,
  selection: Selection,
  division: Division | undefined,
  days: { readonly from: string; readonly until: string },
): { readonly parent: string; readonly codes: readonly string[] } {
  const root = index.municipality.code;
  const first = (of: Division | undefined) =>
    of?.areas.filter(({ depth }) => depth === 0).map(({ area }) => area) ?? [];
  if (division !== undefined) return { parent: selection.area, codes: first(division).map(({ code }) => code) };
  const shown = areaOf(index, selection.area);
  const above = areaOf(index, shown?.parents[0] ?? '');
  if (shown === null || above === null) return { parent: root, codes: [] };
  const parent = above.isRoot ? root : above.code;
  const beside = divisionsOf(index, parent, days).find(({ kind }) => kind === shown.kind);
  return { parent, codes: first(beside).map(({ code }) => code) };
}

/** `null` where there are not two areas to compare. */
export function areaSiblings(options: {
  readonly index: OfficeIndex;
  readonly cut: Cut;
  readonly selection: Selection;
  readonly division: Division | undefined;
  readonly days: { readonly from: string; readonly until: string };
  readonly language: Language;
}): SiblingBars | null {
  const { index, cut, selection, division, days, language } = options;
  const { parent, codes } = familyOf(index, selection, division, days);
  if (codes.length < 2) return null;
  const read = (series: string, area: string) =>
    readFigure(cut, { series, area, pathway: selection.pathway, target: selection.target, period: selection.period });
  const isRate = codes.some((code) => 'value' in read('R06', code));
  const series = isRate ? 'R06' : 'N01';
  const decimals = isRate ? 1 : 0;
  const values = codes.map((code) => ({ code, figure: read(series, code) }));
  const whole = isRate ? read('R06', parent) : null;
  const numbers = [...values.map(({ figure }) => figure), ...(whole === null ? [] : [whole])];
  const longest = Math.max(...numbers.map((figure) => ('value' in figure ? figure.value : 0)), Number.MIN_VALUE);
  const lengthOf = (figure: Figure) => ('value' in figure ? figure.value / longest : null);
  const sizeOf = (figure: Figure) => ('value' in figure ? figure.value : -1);
  const bars = values
    .toSorted((a, b) => sizeOf(b.figure) - sizeOf(a.figure))
    .map(({ code, figure }) => ({
      code,
      name: areaName(index, code),
      figure,
      length: lengthOf(figure),
      isShown: code === selection.area,
    }));
  const [most] = bars;
  if (most === undefined) return null;
  const facts = {
    area: most.name,
    value: formatFigure(most.figure, decimals, language),
    parent: areaName(index, parent),
    whole: whole === null ? '' : formatFigure(whole, decimals, language),
    period: formatPeriod(selection.period, language),
  };
  const found = isRate ? areaWords.siblingsRate : areaWords.siblingsCount;
  const title = say('value' in most.figure ? found : areaWords.siblingsNone, language, facts);
  const wholeLength = whole === null ? null : lengthOf(whole);
  const wholeName = say(areaWords.whole, language, facts);
  return {
    title,
    measure: say(isRate ? areaWords.siblingsMeasureRate : areaWords.siblingsMeasureCount, language, facts),
    isRate,
    decimals,
    bars,
    whole: whole === null || wholeLength === null ? null : { name: wholeName, figure: whole, length: wholeLength },
    table: {
      caption: title,
      rowHeader: say(areaWords.area, language),
      columns: [
        { key: 'count', label: say(areaWords.count, language) },
        ...(isRate ? [{ key: 'rate', label: say(areaWords.rate, language) }] : []),
      ],
      rows: [...bars.map(({ code, name }) => ({ code, name })), { code: parent, name: wholeName }].map(
        ({ code, name }) => ({
          key: code,
          label: name,
          look: code === parent ? 'total' : code === selection.area ? 'emphasised' : 'plain',
          cells: [
            { kind: 'figure', figure: read('N01', code), decimals: 0 },
            ...(isRate ? [{ kind: 'figure', figure: read('R06', code), decimals: 1 } as const] : []),
          ],
        }),
      ),
    },
  };
}
