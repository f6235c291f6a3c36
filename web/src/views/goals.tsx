/** 成果目標: will the goals of the year be met, and why some cannot be judged. Figures and states come as published. */
import { useState } from 'preact/hooks';
import type { GoalState, GoalsObject, GoalView, OfficeIndex } from '#functions/publish/release.ts';
import { frameWords, pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { goalWords } from '#sheets-schema/vocabulary/words/goals.ts';
import { useGoals } from '../loaders.ts';
import { FigureTable } from '../parts/figure/figure-table.tsx';
import { SourceLine } from '../parts/figure/source-line.tsx';
import { ChoiceSelect } from '../parts/frame/choice-select.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Empty, Settled } from '../parts/frame/states.tsx';
import { GoalLine, GoalStateText } from '../parts/goals/goal-row.tsx';
import { formatYear } from '../shape/figures/format.ts';
import type { BarTone } from '../shape/goals/goal-bar.ts';
import { type GoalGroup, nameProgramme, shapeGoalGroups } from '../shape/goals/goal-rows.ts';
import { type GoalSummary, summariseGoals } from '../shape/goals/goal-summary.ts';
import { shapeGoalTable } from '../shape/goals/goal-table.ts';
import { fiscalYearOf, periodKind } from '../shape/periods/periods.ts';
import { say } from '../shape/say.ts';
import { index, language, navigate, selection, viewState } from '../signals.ts';
import '../styles/goals.css';

/** The fiscal year that is shown: of the chosen period where it has goals, else the newest that has. */
function shownYear(goals: readonly GoalView[]): number | null {
  const years = goals.map(({ fiscalYear }) => fiscalYear);
  const period = viewState.value.period ?? selection.value?.period ?? null;
  const wanted = period === null || periodKind(period) === null ? null : fiscalYearOf(period);
  if (wanted !== null && (years.includes(wanted) || viewState.value.period !== null)) return wanted;
  return years.length === 0 ? wanted : Math.max(...years);
}

/** Counts by state; each is a switch that shows only its goals. */
function Summary(props: {
  readonly summary: GoalSummary;
  readonly chosen: GoalState | null;
  readonly onChoose: (state: GoalState | null) => void;
}) {
  return (
    <div class="goal-summary">
      <ul>
        {props.summary.counts.map(({ state, mark, word, count }) => (
          <li key={state}>
            <button
              type="button"
              class="as-text"
              aria-pressed={props.chosen === state}
              disabled={count === 0}
              onClick={() => props.onChoose(props.chosen === state ? null : state)}
            >
              <GoalStateText state={state} mark={mark} word={word} />
              <strong>{count}</strong>
            </button>
          </li>
        ))}
      </ul>
      <p class="lead">{props.summary.sentence}</p>
    </div>
  );
}

const toneWords = {
  met: goalWords.legendMet,
  result: goalWords.legendResult,
  short: goalWords.legendShort,
  unjudged: goalWords.legendUnjudged,
} as const;

/** Only what is drawn on the page. */
function Legend({ groups }: { groups: readonly GoalGroup[] }) {
  const lang = language.value;
  const bars = groups.flatMap(({ rows }) => rows.flatMap(({ bar }) => (bar === null ? [] : [bar])));
  const tones: readonly BarTone[] = ['met', 'result', 'short', 'unjudged'];
  return (
    <div class="legend goal-legend">
      {tones
        .filter((tone) => bars.some((bar) => bar.tone === tone && bar.result !== null))
        .map((tone) => (
          <span key={tone}>
            <span class={`bar-key bar-key-${tone}`} aria-hidden="true" />
            {say(toneWords[tone], lang)}
          </span>
        ))}
      {bars.some(({ pace }) => pace !== null) && (
        <span>
          <span class="pace-key" aria-hidden="true" />
          {say(goalWords.legendPace, lang)}
        </span>
      )}
      {bars.length > 0 && (
        <span>
          <span class="tick-key" aria-hidden="true" />
          {say(goalWords.legendGoal, lang)}
        </span>
      )}
      {bars.some(({ isBeyond }) => isBeyond) && (
        <span>
          <span class="beyond-key" aria-hidden="true" />
          {say(goalWords.legendBeyond, lang)}
        </span>
      )}
    </div>
  );
}

function Groups({ groups }: { groups: readonly GoalGroup[] }) {
  return (
    <>
      {groups.map((group) => (
        <section key={group.programme ?? ''} class="goal-group">
          <h2 class={groups.length > 1 ? undefined : 'visually-hidden'}>{group.name}</h2>
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

function Controls(props: {
  readonly goals: readonly GoalView[];
  readonly year: number;
  readonly programme: string;
  readonly onProgramme: (programme: string) => void;
}) {
  const lang = language.value;
  const years = [...new Set([...props.goals.map(({ fiscalYear }) => fiscalYear), props.year])].toSorted(
    (a, b) => b - a,
  );
  const ofYear = props.goals.filter(({ fiscalYear }) => fiscalYear === props.year);
  const programmes = [...new Set(ofYear.map(({ programme }) => programme))];
  const isYearOffered = years.length > 1;
  if (!isYearOffered && programmes.length < 2) return null;
  return (
    <div class="page-controls">
      {isYearOffered && (
        <ChoiceSelect
          id="goals-year"
          label={say(goalWords.yearChoice, lang)}
          options={years.map((year) => ({ key: String(year), label: formatYear(year, lang) }))}
          chosen={String(props.year)}
          onChoose={(year) => navigate({ period: `FY${year}` })}
        />
      )}
      {programmes.length > 1 && (
        <ChoiceSelect
          id="goals-programme"
          label={say(goalWords.programmeChoice, lang)}
          options={[
            { key: 'all', label: say(goalWords.everyProgramme, lang) },
            ...programmes.map((programme) => ({ key: programme ?? '', label: nameProgramme(programme, lang) })),
          ]}
          chosen={props.programme}
          isSet={props.programme !== 'all'}
          onChoose={props.onProgramme}
        />
      )}
    </div>
  );
}

function Goals({ of, goals, year }: { of: OfficeIndex; goals: GoalsObject['goals']; year: number }) {
  const lang = language.value;
  const [state, setState] = useState<GoalState | null>(null);
  const [programme, setProgramme] = useState('all');
  const ofYear = goals.filter(({ fiscalYear }) => fiscalYear === year);
  const isThere = ofYear.some((goal) => (goal.programme ?? '') === programme);
  const shownProgramme = programme === 'all' || isThere ? programme : 'all';
  const ofProgramme = ofYear.filter((goal) => shownProgramme === 'all' || (goal.programme ?? '') === shownProgramme);
  const summary = summariseGoals(ofProgramme, lang);
  const shownState = summary.counts.some((entry) => entry.state === state && entry.count > 0) ? state : null;
  const groups = shapeGoalGroups(ofProgramme, { index: of, language: lang })
    .map((group) => ({ ...group, rows: group.rows.filter((row) => shownState === null || row.state === shownState) }))
    .filter(({ rows }) => rows.length > 0);
  // Without any goal there is nothing to draw a bar towards.
  const isBarless = ofProgramme.every((goal) => goal.state === 'noGoal');
  const isTable = isBarless || viewState.value.table !== null;
  const controls = <Controls goals={goals} year={year} programme={shownProgramme} onProgramme={setProgramme} />;
  if (ofYear.length === 0) {
    return (
      <>
        {controls}
        <Empty text={say(goalWords.none, lang, { year: formatYear(year, lang) })} />
      </>
    );
  }
  const caption = `${say(pageWords.goals, lang)} ${of.municipality.name} ${formatYear(year, lang)}`;
  return (
    <>
      {controls}
      <Summary summary={summary} chosen={shownState} onChoose={setState} />
      <section class="figure" aria-label={caption} data-figure="goals">
        <div class="goal-head">
          {isTable ? <span /> : <Legend groups={groups} />}
          {!isBarless && (
            <button
              type="button"
              class="link-button"
              aria-pressed={isTable}
              onClick={() => navigate({ table: isTable ? null : 'goals' })}
            >
              {say(isTable ? frameWords.tableChart : frameWords.chartTable, lang)}
            </button>
          )}
        </div>
        {isTable ? (
          <FigureTable model={shapeGoalTable(groups, { caption, language: lang })} />
        ) : (
          <Groups groups={groups} />
        )}
        {summary.repeated > 0 && <p class="note">{say(goalWords.summaryOnce, lang, { count: summary.repeated })}</p>}
        {!isTable && <p class="note">{say(goalWords.noteGoals, lang)}</p>}
        <SourceLine />
      </section>
    </>
  );
}

export default function GoalsView() {
  const lang = language.value;
  const loaded = useGoals();
  const ready = index.value;
  const goals = loaded.status === 'ready' ? loaded.value.goals : [];
  const year = shownYear(goals);
  const name = ready.status === 'ready' ? ready.value.municipality.name : '';
  const shown = year === null ? name : `${name} ${formatYear(year, lang)}`;
  return (
    <>
      <PageHead page={pageWords.goals} shown={shown} />
      <Settled of={loaded}>
        {(value) =>
          ready.status === 'ready' && year !== null ? (
            <Goals of={ready.value} goals={value.goals} year={year} />
          ) : (
            <Empty />
          )
        }
      </Settled>
    </>
  );
}
