/** What 経路別 and 概況 show of the pathways: counts and printed shares over comparable periods. */
import type { Figure } from '#functions/domain/figure.ts';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { yearBefore } from './periods.ts';
import { readFigure } from './read-figure.ts';
import type { Selection } from './selection.ts';
import { seriesNames } from './series-names.ts';

/** One 経路 over the periods. */
export interface PathwayFigures {
  readonly code: string;
  readonly name: string;
  readonly isSecondLevel: boolean;
  readonly counts: readonly Figure[];
  readonly shares: readonly Figure[];
}

export interface PathwayShape {
  /** Oldest first; the last is the selected one. */
  readonly periods: readonly string[];
  readonly totals: readonly Figure[];
  /** Without 不明; those of the first level only, or each followed by its second level. */
  readonly pathways: readonly PathwayFigures[];
  /** 不明, where any was counted. */
  readonly unknown: PathwayFigures | null;
}

/** The emphasised pathway of the programme: 地域. */
export const emphasisedPathway = 'P04';

function isShown(figures: PathwayFigures): boolean {
  return figures.counts.some((figure) => figure.state === 'value' || figure.state === 'suppressed');
}

/** The selected period and the same one in the years before, oldest first, from the first that has a number. */
export function comparablePeriods(
  index: OfficeIndex,
  cut: Cut,
  selection: Selection,
  atMost: number,
): readonly string[] {
  const known = [...index.months, ...index.quarters, ...index.years];
  const periods: string[] = [];
  for (let period = selection.period; known.includes(period) && periods.length < atMost; period = yearBefore(period))
    periods.unshift(period);
  const place = { series: 'N01', area: selection.area, pathway: 'all', target: selection.target };
  const first = periods.findIndex((period) => 'value' in readFigure(cut, { ...place, period }));
  return first < 0 ? [selection.period] : periods.slice(first);
}

/** Reads everything that the page shows of the pathways of one area and target. */
export function pathwayShape(options: {
  readonly cut: Cut;
  readonly periods: readonly string[];
  readonly selection: Pick<Selection, 'area' | 'target'>;
  readonly level: 1 | 2;
  readonly language: Language;
}): PathwayShape {
  const { cut, periods, selection, level, language } = options;
  const { area, target } = selection;
  const over = (series: string, pathway: string) =>
    periods.map((period) => readFigure(cut, { series, area, pathway, target, period }));
  const figuresOf = (code: (typeof pathways.codes)[number]): PathwayFigures => ({
    code: code.code,
    name: code[language],
    isSecondLevel: code.parent !== null,
    counts: over('N01', code.code),
    shares: over(seriesNames.share, code.code),
  });
  const listed = pathways.codes.filter(({ parent }) => parent === null || level === 2).map(figuresOf);
  const unknown = listed.find(({ code }) => code === pathways.unknown);
  return {
    periods,
    totals: over('N01', 'all'),
    pathways: listed.filter((figures) => figures !== unknown && isShown(figures)),
    unknown: unknown !== undefined && isShown(unknown) ? unknown : null,
  };
}
