/** Fills the sentences of the catalogue from a finding's place and facts. The words stand in vocabulary/messages. */
import type { Finding } from './finding.ts';
import { eraYear } from './vocabulary/eras.ts';
import { indicators } from './vocabulary/indicators.ts';
import { type FindingMessage, failureMessages, findingMessages } from './vocabulary/messages.ts';

/** The languages that findings speak. */
export type Language = 'ja' | 'en';

/**
 * What each placeholder stands for. The first group is taken from the finding itself; the others are facts that whoever makes
 * the finding gives along. `rows` and `neither` are made of the finding's rows.
 */
export const placeholders = {
  tab: 'the tab, as the office named it',
  header: 'the standard header of the column',
  cell: 'the A1 address',
  row: 'the row number',
  typed: 'what was typed, where it may be quoted',
  suggestion: 'what could be typed instead',
  rows: 'the row and all others of the finding, in words',
  neither: 'どちらも or どれも, by the number of rows',
  account: 'the address of our account at Google',
  area: "an area's code or name",
  code: 'the code of an area',
  codes: 'codes of areas',
  count: 'how many rows',
  counted: 'the name of the code that was counted instead',
  day: 'a day as read, YYYY-MM-DD',
  difference: 'how far apart two numbers are',
  example: 'a word that the column takes',
  fiscalYear: 'a fiscal year, as its April',
  from: 'a number as it was',
  indicator: 'the name of an indicator',
  madeAs: 'the standard header that the template gave the column',
  months: "months 'YYYY-MM', separated by commas",
  name: 'the name of an area',
  one: 'a municipality code',
  other: 'another municipality code, or the other workbook',
  own: 'the standard name that 読替 gives',
  parent: 'the code of an area above',
  period: "a month 'YYYY-MM' or a fiscal year 'FY2023'",
  prefecture: 'the name of a prefecture',
  standard: 'the standard word',
  successor: 'the area that took over',
  sum: 'the sum of the parts',
  to: 'a number as it is now',
  total: 'the total as typed',
  used: 'the tab or cell that is used instead',
  value: 'the number that was counted',
  words: 'the words to choose from',
  file: 'the name of the workbook',
  folder: 'the path of the folder',
  limit: 'the most that is read',
  megabytes: 'the size of the file',
  tabs: 'names of tabs',
  headers: 'standard headers of columns',
  threshold: 'the count below which is hidden',
  least: 'the lowest such count that may be given',
  usual: 'such a count that holds where nothing is said',
} as const satisfies Readonly<Record<string, string>>;

const placeholder = /\{([a-zA-Z]+)\}/g;

/** The sentence of a finding: what, where, how to mend it. */
export function describeFinding(finding: Finding, language: Language): string {
  const message: FindingMessage = findingMessages[finding.code];
  const sentence =
    finding.suggestion === null && message.withoutSuggestion !== undefined
      ? message.withoutSuggestion[language]
      : message[language];
  const quoted = finding.typed === null ? withoutQuote(sentence, language) : sentence;
  const rows = [...new Set([finding.row, ...finding.otherRows])]
    .filter((row) => row !== null)
    .toSorted((one, other) => one - other);
  return quoted.replace(placeholder, (_, name: string) => {
    switch (name) {
      case 'tab':
      case 'header':
      case 'cell':
      case 'typed':
      case 'suggestion':
        return finding[name] ?? spellFact(name, finding.facts[name], language);
      case 'row':
        return finding.row === null ? '' : String(finding.row);
      case 'rows':
        return spellRows(rows, language);
      case 'neither':
        return spellNeither(rows.length, language);
      default:
        return spellFact(name, finding.facts[name], language);
    }
  });
}

/** The sentence of a workbook or folder that could not be used. An unknown code is given back as it is. */
export function describeFailure(
  code: string,
  facts: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  const messages: Readonly<Record<string, Readonly<Record<Language, string>> | undefined>> = failureMessages;
  const message = Object.hasOwn(messages, code) ? messages[code] : undefined;
  if (message === undefined) return code;
  return message[language].replace(placeholder, (_, name: string) => spellFact(name, facts[name], language));
}

/** A sentence that may not quote names the column alone, or the cell where it names nothing. */
function withoutQuote(sentence: string, language: Language): string {
  if (language === 'ja') {
    return sentence
      .replaceAll(/\{header\} ?「?\{typed\}」? ?/g, '{header}')
      .replaceAll('（{typed}）', '')
      .replaceAll('「{typed}」', 'この値')
      .replaceAll('{typed}', 'この値');
  }
  return sentence
    .replaceAll(/\{header\} "?\{typed\}"?/g, '{header}')
    .replaceAll(' ({typed})', '')
    .replace(/^"?\{typed\}"?/, 'This value')
    .replaceAll(/"?\{typed\}"?/g, 'this value');
}

/** '12行目と40' before the 行目 of the sentence; '12 and 40'. Many rows are named by the first ones and the last. */
function spellRows(rows: readonly number[], language: Language): string {
  const most = 10;
  const named = (rows.length > most ? [...rows.slice(0, most - 1), '…', ...rows.slice(-1)] : rows).map(String);
  if (language === 'ja') {
    return named.length === 2 ? named.join('行目と') : named.join('行目、').replace('…行目', '…');
  }
  return joinWithAnd(named);
}

/** 'a', 'a and b', 'a, b and c'. */
function joinWithAnd(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function spellNeither(count: number, language: Language): string {
  if (language === 'ja') return count === 2 ? 'どちらも' : 'どれも';
  return count === 2 ? 'Neither' : 'None';
}

function spellFact(name: string, fact: string | number | undefined, language: Language): string {
  if (fact === undefined) return '';
  if (name === 'fiscalYear') {
    if (fact === '') return '';
    return language === 'ja' ? eraYear(Number(fact)) : `FY${fact}`;
  }
  if (typeof fact === 'number') return spellNumber(fact);
  if (name === 'months') return spellMonths(fact.split(','), language);
  if (name === 'period') return spellPeriod(fact, language);
  if (name === 'indicator') return indicators.find(({ code }) => code === fact)?.[language] ?? fact;
  // Days are shown as clerks type them.
  if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(fact))
    return language === 'ja' ? fact.split('-').map(Number).join('/') : fact;
  return fact;
}

function spellNumber(number: number): string {
  const [whole = '', decimals] = String(number).split('.');
  const grouped = whole.replace(/(?<=[0-9])(?=(?:[0-9]{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** 2024年5月, May 2024; 令和5年度, FY2023. */
function spellPeriod(period: string, language: Language): string {
  if (period.startsWith('FY')) return language === 'ja' ? eraYear(Number(period.slice(2))) : period;
  if (language === 'en') return spellMonths([period], language);
  const [year = '', month] = period.split('-');
  return `${year}年${Number(month)}月`;
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** 8月と9月; August and September 2024. */
function spellMonths(months: readonly string[], language: Language): string {
  const named = months.map((month) => {
    const [year, number] = month.split('-');
    return { year, number: Number(number) };
  });
  if (language === 'ja') return named.map(({ number }) => `${number}月`).join(named.length === 2 ? 'と' : '、');
  const words = joinWithAnd(named.map(({ number }) => monthNames[number - 1] ?? ''));
  return `${words} ${named.at(-1)?.year ?? ''}`.trim();
}
