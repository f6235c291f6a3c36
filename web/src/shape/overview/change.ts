/** One sentence of 変わったこと, and what all of them are made from. */
import type { CorrectionsObject } from '#functions/publish/detail.ts';
import type { Cut, GoalView, OfficeIndex } from '#functions/publish/release.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import type { ViewState } from '../../view-state.ts';
import type { SeriesPoint } from '../figures/series.ts';
import type { Selection } from '../selection.ts';
import type { SentencePart } from './tell.ts';

/** One sentence with its tag and where it leads. */
export interface Change {
  readonly key: string;
  readonly tag: string;
  readonly tone: 'plain' | 'accent' | 'short' | 'warn';
  readonly sentence: string;
  /** The sentence in its parts, where figures of it lead to their rows. */
  readonly parts?: readonly SentencePart[];
  readonly link: { readonly label: string; readonly to: Partial<ViewState> };
}

export interface ChangeSources {
  readonly index: OfficeIndex;
  /** The cut of the selection. */
  readonly cut: Cut;
  /** Every area; `null` while it loads. */
  readonly areas: Cut | null;
  readonly goals: readonly GoalView[];
  /** 訂正の記録; `null` where there is none. */
  readonly corrections: CorrectionsObject | null;
  /** The points of the trend. */
  readonly points: readonly SeriesPoint[];
  readonly selection: Selection;
  readonly language: Language;
}
