/** The frame of a comparison: what is compared, when, and which way to look at it; who is left out stands before every figure. */
import type { ComparisonObject } from '#functions/publish/comparison.ts';
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import { comparisonWords, wayWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import {
  chosenMeasure,
  chosenPeriod,
  formatComparedPeriod,
  measureGroups,
  offeredPeriods,
} from '../../shape/comparison/compared-choice.ts';
import { sayCompleteness } from '../../shape/comparison/compared-finding.ts';
import { hasGoals } from '../../shape/comparison/goal-state-table.ts';
import { shownYear } from '../../shape/comparison/shown-year.ts';
import { say } from '../../shape/say.ts';
import { addressOf, language, navigate, session, viewState } from '../../signals.ts';
import { ChoiceSelect } from '../frame/choice-select.tsx';
import { ChoiceSwitch } from '../frame/choice-switch.tsx';
import { Empty, Settled } from '../frame/states.tsx';
import { GoalStates } from './goal-states.tsx';
import { PrefectureSource } from './prefecture-source.tsx';
import { useMeasure } from './use-measure.ts';
import { resultsKey, type Way, type WayProps, ways } from './ways.ts';
import { YearChoice } from './year-choice.tsx';

/** The municipality that the visitor looks from: the one of the address, or the only one that may be opened. */
function ownTown({ towns }: ComparisonObject): string | null {
  const only = session.value.status === 'ready' ? session.value.value.municipalities : [];
  const wanted = viewState.value.municipality ?? (only.length === 1 ? (only[0]?.code ?? null) : null);
  return towns.find(({ code, isCompared }) => isCompared && code === wanted)?.code ?? null;
}

function Completeness({ comparison, measure, period }: WayProps) {
  const lang = language.value;
  const shown = measure.periods.find((one) => one.period === period);
  if (shown === undefined) return null;
  const sentences = sayCompleteness({ comparison, measure: measure.measure, period: shown, language: lang });
  return <p class="completeness">{sentences.join(lang === 'ja' ? '' : ' ')}</p>;
}

/** A way with the measure that it shows, loaded. */
function Shown({
  way,
  of,
  index,
  measure,
  period,
}: {
  way: Way;
  of: ComparisonObject;
  index: PrefectureIndex;
  measure: string;
  period: string;
}) {
  const loaded = useMeasure(measure);
  return (
    <Settled of={loaded}>
      {(value) => {
        const props = { comparison: of, index, measure: value, period, own: ownTown(of) };
        return (
          <>
            {way.hasMeasure && way.hasPeriod && <Completeness {...props} />}
            <way.View {...props} />
            <PrefectureSource name={of.prefecture.name} />
          </>
        );
      }}
    </Settled>
  );
}

/** Measure and period, each where the way says anything about it; the default is left out of the address. */
function Choices({ of, way, measure, period }: { of: ComparisonObject; way: Way; measure: string; period: string }) {
  const lang = language.value;
  const periods = offeredPeriods(of, measure).filter((each) => way.isByYear !== true || of.years.includes(each));
  return (
    <>
      {way.hasMeasure && (
        <ChoiceSelect
          id="compare-indicator"
          label={say(comparisonWords.measureChoice, lang)}
          options={[]}
          groups={measureGroups(of, lang)}
          chosen={measure}
          onChoose={(code) => navigate({ indicator: code === chosenMeasure(of, null) ? null : code })}
        />
      )}
      {way.hasPeriod && (
        <ChoiceSelect
          id="compare-period"
          label={say(comparisonWords.periodChoice, lang)}
          options={periods.map((key) => ({ key, label: formatComparedPeriod(key, lang) }))}
          chosen={periods.includes(period) ? period : (periods[0] ?? period)}
          onChoose={(key) => navigate({ period: key === chosenPeriod(of, measure, null) ? null : key })}
        />
      )}
    </>
  );
}

const goalsKey = 'goals';

/** The way of the address, else the one that is shown first. */
function chosenWay(offered: readonly Way[], fallback: string, goals: boolean): Way | typeof goalsKey {
  const { show, table } = viewState.value;
  const wanted = table === goalsKey ? goalsKey : (show ?? fallback);
  if (wanted === goalsKey && goals) return goalsKey;
  return offered.find(({ key }) => key === wanted) ?? ways[0];
}

export default function ComparedPage({ of, index }: { of: ComparisonObject; index: PrefectureIndex }) {
  const lang = language.value;
  const year = shownYear(index, viewState.value.period);
  const measure = chosenMeasure(of, viewState.value.indicator);
  const period = measure === null ? null : chosenPeriod(of, measure, viewState.value.period);
  const goals = index.years.some((each) => hasGoals(index, each));
  const isAnythingCompared = Object.values(of.classes).some((states) =>
    states.some((state) => state !== 'unreported' && state !== 'n/a'),
  );
  const offered = ways.filter(({ isOffered }) => isOffered === undefined || isOffered(of, index));
  const hasStated = offered.some(({ key }) => key === resultsKey);
  const instead = hasStated ? resultsKey : goals ? goalsKey : ways[0].key;
  const fallback = isAnythingCompared ? ways[0].key : instead;
  const way = chosenWay(offered, fallback, goals);
  const isGoals = way === goalsKey;
  if (measure === null || period === null) return <Empty text={say(compareWords.none, lang)} />;
  const choices = [
    ...offered.map(({ key, name }) => ({ key, label: name[lang] })),
    ...(goals ? [{ key: goalsKey, label: wayWords.goals[lang] }] : []),
  ];
  return (
    <>
      <div class="page-controls compare-controls">
        {isGoals ? (
          <YearChoice of={index} year={year} />
        ) : (
          <Choices of={of} way={way} measure={measure} period={period} />
        )}
        {choices.length > 1 && (
          <ChoiceSwitch
            label={say(comparisonWords.wayChoice, lang)}
            isLabelHidden
            choices={choices}
            chosen={isGoals ? goalsKey : way.key}
            onChoose={(key) => navigate({ show: key === fallback ? null : key, table: null, town: null, kind: null })}
          />
        )}
        {!isGoals && way.hasMeasure && (
          <a class="definition" href={`${addressOf({ view: 'glossary', table: null, indicator: null })}#${measure}`}>
            {say(comparisonWords.definition, lang)}
          </a>
        )}
      </div>
      {isGoals ? (
        <GoalStates of={index} year={year} />
      ) : (
        <Shown way={way} of={of} index={index} measure={measure} period={period} />
      )}
    </>
  );
}
