/** The trend of 新規相談件数 on 概況: three years by month, or fiscal years where there are no months. */
import { useContext, useMemo } from 'preact/hooks';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import { formatPeriod } from '../../shape/figures/format.ts';
import { periodKind } from '../../shape/periods/periods.ts';
import { compareYears } from '../../shape/periods/year-before.ts';
import { say } from '../../shape/say.ts';
import type { Selection } from '../../shape/selection.ts';
import { isUnderWay, partialLegend, trendModel, trendPoints, trendTable } from '../../shape/trend/trend-model.ts';
import { trendFinding } from '../../shape/trend/trend-sentence.ts';
import { language, navigate, viewState } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { InPaper } from '../frame/in-paper.ts';
import { Empty } from '../frame/states.tsx';
import { TrendChart, TrendLegend } from '../trend/trend-chart.tsx';

const height = 300;
/** On paper it has the place that tiles and sentences leave of their sheet. */
const heightOnPaper = 190;

/** What is drawn: a selection of a municipality and the cut that holds it. */
export interface Shown {
  readonly of: OfficeIndex;
  readonly cut: Cut;
  readonly chosen: Selection;
}

export function TrendFigure({ of, cut, chosen }: Shown) {
  const lang = language.value;
  const tall = useContext(InPaper) ? heightOnPaper : height;
  const model = useMemo(() => {
    const points = trendPoints(of, cut, chosen);
    const { area, pathway, target, period } = chosen;
    const comparison = compareYears(of, cut, { series: 'N01', area, pathway, target, period });
    const over = points.filter((point) => !isUnderWay(of, point.period));
    const trend = trendModel(points, lang === 'ja' ? '件' : 'cases', lang);
    return {
      points,
      trend,
      title: trendFinding(over, comparison, lang),
      table: trendTable(points, lang),
      partial: partialLegend(of, points, lang),
    };
  }, [of, cut, chosen, lang]);
  const [first, last] = [model.points[0], model.points.at(-1)];
  const isTable = viewState.value.table === 'trend' || viewState.value.table === 'table';
  if (first === undefined || last === undefined) return <Empty text={say(overviewWords.trendNone, lang)} />;
  const measure =
    periodKind(first.period) === 'month' ? overviewWords.trendMeasureMonths : overviewWords.trendMeasureYears;
  return (
    <FigureFrame
      id="trend"
      title={model.title}
      measure={say(measure, lang, { from: formatPeriod(first.period, lang), to: formatPeriod(last.period, lang) })}
      table={model.table}
      notes={isTable && model.partial !== null ? [say(overviewWords.partialNote, lang)] : []}
      isSourceElsewhere
      legend={
        <TrendLegend
          partial={model.partial}
          gap={model.trend.gaps.length > 0 ? say(overviewWords.legendGap, lang) : null}
        />
      }
    >
      <TrendChart model={model.trend} label={model.title} height={tall} onOpen={() => navigate({ table: 'trend' })} />
    </FigureFrame>
  );
}
