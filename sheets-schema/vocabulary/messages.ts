/**
 * Every sentence we say about a workbook, Japanese then English, by key. No conditions here.
 * `{name}` is filled from the finding's facts. `title` names the kind in a few words (データの状態), `mend` says what to do.
 */
export interface FindingMessage {
  readonly severity: 'error' | 'notice';
  readonly ja: string;
  readonly en: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly mend: { readonly ja: string; readonly en: string };
}

export const findingMessages = {
  'date/without-year': {
    severity: 'error',
    ja: '{header}「{typed}」に年がありません。2024/11/5 のように入れてください。',
    en: '{header} "{typed}" has no year. Please type it like 2024/11/5.',
    title: { ja: '日付に年がありません', en: 'Dates without a year' },
    mend: { ja: '2024/11/5 のように、年から入れてください。', en: 'Type the year too, like 2024/11/5.' },
  },
} as const satisfies Record<string, FindingMessage>;

/** Sentences about a workbook that could not be read, by the code of the failure. */
export const failureMessages = {
  'file/not-a-workbook': {
    ja: '「{file}」はブックとして読めません。Excel で開いて .xlsx として保存し直してください。',
    en: '"{file}" is not a workbook. Open it in Excel and save it again as .xlsx.',
  },
} as const satisfies Record<string, { readonly ja: string; readonly en: string }>;
