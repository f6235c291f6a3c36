/** What 経路別 and 概況 show of the pathways: counts and printed shares over comparable periods. */
import type { Figure } from '#functions/domain/figure.ts';
import type { Cut } from '#functions/publish/release.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { readFigure } from '../figures/read-figure.ts';
import { seriesNames } from '../figures/series-names.ts';
import type { NamedPeriod } from '../periods/comparable-periods.ts';
import type { Selection } from '../selection.ts';
import { beginTitle } from '../title.ts';

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
  readonly periods: readonly NamedPeriod[];
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

/** Reads everything that the page shows of the pathways of one area and target. */
export function pathwayShape(options: {
  readonly cut: Cut;
  readonly periods: readonly NamedPeriod[];
  readonly selection: Pick<Selection, 'area' | 'target'>;
  readonly level: 1 | 2;
  readonly language: Language;
}): PathwayShape {
  const { cut, periods, selection, level, language } = options;
  const { area, target } = selection;
  const over = (series: string, pathway: string) =>
    periods.map(({ period }) => readFigure(cut, { series, area, pathway, target, period }));
  const figuresOf = (code: (typeof pathways.codes)[number]): PathwayFigures => ({
    code: code.code,
    name: beginTitle(code[language], language),
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
