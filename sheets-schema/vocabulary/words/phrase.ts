/** One phrase of the dashboard in its two languages. `{name}` is filled from facts by the one who says it. */
export interface Phrase {
  readonly ja: string;
  readonly en: string;
}

/** The languages that the dashboard speaks; Japanese first. */
export type Language = keyof Phrase;
