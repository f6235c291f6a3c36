/**
 * The rows of the page 成果目標: goals of one fiscal year, grouped by programme (事業), each with everything that chart and table print.
 * The same goal written under two programmes is marked and never added.
 */
import type { GoalState, GoalView, OfficeIndex } from '#functions/publish/release.ts';
import { pathways, programmes, targets } from '#sheets-schema/vocabulary/codes.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { goalWords } from '#sheets-schema/vocabulary/words/goals.ts';
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatDay, formatNumber, formatPeriod, stateMarks, unitBeside } from '../figures/format.ts';
import { monthsOf } from '../periods/periods.ts';
import type { RowsQuery } from '../rows/rows-query.ts';
import { say } from '../say.ts';
import { beginTitle } from '../title.ts';
import { type GoalBar, shapeGoalBar } from './goal-bar.ts';
import { printBefore, type ResultBefore } from './goal-before.ts';
import { nameProgramme } from './goal-names.ts';
import { originOfGoal } from './goal-origin.ts';
import { describeGoal, formatGoalNumber, isNotReported, printGoalNumber, unitOf } from './goal-sentence.ts';

/** In the order in which states are listed; mark and word always stand together. */
export const goalStates: readonly { readonly state: GoalState; readonly mark: string; readonly word: Phrase }[] = [
  { state: 'met', mark: '●', word: goalWords.met },
  { state: 'onPace', mark: '▲', word: goalWords.onPace },
  { state: 'behind', mark: '▽', word: goalWords.behind },
  { state: 'missed', mark: '▽', word: goalWords.missed },
  { state: 'cannotJudge', mark: '?', word: goalWords.cannotJudge },
  { state: 'noResult', mark: '◇', word: goalWords.noResult },
  { state: 'noGoal', mark: '―', word: goalWords.noGoal },
];

const countingPhrases: Readonly<Record<string, Phrase>> = {
  distinct: goalWords.distinct,
  total: goalWords.total,
  new: goalWords.new,
  cumulative: goalWords.cumulative,
  point: goalWords.point,
};

/** One goal, ready to print. */
export interface GoalRow {
  readonly id: string;
  readonly state: GoalState;
  readonly mark: string;
  readonly word: string;
  readonly measure: string;
  /** What the result covers: slice, counting, until when, whose. */
  readonly detail: string;
  /** The result without its unit, or the mark of its state; `resultWord` is what a screen reader says. */
  readonly result: string;
  readonly resultUnit: string;
  readonly resultWord: string;
  /** この数字の行: what the result was counted from; `null` where it was typed. */
  readonly rows: RowsQuery | null;
  /** 目標 in numbers or words; empty where there is none. */
  readonly goal: string;
  readonly bar: GoalBar | null;
  readonly sentence: string;
  readonly sameAs: string | null;
  /** 前年度の実績 and the difference; `null` where the two cannot stand beside each other. */
  readonly before: ResultBefore | null;
  readonly baseline: string;
  readonly attainment: string;
  /** What is needed a month, and 見込み with its range; empty where there is none. */
  readonly needed: string;
  readonly projection: string;
  readonly until: string;
  /** Where the goal stands in the office's workbook. */
  readonly origin: string;
}

export interface GoalGroup {
  readonly programme: string | null;
  readonly name: string;
  readonly rows: readonly GoalRow[];
}

/** What a row is shaped from beside its goal. */
interface RowContext {
  readonly all: readonly GoalView[];
  readonly everyYear: readonly GoalView[];
  readonly index: OfficeIndex;
  /** The office's name stands in the rows only where there are several. */
  readonly isOneOffice: boolean;
  readonly language: Language;
}

/** '令和6年12月末', '令和6年12月15日', or '' where not known. A period ends with its last month. */
function formatUntil(until: string | null, language: Language): string {
  if (until === null) return '';
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(until);
  const month = isDay ? until.slice(0, 7) : monthsOf(until).at(-1);
  if (month === undefined) return until;
  const dayAfter = new Date(Date.parse(`${until}T00:00:00Z`) + 86_400_000);
  if (isDay && dayAfter.getUTCDate() !== 1) return formatDay(until, language);
  return say(goalWords.monthEnd, language, { month: formatPeriod(month, language) });
}

