/**
 * A table model as rows of plain cells, for CSV and .xlsx alike: numbers as printed, states as words (never as marks),
 * one header row (groups are joined to their columns), the level of rows of a tree and what is incomplete in columns of their own.
 */
import { exportWords } from '#sheets-schema/vocabulary/words/export.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { figureStateWords } from '#sheets-schema/vocabulary/words/states.ts';
import { printedValue } from '../figures/format.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel, TableRow } from '../table-model.ts';

export type SheetCell =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly decimals: number;
      /** A difference is printed with its sign. */
      readonly isDifference: boolean;
      readonly isPartial: boolean;
    }
  | { readonly kind: 'text'; readonly text: string; readonly isState: boolean }
  | { readonly kind: 'blank' };

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  readonly isBold: boolean;
  /** Steps to the right of the first cell. */
  readonly indent: number;
}

export interface Sheet {
  readonly header: readonly string[];
  readonly rows: readonly SheetRow[];
  readonly hasPartial: boolean;
}

function text(words: string): SheetCell {
  return { kind: 'text', text: words, isState: false };
}

function sheetCell(cell: TableCell, language: Language): SheetCell {
  if (cell.kind === 'blank') return { kind: 'blank' };
  if (cell.kind === 'text') return text(cell.text);
  const value = cell.kind === 'figure' ? cell.figure : cell.difference;
  if (value.state !== 'value' && value.state !== 'zero')
    return { kind: 'text', text: figureStateWords[value.state][language], isState: true };
  return {
    kind: 'number',
    value: printedValue(value.value, cell.decimals),
    decimals: cell.decimals,
    isDifference: cell.kind === 'difference',
    isPartial: cell.isPartial === true,
  };
}

/** The heading of each column, with that of its group before it. */
function columnNames(model: TableModel): readonly string[] {
  const groups = (model.groups ?? []).flatMap(({ label, span }) => Array.from({ length: span }, () => label));
  return model.columns.map(({ label }, position) => {
    const group = groups[position] ?? '';
    return group === '' || group === label ? label : `${group} ${label}`;
  });
}

/** What is incomplete in a row, named by its columns. */
function remarksOf(row: TableRow, names: readonly string[], language: Language): string {
  const columns = names.filter((_, position) => {
    const cell = row.cells[position];
    return (cell?.kind === 'figure' || cell?.kind === 'difference') && cell.isPartial === true;
  });
  if (columns.length === 0) return '';
  return say(exportWords.partial, language, { columns: columns.join(language === 'ja' ? '、' : ', ') });
}

/** @param withRemarks whether 一部未報告 is said in words in a last column (CSV), or by the cell's own format (.xlsx) */
export function shapeSheet(model: TableModel, language: Language, { withRemarks }: { withRemarks: boolean }): Sheet {
  const names = columnNames(model);
  const isTree = model.rows.some(({ depth }) => (depth ?? 0) > 0);
  const remarks = model.rows.map((row) => remarksOf(row, names, language));
  const hasPartial = remarks.some((remark) => remark !== '');
  return {
    header: [
      model.rowHeader,
      ...(isTree ? [say(exportWords.level, language)] : []),
      ...names,
      ...(hasPartial && withRemarks ? [say(exportWords.remarks, language)] : []),
    ],
    rows: model.rows.map((row, position) => ({
      isBold: row.look !== undefined && row.look !== 'plain',
      indent: row.depth ?? 0,
      cells: [
        text(row.label),
        ...(isTree ? [levelCell(row)] : []),
        ...model.columns.map((_, column) => sheetCell(row.cells[column] ?? { kind: 'blank' }, language)),
        ...(hasPartial && withRemarks ? [text(remarks[position] ?? '')] : []),
      ],
    })),
    hasPartial,
  };
}

/** 1 for the first level; a sum has none. */
function levelCell(row: TableRow): SheetCell {
  if (row.look === 'total') return { kind: 'blank' };
  return { kind: 'number', value: (row.depth ?? 0) + 1, decimals: 0, isDifference: false, isPartial: false };
}
