/** 概況: what changed and needs a decision, in ten seconds. */

import { useMemo } from 'preact/hooks';
import type { Cut, GoalsObject, OfficeIndex } from '#functions/publish/release.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { stackConfig, stackHeight } from '../charts/stack.ts';
import { trendConfig } from '../charts/trend.ts';
import { useCut, useGoals } from '../loaders.ts';
import { Chart } from '../parts/figure/chart.tsx';
import { FigureFrame } from '../parts/figure/figure-frame.tsx';
import { SourceLine } from '../parts/figure/source-line.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Empty, Settled } from '../parts/frame/states.tsx';
import { ViewLink } from '../parts/frame/view-link.tsx';
import { StackLegend } from '../parts/marks/stack-legend.tsx';
import { ChangeList } from '../parts/overview/change-list.tsx';
import { KeyFigureTile } from '../parts/overview/key-figure-tile.tsx';
import { formatPeriod } from '../shape/figures/format.ts';
import { summariseGoals } from '../shape/goals/goal-summary.ts';
import { findChanges } from '../shape/overview/changes.ts';
import { keyFigures } from '../shape/overview/key-figures.ts';
import { pathwayShape } from '../shape/pathways/pathway-figures.ts';
import { shareFinding, unknownNote } from '../shape/pathways/pathway-sentences.ts';
import { pathwayStack, stackStops } from '../shape/pathways/pathway-stack.ts';
import { pathwayTable } from '../shape/pathways/pathway-table.ts';
import { roundingNote } from '../shape/pathways/rounding-note.ts';
import { yearPair } from '../shape/periods/comparable-periods.ts';
import { nameMonths } from '../shape/periods/month-names.ts';
import { fiscalYearOf, periodKind } from '../shape/periods/periods.ts';
import { comparedPeriods, compareYears } from '../shape/periods/year-before.ts';
import { say } from '../shape/say.ts';
import { cutFor, type Selection } from '../shape/selection.ts';
import { describeShown } from '../shape/shown.ts';
import {
  isUnderWay,
  partialLegend,
  trendModel,
  trendPoints,
  trendStops,
  trendTable,
} from '../shape/trend/trend-model.ts';
import { trendFinding } from '../shape/trend/trend-sentence.ts';
import { index, language, navigate, selection } from '../signals.ts';
import '../styles/overview.css';

interface Shown {
  readonly of: OfficeIndex;
  readonly cut: Cut;
  readonly chosen: Selection;
}

function Trend({ of, cut, chosen }: Shown) {
  const lang = language.value;
  const model = useMemo(() => {
    const points = trendPoints(of, cut, chosen);
    const { area, pathway, target, period } = chosen;
    const comparison = compareYears(of, cut, { series: 'N01', area, pathway, target, period });
    const over = points.filter((point) => !isUnderWay(of, point.period));
    const trend = trendModel(points, lang === 'ja' ? '件' : 'cases', lang);
    return {
      points,
      config: trendConfig(trend),
      stops: trendStops(trend),
      title: trendFinding(over, comparison, lang),
      table: trendTable(points, lang),
      hasGaps: trend.gaps.length > 0,
      partial: partialLegend(of, points, lang),
    };
  }, [of, cut, chosen, lang]);
  const [first, last] = [model.points[0], model.points.at(-1)];
  if (first === undefined || last === undefined) return <Empty text={say(overviewWords.trendNone, lang)} />;
  const measure =
    periodKind(first.period) === 'month' ? overviewWords.trendMeasureMonths : overviewWords.trendMeasureYears;
  return (
    <FigureFrame
      id="trend"
      title={model.title}
      measure={say(measure, lang, { from: formatPeriod(first.period, lang), to: formatPeriod(last.period, lang) })}
      table={model.table}
      notes={model.partial === null ? [] : [say(overviewWords.partialNote, lang)]}
      isSourceElsewhere
      legend={
        <>
          {model.partial !== null && (
            <span>
              <span class="key-hollow" aria-hidden="true" />
              {model.partial}
            </span>
          )}
          {model.hasGaps && (
            <span>
              <span class="key-hatch" aria-hidden="true" />
              {say(overviewWords.legendGap, lang)}
            </span>
          )}
        </>
      }
    >
      <Chart
        config={model.config}
        label={model.title}
        height={300}
        stops={model.stops}
        onOpen={() => navigate({ table: 'trend' })}
      />
    </FigureFrame>
  );
}

