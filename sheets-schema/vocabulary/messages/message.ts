/** The shape of a sentence about a workbook: Japanese, then English. Types only. */

/** A phrase in both languages. */
export interface BothLanguages {
  readonly ja: string;
  readonly en: string;
}

/**
 * One kind of finding. `{name}` is filled from the finding's place and facts (describe-finding.ts lists them).
 * 「{typed}」 is left out where what was typed may not be quoted.
 */
export interface FindingMessage extends BothLanguages {
  /** error: something typed was not used. notice: used, with a remark. */
  readonly severity: 'error' | 'notice';
  /** What is said instead where nothing can be proposed. */
  readonly withoutSuggestion?: BothLanguages;
  /** The kind in a few words (データの状態). */
  readonly title: BothLanguages;
  /** How to mend all of the kind, without naming one cell. */
  readonly mend: BothLanguages;
}

/** Sentences by code. */
export type FindingMessages = Readonly<Record<string, FindingMessage>>;
