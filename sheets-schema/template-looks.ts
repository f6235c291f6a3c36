/**
 * How cells of the template look. Text stands on its colour with a contrast of at least 4.5:1, and no colour says
 * anything alone: a header of a required column also carries its mark, a tab of ours also says so in words.
 */

/** How cells of a column are shown. Text keeps '01-2' from becoming a date. */
export type CellFormat = 'text' | 'integer' | 'decimal' | 'date';

export interface CellLook {
  /** '#rrggbb', or `null` for none. */
  readonly background: string | null;
  readonly colour: string;
  readonly isBold: boolean;
  /** In points. */
  readonly size: number;
  readonly wraps: boolean;
  /** A thin line around the cell, '#rrggbb', or `null`. */
  readonly border: string | null;
  /** Whether it is kept where its tab is protected. */
  readonly isLocked: boolean;
  readonly format: CellFormat;
}

const plain: CellLook = {
  background: null,
  colour: '#1a1a1a',
  isBold: false,
  size: 11,
  wraps: false,
  border: null,
  isLocked: true,
  format: 'text',
};

const line = '#7a9a9f';

/** By what a cell is for. */
export const looks = {
  plain,
  title: { ...plain, isBold: true, size: 18, colour: '#00414d' },
  heading: { ...plain, isBold: true, size: 12, colour: '#00414d' },
  paragraph: { ...plain, wraps: true },
  remark: { ...plain, wraps: true, size: 10, colour: '#4d4d4d' },
  requiredHeader: { ...plain, background: '#00535f', colour: '#ffffff', isBold: true, border: line },
  header: { ...plain, background: '#d7ebee', isBold: true, border: line },
  systemHeader: { ...plain, background: '#e6e6e6', isBold: true, border: line },
  /** Where an item of 基本情報 is written. */
  value: { ...plain, border: line },
  /** 使用 in 選択肢, which people set. */
  choice: { ...plain, isLocked: false },
  help: { ...plain, border: line, size: 10, colour: '#4d4d4d', wraps: true },
} as const satisfies Readonly<Record<string, CellLook>>;
