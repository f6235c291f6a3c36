/**
 * A figure as it is taken along: the very model that is drawn, with whose figures they are, where they come from and how
 * far they reach. What a file holds is made from this and from nothing else.
 */
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import type { TableModel } from '../table-model.ts';

export interface FigureModel {
  readonly language: Language;
  /** Parts of the file name, from the widest to the narrowest: '氷見市', '経路別', '構成比', '令和6年度'. */
  readonly names: readonly string[];
  /** The finding. */
  readonly title: string;
  readonly measure: string;
  readonly table: TableModel;
  readonly notes: readonly string[];
  /** 出典, without the word itself. */
  readonly source: string;
  /** '令和6年12月31日'; `null` where no figures were ever reported. */
  readonly dataUntil: string | null;
  /** '1月14日 6:10'; `null` before anything is known about the release. */
  readonly published: string | null;
  readonly isFictional: boolean;
  /** Leads back to the figure. */
  readonly link: string;
}