/** The goal as it was set: '目標 280件', '目標 2〜3件（1か月あたり）', '目標 「設置」'. */
export function describeAim(goal: GoalView, language: Language): string {
  const parts: string[] = [];
  const number = (value: number) => formatGoalNumber(goal, value, language);
  if (goal.goalValue !== null && goal.goalUpper !== null) {
    const low = printGoalNumber(goal, goal.goalValue);
    parts.push(say(goalWords.goalRange, language, { low, high: number(goal.goalUpper) }));
  } else if (goal.goalValue !== null) {
    const phrase = goal.direction === 'atMost' ? goalWords.goalAtMost : goalWords.goalIs;
    parts.push(say(phrase, language, { goal: number(goal.goalValue) }));
  } else if (goal.goalText !== null) {
    return say(goalWords.goalInWords, language, { text: goal.goalText });
  }
  if (parts.length === 0) return '';
  if (goal.per === 'month') parts.push(goalWords.perMonth[language]);
  if (goal.per === 'quarter') parts.push(goalWords.perQuarter[language]);
  if (goal.per === 'placeMonth') parts.push(goalWords.perPlaceMonth[language]);
  const isConverted = goal.comparable !== null && goal.comparable !== goal.goalValue && goal.goalUpper === null;
  if (isConverted && goal.comparable !== null) {
    const converted = say(goalWords.convertedGoal, language, { goal: number(goal.comparable) });
    parts.push(language === 'ja' ? ` ${converted}` : `, ${converted}`);
  }
  return parts.join('');
}

/** Slice, counting, until when, whose, where the result comes from: what stands small under the measure. */
function describeCover(goal: GoalView, { index, isOneOffice, language }: RowContext): string {
  const nameOf = (code: string | null, list: typeof pathways | typeof targets) =>
    code === null ? '' : (list.codes.find((entry) => entry.code === code)?.[language] ?? code);
  const area = index.areas.find(({ code }) => code === goal.area);
  const until = formatUntil(goal.resultUntil, language);
  const hasResult = typeof goal.result === 'number';
  return [
    area === undefined || area.isRoot ? '' : area.name,
    nameOf(goal.pathway, pathways),
    nameOf(goal.target, targets),
    goal.counting === null ? '' : (countingPhrases[goal.counting]?.[language] ?? goal.counting),
    hasResult && until !== '' ? say(goalWords.until, language, { until }) : '',
    hasResult && goal.resultSource === 'computed' ? goalWords.computedResult[language] : '',
    isOneOffice ? '' : goal.office,
  ]
    .filter((part) => part !== '')
    .join(language === 'ja' ? '・' : ', ');
}

/** The result as printed, and as said. */
function printResult(goal: GoalView, language: Language): Pick<GoalRow, 'result' | 'resultUnit' | 'resultWord'> {
  if (typeof goal.result === 'number') {
    const result = printGoalNumber(goal, goal.result);
    const resultUnit = unitBeside(result, unitOf(goal, language));
    return { result, resultUnit, resultWord: formatGoalNumber(goal, goal.result, language) };
  }
  if (goal.result !== 'x' && !isNotReported(goal))
    return { result: '―', resultUnit: '', resultWord: goalWords.noResult[language] };
  const isHidden = goal.result === 'x';
  return {
    result: isHidden ? stateMarks.suppressed : stateMarks.unreported,
    resultUnit: '',
    resultWord: isHidden ? goalWords.hiddenResult[language] : goalWords.notReportedResult[language],
  };
}

/** The measure as the office names it; a standard indicator has its English name. */
export function describeMeasure(goal: GoalView, language: Language): string {
  const english = indicators.find(({ code }) => code === goal.indicator)?.en;
  if (language === 'ja' || english === undefined) return goal.measure;
  return beginTitle(english, language);
}

