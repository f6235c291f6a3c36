/** 成果目標: will the goals of the year be met, and why some cannot be judged. Figures and states come as published. */
import { useMemo } from 'preact/hooks';
import type { GoalView, OfficeIndex } from '#functions/publish/release.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { goalWords } from '#sheets-schema/vocabulary/words/goals.ts';
import { useGoals } from '../loaders.ts';
import { FigureFrame } from '../parts/figure/figure-frame.tsx';
import { UnknownChoices } from '../parts/frame/address-notes.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Empty, Settled } from '../parts/frame/states.tsx';
import { GoalFilters } from '../parts/goals/goal-filters.tsx';
import { GoalLegend } from '../parts/goals/goal-legend.tsx';
import { GoalLine } from '../parts/goals/goal-row.tsx';
import { GoalSwitches } from '../parts/goals/goal-summary.tsx';
import { formatYear } from '../shape/figures/format.ts';
import { filterGoals, readGoalFilter } from '../shape/goals/goal-filter.ts';
import { type GoalGroup, shapeGoalGroups } from '../shape/goals/goal-rows.ts';
import { summariseGoals } from '../shape/goals/goal-summary.ts';
import { shapeGoalTable } from '../shape/goals/goal-table.ts';
import { fiscalYearOf, periodKind } from '../shape/periods/periods.ts';
import { say } from '../shape/say.ts';
import { index, language, selection, viewState } from '../signals.ts';
import '../styles/goals.css';

/** The fiscal year that is shown: of the chosen period where it has goals, else the newest that has. */
function shownYear(goals: readonly GoalView[]): number | null {
  const years = goals.map(({ fiscalYear }) => fiscalYear);
  const period = viewState.value.period ?? selection.value?.period ?? null;
  const wanted = period === null || periodKind(period) === null ? null : fiscalYearOf(period);
  if (wanted !== null && (years.includes(wanted) || viewState.value.period !== null)) return wanted;
  return years.length === 0 ? wanted : Math.max(...years);
}

function Groups({ groups }: { groups: readonly GoalGroup[] }) {
  return (
    <>
      <p class="legend">
        <GoalLegend groups={groups} />
      </p>
      {groups.map((group) => (
        <section key={group.programme ?? ''} class="goal-group">
          <h3 class={groups.length > 1 ? undefined : 'visually-hidden'}>{group.name}</h3>
          <ul class="goal-rows">
            {group.rows.map((row) => (
              <GoalLine key={row.id} row={row} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What the reader has to know of what is drawn; nothing about what is not. */
function notesOf(groups: readonly GoalGroup[], repeated: number): readonly string[] {
  const lang = language.value;
  const bars = groups.flatMap(({ rows }) => rows.flatMap(({ bar }) => (bar === null ? [] : [bar])));
  return [
    ...(repeated > 0 ? [say(goalWords.summaryOnce, lang, { count: repeated })] : []),
    ...(bars.length > 0 ? [say(goalWords.noteGoals, lang)] : []),
    ...(bars.some(({ projection }) => projection !== null) ? [say(goalWords.noteProjection, lang)] : []),
    ...(bars.some(
      (bar) => bar.result !== null && bar.projection === null && (bar.tone === 'result' || bar.tone === 'short'),
    )
      ? [say(goalWords.notePace, lang)]
      : []),
  ];
}

function Goals({ of, goals, year }: { of: OfficeIndex; goals: readonly GoalView[]; year: number }) {
  const lang = language.value;
  const filter = readGoalFilter(goals, viewState.value, year);
  const controls = (
    <>
      <UnknownChoices read={{ programme: filter.programme, office: filter.office }} />
      <GoalFilters of={of} goals={goals} year={year} filter={filter} />
    </>
  );
  const ofYear = goals.filter(({ fiscalYear }) => fiscalYear === year);
  const listed = filterGoals(ofYear, filter);
  const wanted = viewState.value.state;
  const model = useMemo(() => {
    const summary = summariseGoals(listed, lang);
    const state = summary.counts.find((entry) => entry.state === wanted && entry.count > 0)?.state ?? null;
    const groups = shapeGoalGroups(listed, { everyYear: goals, index: of, language: lang })
      .map((group) => ({ ...group, rows: group.rows.filter((row) => state === null || row.state === state) }))
      .filter(({ rows }) => rows.length > 0);
    return { summary, state, groups };
  }, [of, goals, year, lang, wanted, ...Object.values(filter)]);
  if (listed.length === 0) {
    const text =
      ofYear.length === 0
        ? say(goalWords.none, lang, { year: formatYear(year, lang) })
        : say(goalWords.filtersNone, lang);
    return (
      <>
        {controls}
        <Empty text={text} />
      </>
    );
  }
  const { summary, state, groups } = model;
  const caption = `${say(pageWords.goals, lang)} ${of.municipality.name} ${formatYear(year, lang)}`;
  // Without any goal there is nothing to draw a bar towards: the table is the figure.
  const isBarless = listed.every((goal) => goal.state === 'noGoal');
  return (
    <>
      {controls}
      <GoalSwitches summary={summary} chosen={state} />
      <FigureFrame
        id="goals"
        title={summary.sentence}
        measure={say(goalWords.measure, lang, { year: formatYear(year, lang) })}
        name={say(pageWords.goals, lang)}
        period={formatYear(year, lang)}
        table={shapeGoalTable(groups, { caption, language: lang })}
        notes={notesOf(groups, summary.repeated)}
      >
        {isBarless ? undefined : <Groups groups={groups} />}
      </FigureFrame>
    </>
  );
}

export default function GoalsView() {
  const lang = language.value;
  const loaded = useGoals();
  const ready = index.value;
  const published = loaded.status === 'ready' ? loaded.value : null;
  const goals = useMemo(() => published?.goals ?? [], [published]);
  const year = shownYear(goals);
  const name = ready.status === 'ready' ? ready.value.municipality.name : '';
  const shown = year === null ? name : [name, formatYear(year, lang)].join(lang === 'ja' ? ' ' : ', ');
  return (
    <>
      <PageHead page={pageWords.goals} shown={shown} />
      <Settled of={loaded}>
        {() =>
          ready.status === 'ready' && year !== null ? <Goals of={ready.value} goals={goals} year={year} /> : <Empty />
        }
      </Settled>
    </>
  );
}
