/** What is said below a comparison: marks that stand in it, how chance was reckoned with, guide values, and breaks of a series. */
import type { ComparisonObject } from '#functions/publish/comparison.ts';
import { comparisonWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatDay, formatNumber } from '../figures/format.ts';
import { say } from '../say.ts';
import { formatComparedPeriod } from './compared-choice.ts';
import type { ShownComparison } from './interval-table.ts';
import { nameMeasure, printShort } from './measure-words.ts';
import { nameGroup } from './town-sentence.ts';

/** '人口10万対新規相談件数(月平均) 海野県 令和6年度'. */
export function measureLine({ comparison, measure, period, language }: ShownComparison): string {
  return say(comparisonWords.measureLine, language, {
    measure: nameMeasure(measure.measure, language),
    prefecture: comparison.prefecture.name,
    period: formatComparedPeriod(period.period, language),
  });
}

function inBrackets(definition: string | null, language: Language): string {
  return definition === null ? '' : say(comparisonWords.guideDefinition, language, { definition });
}

/** Guide values and reference values that hold in the period, with their source. */
function guideNotes({ measure, period, language }: ShownComparison): readonly string[] {
  return period.guides.flatMap((position) => {
    const guide = measure.guides[position];
    if (guide === undefined) return [];
    const name = guide.scope === 'national' ? comparisonWords.guide : comparisonWords.guideOwn;
    return [
      say(comparisonWords.guideNote, language, {
        name: name[language],
        value: printShort(measure.measure, guide.value),
        source: guide.source ?? say(comparisonWords.guideFrom, language, { from: formatDay(guide.from, language) }),
        definition: inBrackets(guide.definition, language),
      }),
    ];
  });
}

function breakNotes({ measure, period, language }: ShownComparison): readonly string[] {
  if (!period.towns.some(({ notes }) => notes.includes('broken'))) return [];
  return measure.breaks.map(({ from, definition }) =>
    say(comparisonWords.breakNote, language, {
      from: formatDay(from, language),
      definition: inBrackets(definition, language),
    }),
  );
}

/** The groups that smoothed values lean on, each once. */
export function smoothedNote({ period, language }: ShownComparison): string | null {
  const groups = [
    ...new Set(period.towns.flatMap(({ smoothed }) => (smoothed === null ? [] : [nameGroup(smoothed, language)]))),
  ];
  if (groups.length === 0) return null;
  return say(comparisonWords.smoothedNote, language, { groups: groups.join(language === 'ja' ? '、' : ', ') });
}

/** The forms of that year (実施状況報告) left open what is to be counted. */
const yearOfForms = 'FY2018';

/** Whether what is shown may come from forms that count different things: real figures of FY2018. */
export function isOfForms(period: string, towns: readonly { readonly isFictional: boolean }[]): boolean {
  return period === yearOfForms && towns.some(({ isFictional }) => !isFictional);
}

/** 秘匿 by the rule that holds here: 5件未満, 10件未満 or what the administration decided. */
export function hiddenNote(rule: ComparisonObject['protection'], language: Language): string {
  if (rule === undefined) return comparisonWords.noteHidden[language];
  const words = rule.zeros === 'hidden' ? comparisonWords.noteHiddenWithZeros : comparisonWords.noteHiddenBelow;
  return say(words, language, { threshold: rule.threshold });
}

/** Marks first, then chance, then guide values and breaks. */
export function comparisonNotes(shown: ShownComparison): readonly string[] {
  const { comparison, period, language } = shown;
  const has = (state: string) => period.towns.some((town) => town.state === state);
  const { overdispersion, outsideByChance } = period;
  const isJudged = period.towns.some((town) => town.class !== null);
  return [
    has('suppressed') ? hiddenNote(comparison.protection, language) : '',
    (comparison.protection?.roundedTo ?? 1) > 1
      ? say(comparisonWords.noteRounded, language, { unit: comparison.protection?.roundedTo ?? 1 })
      : '',
    has('unreported') ? comparisonWords.noteUnreported[language] : '',
    period.towns.some(({ unranked }) => unranked === 'few') ? comparisonWords.noteFew[language] : '',
    overdispersion.isApplied
      ? say(comparisonWords.noteWidened, language, { phi: formatNumber(overdispersion.phi ?? 0, 1) })
      : '',
    isJudged && !overdispersion.isApplied
      ? say(comparisonWords.noteChance, language, { outside: Math.max(1, Math.round(outsideByChance)) })
      : '',
    isOfForms(period.period, comparison.towns) ? comparisonWords.noteForms[language] : '',
    ...guideNotes(shown),
    ...breakNotes(shown),
  ].filter((note) => note !== '');
}