/** 達成率 in percent, only where more is better: of a limit or a range it would say nothing. */
function printAttainment({ attainment, direction }: GoalView): string {
  if (attainment === null || direction === 'atMost' || direction === 'range') return '';
  return formatNumber(attainment * 100, 1);
}

/** What is needed a month of a goal that is not reached yet, as published. */
function printNeeded({ neededPerMonth }: GoalView): string {
  if (neededPerMonth === null || neededPerMonth === 0) return '';
  return formatNumber(neededPerMonth, Number.isInteger(neededPerMonth) ? 0 : 1);
}

/** '294（268〜321）'. */
function printProjection({ projection, state }: GoalView, language: Language): string {
  if (projection === null || (state !== 'onPace' && state !== 'behind')) return '';
  const { value, low, high } = projection;
  const range =
    language === 'ja'
      ? `（${formatNumber(low)}〜${formatNumber(high)}）`
      : ` (${formatNumber(low)}–${formatNumber(high)})`;
  return `${formatNumber(value)}${range}`;
}

/** A limit that must not be passed (以下) is exceeded, not missed from below. */
function wordOf(goal: GoalView, language: Language): string {
  if (goal.state === 'behind' && goal.direction === 'atMost') return goalWords.behindAtMost[language];
  return goalStates.find(({ state }) => state === goal.state)?.word[language] ?? '';
}

function shapeRow(goal: GoalView, context: RowContext): GoalRow {
  const { all, everyYear, language } = context;
  const before = printBefore(goal, { everyYear, language });
  const shown = goalStates.find(({ state }) => state === goal.state);
  const others = all
    .filter(({ id }) => goal.sameAs.includes(id))
    .map((same) => nameProgramme(same.programme, language));
  const programme = [...new Set(others)].join(language === 'ja' ? '、' : ', ');
  return {
    id: goal.id,
    state: goal.state,
    mark: shown?.mark ?? '',
    word: wordOf(goal, language),
    measure: describeMeasure(goal, language),
    detail: describeCover(goal, context),
    ...printResult(goal, language),
    rows: originOfGoal(goal, context.index),
    goal: describeAim(goal, language),
    bar: shapeGoalBar(goal),
    sentence: describeGoal(goal, language) || (before?.sentence ?? ''),
    sameAs: others.length === 0 ? null : say(goalWords.sameAs, language, { programme }),
    before,
    baseline: goal.baseline === null ? '' : formatGoalNumber(goal, goal.baseline, language),
    attainment: printAttainment(goal),
    needed: printNeeded(goal),
    projection: printProjection(goal, language),
    until: formatUntil(goal.resultUntil, language),
    origin: say(goalWords.row, language, { office: goal.office, row: goal.row }),
  };
}

/** The goals of a fiscal year by programme: the five in their order, then the offices' own words, those without last. `everyYear` holds the year before too. */
export function shapeGoalGroups(
  goals: readonly GoalView[],
  options: { readonly everyYear?: readonly GoalView[]; readonly index: OfficeIndex; readonly language: Language },
): readonly GoalGroup[] {
  const { everyYear = goals, index, language } = options;
  const isOneOffice = new Set(goals.map(({ office }) => office)).size < 2;
  const context: RowContext = { all: goals, everyYear, index, isOneOffice, language };
  const own = [...new Set(goals.map(({ programme }) => programme))];
  const known: readonly string[] = programmes.codes.map(({ code }) => code);
  const place = (programme: string | null) =>
    programme === null ? Number.POSITIVE_INFINITY : known.includes(programme) ? known.indexOf(programme) : known.length;
  const order = own.toSorted((a, b) => (place(a) === place(b) ? own.indexOf(a) - own.indexOf(b) : place(a) - place(b)));
  const rank = (goal: GoalView) => goalStates.findIndex(({ state }) => state === goal.state);
  return order.map((programme) => ({
    programme,
    name: beginTitle(nameProgramme(programme, language), language),
    rows: goals
      .filter((goal) => goal.programme === programme)
      .toSorted((a, b) => rank(a) - rank(b))
      .map((goal) => shapeRow(goal, context)),
  }));
}
