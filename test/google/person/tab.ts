/** One tab as a person works in it. Cells are named as people name them: 'B12'. */
import type { Cell } from '#sheets-schema/cells/cell.ts';
import type { CellData, Metadata, Sheet } from '../sheets/content.ts';

/** A formula with what comes of it, which the stand-in cannot compute. */
export interface Formula {
  readonly formula: string;
  readonly gives: string | number | boolean;
}

export interface OpenTab {
  readonly id: number;
  title(): string;

  /** Text is taken as typed: '12' becomes a number, '2024/4/1' a day, "'12" stays text. A cell of a grid is put there as it is. */
  type(address: string, typed: Cell | Formula): void;
  /** Several rows of cells from there on, each as `type` takes it. */
  paste(address: string, rows: readonly (readonly Cell[])[]): void;
  /** A cell with its note and formats, to another place. */
  copy(from: string, to: string): void;
  clear(address: string): void;
  writeNote(address: string, text: string): void;
  removeNote(address: string): void;
  /** @param colour '#rrggbb', or a place in the palette; `null` takes the colour away */
  paint(address: string, colour: string | { readonly theme: string } | null): void;

  /** Above row `at` (as people see it, from 1). */
  insertRows(at: number, count: number): void;
  deleteRows(at: number, count: number): void;
  moveRow(from: number, to: number): void;
  /** Left of the column, named as people name it: 'C'. */
  insertColumns(at: string, count: number): void;
  deleteColumn(column: string): void;
  /** So that it stands left of the column `before`. */
  moveColumn(column: string, before: string): void;
  /** Adds at the end. */
  addRows(count: number): void;
  addColumns(count: number): void;
  /** Takes away what is below and to the right. */
  shrink(rows: number, columns: number): void;

  /** Sorts all rows below the header row by a column; what is empty comes last. */
  sort(column: string, options?: { readonly isDescending?: boolean; readonly headerRow?: number }): void;
  rename(title: string): void;
  /** Right behind this one. */
  duplicate(title?: string): void;
  /** To this place among the tabs, from 1. */
  move(position: number): void;
  hide(): void;
  freeze(rows: number, columns?: number): void;
  /** A filter over 'A1:F20', with rows hidden that it leaves out. */
  filter(range: string, hiddenRows?: readonly number[]): void;
  hideRows(at: number, count: number): void;
  merge(range: string): void;
  /** @param editors who may still edit; left out: only a warning */
  protect(range: string | null, editors?: readonly string[]): void;
  addChart(): void;
  /** As the template leaves it: on a column ('C'), on a row (3), or on the tab. */
  leaveMetadata(key: string, value: string, on?: string | number): void;

  /** Values of the whole tab, trailing empty cells and rows left out. */
  values(): readonly (readonly Cell[])[];
  value(address: string): Cell;
  note(address: string): string | null;
  /** The colour that was set, as '#rrggbb'. */
  background(address: string): string | null;
  cell(address: string): CellData | undefined;
  /** Notes by address, those that are there. */
  notes(): Readonly<Record<string, string>>;
  backgrounds(): Readonly<Record<string, string>>;
  metadata(): readonly Metadata[];
  size(): { readonly rows: number; readonly columns: number };
  sheet(): Sheet;
}