function PathwayShares({ of, cut, chosen }: Shown) {
  const lang = language.value;
  const model = useMemo(() => {
    const periods = yearPair(of, chosen.period, lang);
    const shape = pathwayShape({ cut, periods, selection: chosen, level: 1, language: lang });
    const stack = pathwayStack(shape, lang);
    return {
      shape,
      stack,
      config: stackConfig(stack),
      stops: stackStops(stack),
      notes: roundingNote({ cut, shape, selection: chosen, language: lang }),
      table: pathwayTable(shape, lang),
      title: shareFinding(shape, lang),
    };
  }, [of, cut, chosen, lang]);
  if (model.shape.pathways.length === 0) return null;
  const measure = [say(overviewWords.stackMeasure, lang), unknownNote(model.shape, lang)].filter(Boolean).join(' ');
  return (
    <FigureFrame
      id="stack"
      title={model.title}
      measure={measure}
      table={model.table}
      isSourceElsewhere
      notes={model.notes}
      legend={<StackLegend model={model.stack} />}
    >
      <Chart
        config={model.config}
        label={model.title}
        height={stackHeight(model.stack)}
        stops={model.stops}
        onOpen={() => navigate({ table: 'stack' })}
      />
    </FigureFrame>
  );
}

function GoalCounts({ of, year }: { of: GoalsObject; year: number }) {
  const lang = language.value;
  const goals = of.goals.filter(({ fiscalYear }) => fiscalYear === year);
  const summary = summariseGoals(goals, lang);
  return (
    <section class="section" aria-labelledby="goals-title">
      <div class="section-head">
        <h2 id="goals-title">{say(overviewWords.goalsTitle, lang)}</h2>
        <ViewLink to={{ view: 'goals' }}>{say(overviewWords.allGoals, lang)}</ViewLink>
      </div>
      {goals.length === 0 ? (
        <p class="measure">{say(overviewWords.noGoals, lang, { year: formatPeriod(`FY${year}`, lang) })}</p>
      ) : (
        <ul class="goal-counts">
          {summary.counts.map(({ state, mark, word, count }) => (
            <li key={state}>
              <span class={`goal-word goal-${state}`}>
                <span aria-hidden="true">{mark}</span> {word}
              </span>
              <strong>{count}</strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** With what the changes are compared; the months by name where they are not the whole period. */
function changesMeasure(of: OfficeIndex, chosen: Selection, lang: Language): string {
  const months = comparedPeriods(of, 'N01', chosen.period)?.months ?? [];
  if (months.length === 0) return say(overviewWords.changesMeasure, lang);
  return say(overviewWords.changesMeasureMonths, lang, { months: nameMonths(months, lang) });
}

function Drawn({ of, cut, chosen }: Shown) {
  const lang = language.value;
  const goals = useGoals();
  const areas = useCut(chosen.pathway === 'all' && chosen.target === 'all' ? 'division/all' : cutFor(chosen));
  const known = goals.status === 'ready' ? goals.value.goals : [];
  const everyArea = areas.status === 'ready' ? areas.value : null;
  const tiles = useMemo(
    () => keyFigures({ index: of, cut, goals: known, selection: chosen, language: lang }),
    [of, cut, known, chosen, lang],
  );
  const changes = useMemo(
    () =>
      findChanges({
        index: of,
        cut,
        areas: everyArea,
        goals: known,
        points: trendPoints(of, cut, chosen),
        selection: chosen,
        language: lang,
      }),
    [of, cut, everyArea, known, chosen, lang],
  );
  return (
    <>
      <h2 class="visually-hidden">{say(overviewWords.keyFigures, lang)}</h2>
      <ul class="tiles">
        {tiles.map((tile) => (
          <KeyFigureTile key={tile.code} tile={tile} />
        ))}
      </ul>
      <div class="columns">
        <div class="span-7 stacked">
          <Trend of={of} cut={cut} chosen={chosen} />
          <PathwayShares of={of} cut={cut} chosen={chosen} />
        </div>
        <div class="span-5 stacked first-when-narrow">
          <section class="section" aria-labelledby="changes-title">
            <h2 id="changes-title">{say(overviewWords.changesTitle, lang)}</h2>
            <p class="measure">{changesMeasure(of, chosen, lang)}</p>
            <ChangeList changes={changes} atFirst={matchMedia('(max-width: 767px)').matches ? 2 : 6} />
          </section>
          <Settled of={goals}>{(value) => <GoalCounts of={value} year={fiscalYearOf(chosen.period)} />}</Settled>
        </div>
      </div>
      <SourceLine />
    </>
  );
}

export default function OverviewView() {
  const chosen = selection.value;
  const loaded = index.value;
  const cut = useCut(chosen === null ? null : cutFor(chosen));
  if (loaded.status !== 'ready' || chosen === null) return null;
  return (
    <>
      <PageHead page={pageWords.overview} shown={describeShown(loaded.value, chosen, language.value)} />
      <Settled of={cut}>{(value) => <Drawn of={loaded.value} cut={value} chosen={chosen} />}</Settled>
    </>
  );
}
