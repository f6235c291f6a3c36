/** Sentences about days, months and fiscal years. */
import type { FindingMessages } from './message.ts';

export const dateMessages = {
  'date/without-year': {
    severity: 'error',
    ja: '{header}「{typed}」に年がありません。2024/11/5 のように入れてください。',
    en: '{header} "{typed}" has no year. Please type it like 2024/11/5.',
    title: { ja: '日付に年がありません', en: 'Dates without a year' },
    mend: { ja: '2024/11/5 のように、年から入れてください。', en: 'Type the year too, like 2024/11/5.' },
  },
  'date/without-day': {
    severity: 'error',
    ja: '{header}「{typed}」に日がありません。2024/11/5 のように入れてください。',
    en: '{header} "{typed}" has no day. Please type it like 2024/11/5.',
    title: { ja: '日付に日がありません', en: 'Dates without a day' },
    mend: { ja: '2024/11/5 のように、日まで入れてください。', en: 'Type the day too, like 2024/11/5.' },
  },
  'date/two-digit-year': {
    severity: 'error',
    ja: '{header}「{typed}」は西暦か元号か分かりません。2024/11/5 か R6.11.5 のように入れてください。',
    en: 'The year of {header} "{typed}" could be Western or of an era. Please type it like 2024/11/5 or R6.11.5.',
    title: { ja: '年が2けた以下で、元号がありません', en: 'Two-digit years without an era' },
    mend: { ja: '2024/11/5 か R6.11.5 のように入れてください。', en: 'Type it like 2024/11/5 or R6.11.5.' },
  },
  'date/no-such-day': {
    severity: 'error',
    ja: '{header}「{typed}」はない日付です。正しい日付にすると数えられます。',
    en: 'There is no day {header} "{typed}". Once it is corrected, the row counts.',
    title: { ja: 'ない日付があります', en: 'Days that do not exist' },
    mend: { ja: '正しい日付にしてください。', en: 'Correct the date.' },
  },
  'date/not-a-date': {
    severity: 'error',
    ja: '{header}「{typed}」は日付として読めません。2024/11/5 のように入れてください。',
    en: '{header} "{typed}" cannot be read as a date. Please type it like 2024/11/5.',
    title: { ja: '日付として読めません', en: 'Not a date' },
    mend: { ja: '2024/11/5 のように入れてください。', en: 'Type it like 2024/11/5.' },
  },
  'date/utc-time': {
    severity: 'error',
    ja: '{header}「{typed}」は協定世界時で、日本の日付と違うことがあります。{suggestion} のように日付だけを入れてください。',
    en: '{header} "{typed}" is in universal time, and its day may not be the day in Japan. Please type the date only, like {suggestion}.',
    title: { ja: '世界時の日時があります', en: 'Times in UTC' },
    mend: { ja: '日本の日付だけを入れてください。', en: 'Type the day in Japan only.' },
  },
  'date/serial': {
    severity: 'notice',
    ja: '{header}「{typed}」は{day}として読みました。書式を「日付」にすると分かりやすくなります。',
    en: '{header} "{typed}" was read as {day}. With a date format it is easier to see.',
    title: { ja: '日付が数字になっています', en: 'Dates shown as plain numbers' },
    mend: {
      ja: 'セルの書式を「日付」にしてください。このままでも数えています。',
      en: 'Set the format to date; it counts as it is.',
    },
  },
  'date/other-era': {
    severity: 'notice',
    ja: '{header}「{typed}」は{day}として読みました。このままで構いません。',
    en: '{header} "{typed}" was read as {day}. Nothing needs to be done.',
    title: { ja: '元号が1つ前後しています', en: 'Dates under a neighbouring era' },
    mend: { ja: 'このままで構いません。', en: 'Nothing needs to be done.' },
  },
  'date/future': {
    severity: 'error',
    ja: '{header}「{typed}」はこれから来る日です。正しい日付にすると数えられます。',
    en: '{header} "{typed}" is still to come. Once it is corrected, the row counts.',
    title: { ja: 'これから来る日付があります', en: 'Dates still to come' },
    mend: { ja: '年と月を確かめてください。', en: 'Check the year and month.' },
  },
  'date/too-early': {
    severity: 'error',
    ja: '{header}「{typed}」は古すぎます。2000/4/1 からの日付にしてください。',
    en: '{header} "{typed}" is too early. Dates begin with 2000/4/1.',
    title: { ja: '古すぎる日付があります', en: 'Dates too early' },
    mend: { ja: '年を確かめてください。', en: 'Check the year.' },
  },
  'date/outside-year': {
    severity: 'error',
    ja: '{header}「{typed}」は、対象年度（{fiscalYear}）の日付ではありません。日付か、「基本情報」の対象年度を確かめてください。',
    en: '{header} "{typed}" is not in the fiscal year of this workbook ({fiscalYear}). Please check the date, or 対象年度 in the tab 基本情報.',
    title: { ja: '対象年度の外の日付があります', en: 'Dates outside the fiscal year of the workbook' },
    mend: {
      ja: '日付か、「基本情報」の対象年度を確かめてください。',
      en: 'Check the date, or 対象年度 in the tab 基本情報.',
    },
  },
  'fiscal-year/without-era': {
    severity: 'error',
    ja: '{header}「{typed}」は西暦か元号か分かりません。2024 か 令和6年度 のように入れてください。',
    en: '{header} "{typed}" could be Western or of an era. Please type it like 2024 or 令和6年度.',
    title: { ja: '年度に元号がありません', en: 'Fiscal years without an era' },
    mend: { ja: '2024 か 令和6年度 のように入れてください。', en: 'Type it like 2024 or 令和6年度.' },
  },
  'fiscal-year/not-a-year': {
    severity: 'error',
    ja: '{header}「{typed}」は年度として読めません。2024 か 令和6年度 のように入れてください。',
    en: '{header} "{typed}" cannot be read as a fiscal year. Please type it like 2024 or 令和6年度.',
    title: { ja: '年度として読めません', en: 'Not a fiscal year' },
    mend: { ja: '2024 か 令和6年度 のように入れてください。', en: 'Type it like 2024 or 令和6年度.' },
  },
  'month/not-a-month': {
    severity: 'error',
    ja: '{header}「{typed}」は月として読めません。{suggestion} なら、そう入れてください。1年分なら空けてください。',
    en: '{header} "{typed}" cannot be read as a month. If {suggestion} is meant, please type that; leave it blank for the whole year.',
    withoutSuggestion: {
      ja: '{header}「{typed}」は月として読めません。4 のように入れてください。1年分なら空けてください。',
      en: '{header} "{typed}" cannot be read as a month. Please type it like 4; leave it blank for the whole year.',
    },
    title: { ja: '月として読めません', en: 'Not a month' },
    mend: {
      ja: '4 のように入れてください。1年分なら空けてください。',
      en: 'Type it like 4; leave it blank for the whole year.',
    },
  },
} as const satisfies FindingMessages;
