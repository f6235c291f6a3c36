/** 概況: what changed and needs a decision, in ten seconds. */

import { useMemo } from 'preact/hooks';
import type { CorrectionsObject } from '#functions/publish/detail.ts';
import type { Cut, GoalsObject, OfficeIndex } from '#functions/publish/release.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import type { Loaded } from '../api.ts';
import { useCut, useDetail, useGoals } from '../loaders.ts';
import { ComparisonDoor } from '../parts/comparison/comparison-door.tsx';
import { SourceLine } from '../parts/figure/source-line.tsx';
import { Later } from '../parts/frame/later.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { PartsMissing, Settled } from '../parts/frame/states.tsx';
import { GoalCounts } from '../parts/goals/goal-counts.tsx';
import { ChangeList } from '../parts/overview/change-list.tsx';
import { KeyFigures } from '../parts/overview/key-figures.tsx';
import { PathwayShares } from '../parts/overview/pathway-shares.tsx';
import { type Shown, TrendFigure } from '../parts/overview/trend-figure.tsx';
import { hasNumber } from '../shape/figures/series.ts';
import { findChanges } from '../shape/overview/changes.ts';
import { keyFigures } from '../shape/overview/key-figures.ts';
import { nameMonths } from '../shape/periods/month-names.ts';
import { fiscalYearOf } from '../shape/periods/periods.ts';
import { comparedPeriods } from '../shape/periods/year-before.ts';
import { say } from '../shape/say.ts';
import { areasCutFor, overviewCutFor, type Selection } from '../shape/selection.ts';
import { describeShown } from '../shape/shown.ts';
import { trendPoints } from '../shape/trend/trend-model.ts';
import { index, language, selection } from '../signals.ts';
import '../styles/overview.css';

/** With what the changes are compared; the months by name where they are not the whole period. */
function changesMeasure(of: OfficeIndex, chosen: Selection, lang: Language): string {
  const months = comparedPeriods(of, 'N01', chosen.period)?.months ?? [];
  if (months.length === 0) return say(overviewWords.changesMeasure, lang);
  return say(overviewWords.changesMeasureMonths, lang, { months: nameMonths(months, lang) });
}

/** Whether a figure is hidden to protect small numbers: then there was a report. */
function hasHidden(tiles: ReturnType<typeof keyFigures>): boolean {
  return tiles.some(({ figure }) => figure.state === 'suppressed');
}

/** Everything that the page says, there at once, so that nothing moves while one reads. */
interface Sources extends Shown {
  readonly goals: GoalsObject | null;
  /** Every area. */
  readonly areas: Cut | null;
  readonly corrections: CorrectionsObject | null;
}

/** 変わったこと, found when their turn to be drawn has come. */
function Changes(props: {
  readonly of: OfficeIndex;
  readonly cut: Cut;
  readonly areas: Cut | null;
  readonly goals: GoalsObject['goals'];
  readonly corrections: CorrectionsObject | null;
  readonly chosen: Selection;
}) {
  const { of, cut, areas, goals, corrections, chosen } = props;
  const lang = language.value;
  const changes = useMemo(
    () =>
      findChanges({
        ...{ index: of, cut, areas, goals, corrections, selection: chosen, language: lang },
        points: trendPoints(of, cut, chosen),
      }),
    [of, cut, areas, goals, corrections, chosen, lang],
  );
  return (
    <section class="section" aria-labelledby="changes-title">
      <h2 id="changes-title">{say(overviewWords.changesTitle, lang)}</h2>
      <p class="measure">{changesMeasure(of, chosen, lang)}</p>
      <ChangeList changes={changes} atFirst={matchMedia('(max-width: 767px)').matches ? 2 : 6} />
    </section>
  );
}

function Drawn({ of, cut, chosen, goals, areas, corrections }: Sources) {
  const lang = language.value;
  const known = useMemo(() => goals?.goals ?? [], [goals]);
  const tiles = useMemo(
    () => keyFigures({ index: of, cut, goals: known, selection: chosen, language: lang }),
    [of, cut, known, chosen, lang],
  );
  const goalCounts = goals !== null && <GoalCounts goals={known} year={fiscalYearOf(chosen.period)} />;
  const changeSection = <Changes {...{ of, cut, areas, goals: known, corrections, chosen }} />;
  if (tiles.every(({ figure, spark }) => !('value' in figure) && !spark.some(hasNumber)) && !hasHidden(tiles)) {
    const hasGoals = known.some(({ fiscalYear }) => fiscalYear === fiscalYearOf(chosen.period));
    return (
      <>
        <div class="columns">
          <div class="span-7 stacked">
            <section class="section" aria-labelledby="nothing-title">
              <h2 id="nothing-title">{say(overviewWords.onlyGoals, lang)}</h2>
              <p>{say(hasGoals ? overviewWords.onlyGoalsText : overviewWords.nothingText, lang)}</p>
            </section>
            {goalCounts}
          </div>
          <div class="span-5 stacked">
            {changeSection}
            <ComparisonDoor />
          </div>
        </div>
        <SourceLine />
      </>
    );
  }
  return (
    <>
      <KeyFigures tiles={tiles} shown={describeShown(of, chosen, lang)} isGoalKnown={goals !== null} />
      <div class="columns">
        <div class="span-7 stacked">
          <Later height={460} isOnScreen>
            <TrendFigure of={of} cut={cut} chosen={chosen} />
          </Later>
          <Later height={420}>
            <PathwayShares of={of} cut={cut} chosen={chosen} />
          </Later>
        </div>
        <div class="span-5 stacked first-when-narrow">
          <Later height={300} isOnScreen>
            {changeSection}
          </Later>
          <Later height={goals === null ? 120 : 280}>
            <div class="stacked">
              {goalCounts}
              <ComparisonDoor />
            </div>
          </Later>
        </div>
      </div>
      <SourceLine />
    </>
  );
}

/** What is there of a part without which the page can stand. */
function readyPart<T>(part: Loaded<T>): T | null {
  return part.status === 'ready' ? part.value : null;
}

export default function OverviewView() {
  const chosen = selection.value;
  const loaded = index.value;
  const name = chosen === null || loaded.status !== 'ready' ? null : overviewCutFor(chosen, loaded.value);
  const cut = useCut(name);
  // The small cut holds the areas below too, the area's own none.
  const areas = useCut(
    chosen === null || loaded.status !== 'ready' || name?.startsWith('overview/')
      ? name
      : areasCutFor(chosen, loaded.value),
  );
  const goals = useGoals();
  const corrections = useDetail<CorrectionsObject>('corrections');
  if (loaded.status !== 'ready' || chosen === null) return null;
  const isWaiting = [areas, goals, corrections].some(({ status }) => status === 'loading');
  return (
    <>
      <PageHead page={pageWords.overview} shown={describeShown(loaded.value, chosen, language.value)} />
      <PartsMissing of={cut.status === 'ready' ? [areas, goals, corrections] : []} />
      <Settled of={isWaiting && cut.status === 'ready' ? { status: 'loading' } : cut}>
        {(value) => (
          <Drawn
            of={loaded.value}
            cut={value}
            chosen={chosen}
            goals={readyPart(goals)}
            areas={readyPart(areas)}
            corrections={readyPart(corrections)}
          />
        )}
      </Settled>
    </>
  );
}
