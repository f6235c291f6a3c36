/**
 * What the terms of a goal (成果目標) mean: its unit, what is counted (数え方), and per what it is meant (期間).
 * Real forms write '回/月', '延べ人', 'のべ1000件' and '10%増' where columns of their own would be.
 */
import { type Indicator, indicators } from '../../../sheets-schema/vocabulary/indicators.ts';
import type { Day } from '../codes.ts';

export type Counting = 'distinct' | 'total' | 'new' | 'cumulative' | 'point';
export type GoalPer = 'year' | 'quarter' | 'month' | 'placeMonth';

/** One goal as the office states it. */
export interface GoalTerms {
  readonly fiscalYear: number;
  readonly indicator: string | null;
  readonly measure: string;
  readonly unit: string | null;
  readonly counting: Counting | null;
  readonly baseline: number | null;
  readonly goalValue: number | null;
  readonly goalUpper: number | null;
  readonly direction: 'atLeast' | 'atMost' | 'range' | 'words' | null;
  readonly goalText: string | null;
  readonly per: GoalPer | null;
  readonly result: number | 'unknown' | null;
  readonly resultAsOf: Day | null;
}

const byCode = new Map<string, Indicator>(indicators.map((indicator) => [indicator.code, indicator]));

/** The standard indicator of a goal, or `null` for the office's own measure. */
export function indicatorOfGoal(goal: GoalTerms): Indicator | null {
  return goal.indicator === null ? null : (byCode.get(goal.indicator) ?? null);
}

/** 期間, from its column or from a unit like '回/月' or '件/月/拠点'; a year where nothing is said. */
export function periodOfGoal({ per, unit }: GoalTerms): GoalPer {
  if (per !== null) return per;
  const parts = foldUnit(unit ?? '')
    .split('/')
    .slice(1);
  const isMonthly = parts.some((part) => part === '月');
  if (isMonthly) return parts.length > 1 ? 'placeMonth' : 'month';
  return parts.includes('四半期') ? 'quarter' : 'year';
}

/** Whether the unit itself says 'a month', so that a typed result is a monthly figure like the goal. */
export function hasMonthlyUnit({ unit }: GoalTerms): boolean {
  return foldUnit(unit ?? '')
    .split('/')
    .includes('月');
}

function foldUnit(unit: string): string {
  return unit.normalize('NFKC').replace(/\s/g, '');
}

/** A unit without 'a month', '延べ' and variants of one word: '延べ人' and '名' are 人, 'ヶ所' is か所. */
export function plainUnit(unit: string): string {
  const first = foldUnit(unit).split('/')[0] ?? '';
  const bare = first.replace(/^(延べ|のべ|延)/, '').replace(/数$/, '');
  if (bare === '名') return '人';
  return /^(か|カ|ヵ|ヶ|ケ|箇|個)所$/.test(bare) ? 'か所' : bare;
}

/** Which 数え方 of a goal each indicator's results can be compared with; blank always can. */
function countingsOf({ code, kind }: Indicator): readonly Counting[] {
  if (kind === 'stock') return ['point', 'distinct'];
  if (kind !== 'count') return ['distinct', 'total', 'new', 'cumulative', 'point'];
  if (code === 'N01' || code === 'N06' || code === 'N08') return ['new', 'distinct', 'cumulative'];
  if (code === 'N04' || code === 'N05') return ['new', 'total', 'cumulative'];
  return ['total', 'cumulative'];
}

const countingWords: readonly (readonly [RegExp, Counting])[] = [
  [/延べ|のべ/, 'total'],
  [/実数|実人数/, 'distinct'],
  [/新規/, 'new'],
  [/累計/, 'cumulative'],
];

/** What a goal in words says it counts ('のべ(1000件)', '新規50件'), or `null`. */
function countingInText(text: string | null): Counting | null {
  if (text === null) return null;
  return countingWords.find(([word]) => word.test(text))?.[1] ?? null;
}

/** Whether goal and result count the same thing: 実数 is never compared with 延べ, nor 新規 with 延べ. */
export function countsTheSame(goal: GoalTerms, source: 'computed' | 'typed'): boolean {
  const indicator = indicatorOfGoal(goal);
  if (source === 'computed' && indicator !== null) {
    return goal.counting === null || countingsOf(indicator).includes(goal.counting);
  }
  const stated = countingInText(goal.goalText);
  if (stated === null || goal.counting === null || stated === goal.counting) return true;
  const pair = new Set([stated, goal.counting]);
  return pair.has('cumulative') && !pair.has('point');
}

/** Whether the result has the goal's unit. A typed result shares the goal's column; a computed one has the indicator's unit. */
export function hasSameUnit(goal: GoalTerms, source: 'computed' | 'typed'): boolean {
  const indicator = indicatorOfGoal(goal);
  if (source === 'typed' || indicator === null || goal.unit === null) return true;
  return plainUnit(goal.unit) === plainUnit(indicator.unit);
}

/** Whether results grow over the year (counts) or stand for a moment (stocks, shares, rates, 時点). */
export function accumulates(goal: GoalTerms): boolean {
  const indicator = indicatorOfGoal(goal);
  if (indicator !== null) return indicator.kind === 'count';
  if (goal.counting === 'point') return false;
  return !/[%‰]|^割合$|^点$|\/回$|\/人$/.test(foldUnit(goal.unit ?? ''));
}

/** The growth in percent that a goal asks for ('10%増', 参加者数の増加 in %), or `null` where it is no such goal. */
export function growthAsked(goal: GoalTerms): number | null {
  const text = `${goal.goalText ?? ''} ${goal.measure}`.normalize('NFKC');
  const said = /(\d+(?:\.\d+)?)\s*%\s*(増|減|アップ|削減)/.exec(text);
  const inUnit = foldUnit(goal.unit ?? '') === '%' && goal.indicator === null && /増加|減少|増減/.test(goal.measure);
  if (said === null && !inUnit) return null;
  const size = said === null ? goal.goalValue : Number(said[1]);
  if (size === null) return null;
  const falls = said === null ? goal.measure.includes('減少') : said[2] === '減' || said[2] === '削減';
  return falls ? -size : size;
}
