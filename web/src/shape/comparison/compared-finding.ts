/** What a comparison found, said first; and on whom it rests: who is left out and why, and who is compared on fewer months. */
import type { ComparisonObject, DeviationClass, LeftOut, PeriodComparison } from '#functions/publish/comparison.ts';
import { comparisonWords, leftOutWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { say } from '../say.ts';
import { printCompared } from './measure-words.ts';

export interface Compared {
  readonly comparison: Pick<ComparisonObject, 'towns'>;
  readonly measure: string;
  readonly period: PeriodComparison;
  readonly language: Language;
}

/** So many are named in a sentence; of more, the first and how many. */
const namedAtMost = 3;

const separator = (language: Language) => (language === 'ja' ? '、' : ', ');

export function nameTown({ towns }: Pick<ComparisonObject, 'towns'>, code: string): string {
  return towns.find((town) => town.code === code)?.name ?? code;
}

/** '藤ヶ浦市、松ヶ丘町', or 'A市、B町、C町など7'. */
function nameAll(names: readonly string[], language: Language): string {
  const text = names.slice(0, namedAtMost).join(separator(language));
  if (names.length <= namedAtMost) return text;
  return say(comparisonWords.andOthers, language, { names: text, count: names.length });
}

function classed({ comparison, period }: Compared, wanted: DeviationClass): readonly string[] {
  const found = period.towns.filter((town) => town.class === wanted);
  const isHigh = wanted === 'high' || wanted === 'clearlyHigh';
  return found
    .toSorted((one, other) => ((other.value ?? 0) - (one.value ?? 0)) * (isHigh ? 1 : -1))
    .map(({ code }) => nameTown(comparison, code));
}

/** '14市町村のうち、県の値（31.3件）より明らかに高いのは1市町村（藤ヶ浦市）、明らかに低いのは1市町村（松ヶ丘町）です'. */
export function comparisonFinding(compared: Compared): string {
  const { period, measure, language, comparison } = compared;
  const { reference } = period;
  if (reference === null || reference.towns === 0) return comparisonWords.findingNone[language];
  const shown = period.towns.filter(({ value }) => value !== null);
  const [only] = shown;
  if (reference.towns < 2 && only !== undefined) {
    const value = printCompared(measure, only.value ?? 0, language);
    return say(comparisonWords.findingAlone, language, { name: nameTown(comparison, only.code), value });
  }
  const [high, low] = [classed(compared, 'clearlyHigh'), classed(compared, 'clearlyLow')];
  const counted = (names: readonly string[]) =>
    names.length > namedAtMost
      ? say(comparisonWords.counted, language, { count: names.length })
      : say(comparisonWords.named, language, { count: names.length, names: nameAll(names, language) });
  const facts = {
    towns: reference.towns,
    reference: printCompared(measure, reference.value, language),
    high: counted(high),
    low: counted(low),
  };
  if (shown.every((town) => town.class === null)) return say(comparisonWords.findingClustered, language, facts);
  if (high.length > 0 && low.length > 0) return say(comparisonWords.findingBoth, language, facts);
  if (high.length > 0) return say(comparisonWords.findingHigh, language, facts);
  if (low.length > 0) return say(comparisonWords.findingLow, language, facts);
  return say(comparisonWords.findingNeither, language, facts);
}

/** Who is high or low without being clearly so, and that none of it is a judgement. */
export function findingBeside(compared: Compared): string {
  const { period, language } = compared;
  const [high, low] = [classed(compared, 'high'), classed(compared, 'low')];
  const within = classed(compared, 'within').length;
  const isJudged = period.towns.some((town) => town.class !== null);
  return [
    high.length === 0 ? '' : say(comparisonWords.besideHigh, language, { names: nameAll(high, language) }),
    low.length === 0 ? '' : say(comparisonWords.besideLow, language, { names: nameAll(low, language) }),
    within === 0 || within === (period.reference?.towns ?? 0)
      ? ''
      : say(comparisonWords.besideWithin, language, { count: within }),
    isJudged ? comparisonWords.besideNeutral[language] : '',
  ]
    .filter((part) => part !== '')
    .join(language === 'ja' ? '' : ' ');
}

/** In the order in which reasons are said: what is missing first. */
const reasons: readonly LeftOut[] = [
  'noReport',
  'hidden',
  'noPopulation',
  'noBase',
  'overall',
  'notApplicable',
  'prefecture',
  'ward',
];

/** Who is compared, who is not and why, and who on fewer months. Everybody is named. */
export function sayCompleteness({ comparison, period, language }: Compared): readonly string[] {
  const all = comparison.towns.filter(({ isCompared }) => isCompared).length;
  const shown = period.towns.filter(({ value }) => value !== null);
  const names = (codes: readonly { readonly code: string }[]) =>
    codes.map(({ code }) => nameTown(comparison, code)).join(separator(language));
  const fewer = shown.filter(({ notes }) => notes.includes('months'));
  const partly = shown.filter(({ notes }) => notes.includes('partly'));
  const whole = all === 1 ? comparisonWords.completeAlone : comparisonWords.completeAll;
  return [
    say(shown.length === all ? whole : comparisonWords.completeSome, language, {
      all,
      compared: shown.length,
    }),
    ...reasons.flatMap((reason) => {
      const left = period.towns.filter(({ leftOut }) => leftOut === reason);
      if (left.length === 0) return [];
      return [say(comparisonWords.leftOutOf, language, { reason: leftOutWords[reason][language], names: names(left) })];
    }),
    ...(fewer.length === 0 ? [] : [say(comparisonWords.fewerMonths, language, { list: listMonths(fewer) })]),
    ...(partly.length === 0 ? [] : [say(comparisonWords.partlyOf, language, { names: names(partly) })]),
  ];

  function listMonths(towns: PeriodComparison['towns']): string {
    return towns
      .map(({ code, months }) =>
        say(comparisonWords.monthsOf, language, {
          name: nameTown(comparison, code),
          due: months?.due ?? '',
          reported: months?.reported ?? '',
        }),
      )
      .join(separator(language));
  }
}
