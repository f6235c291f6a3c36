/**
 * What stands in 選択肢: of each list first the words in use, which its dropdown shows, then those that the office does not use.
 * What people set in 使用 stays, and so do words that somebody has added below.
 */
import { type Cell, isBlankCell, readCell, tables } from '#sheets-schema';
import type { CellChange, CellRange } from '#sheets-schema/template-change.ts';
import { looks } from '#sheets-schema/template-looks.ts';
import type { Dropdown, WordList } from '#sheets-schema/template-words.ts';
import type { FoundPlaces } from './find-places.ts';

export interface ArrangedWords {
  readonly cells: readonly CellChange[];
  /** Words that were not there before, as they are shown. */
  readonly added: readonly string[];
  /** Rows of the tab that are needed. */
  readonly rowCount: number;
  /** The tab is not as we know it, or words of the office's own stand in the way: it stays as it is. */
  readonly isKept: boolean;
  /** The cells that a dropdown takes its words from; `null` where it would be empty. */
  rangeOf(dropdown: Dropdown & { from: 'words' }): Omit<CellRange, 'tab'> | null;
}

const fields = ['list', 'code', 'name', 'isUsed'] as const;
type Texts = readonly [list: string, code: string, name: string, isUsed: string];

/** `found`: the tab as it is; `null` where there is none. */
export function arrangeWords(lists: readonly WordList[], found: FoundPlaces | null): ArrangedWords {
  const columns = fields.map((field, index) => (found === null ? index : (found.fields.get(field) ?? -1)));
  const headerRow = found?.headerRow ?? 0;
  const before =
    found === null ? [] : found.grid.rows.slice(headerRow + 1).map((row) => columns.map((at) => row[at] ?? null));
  const kept = new Map(before.map((cells) => [keyOf(cells), cells[3] ?? null]));

  const ours = new Set<string>();
  const rows: Texts[] = [];
  const ranges = new Map<string, { readonly first: number; readonly used: number; readonly head: number }>();
  const added: string[] = [];
  for (const list of lists) {
    const words = list.words.map((word, index) => {
      const key = keyOf([list.name, word.code, word.name]);
      ours.add(key);
      if (!kept.has(key)) added.push(`${list.name}：${word.name}`);
      const typed = kept.get(key) ?? null;
      const use = isUsed(typed);
      const text = typeof typed === 'string' && !isBlankCell(typed) ? typed : use ? '有' : '無';
      return { word, isHead: index < list.headCount, isUsed: use, text };
    });
    const used = words.filter((each) => each.isUsed);
    const unused = words.filter((each) => !each.isUsed);
    ranges.set(list.name, {
      first: headerRow + 1 + rows.length,
      used: used.length,
      head: used.filter((each) => each.isHead).length,
    });
    for (const each of [...used, ...unused]) {
      rows.push([list.name, each.word.code, each.word.name, each.text]);
    }
  }
  const theirs = before.filter((cells) => !cells.every(isBlankCell) && !ours.has(keyOf(cells)));
  const wanted = [...rows, ...theirs];
  const cells = differences(before, wanted, { columns, headerRow });
  const isKept = cells.length > 0 && found !== null && !mayMove(found, columns, theirs);
  return {
    cells: isKept ? [] : cells,
    added: found === null || isKept ? [] : added,
    rowCount: headerRow + 1 + wanted.length,
    isKept,
    rangeOf({ list, isHeadOnly }) {
      const range = ranges.get(list);
      const count = range === undefined ? 0 : isHeadOnly ? range.head : range.used;
      if (isKept || range === undefined || count === 0) return null;
      return { column: columns[2] ?? 2, firstRow: range.first, lastRow: range.first + count - 1 };
    },
  };
}

/** A word is known by its list and its code, or by itself where it has none; it may have been renamed. */
function keyOf([list, code, name]: readonly Cell[]): string {
  return JSON.stringify([String(list ?? ''), isBlankCell(code ?? null) ? ['', String(name ?? '')] : String(code)]);
}

/** Whatever is no clear 無 is in use. */
function isUsed(cell: Cell): boolean {
  const reading = readCell(tables.codeLists.columns.isUsed, cell, { ownWords: new Map() });
  return !(reading.outcome === 'value' && reading.value === false);
}

/** Only the cells that are not yet as wanted; 使用 as people wrote it is as good as our word for it. */
function differences(
  before: readonly (readonly Cell[])[],
  wanted: readonly (readonly Cell[])[],
  { columns, headerRow }: { readonly columns: readonly number[]; readonly headerRow: number },
): readonly CellChange[] {
  const changes: CellChange[] = [];
  for (let index = 0; index < Math.max(before.length, wanted.length); index += 1) {
    const [old, now] = [before[index], wanted[index]];
    for (const [place, column] of columns.entries()) {
      const [from, to] = [old?.[place] ?? null, now?.[place] ?? null];
      const text = to === null || to === '' ? null : String(to);
      const isSame = (from === null ? null : String(from)) === text;
      const isSameUse = place === 3 && from !== null && text !== null && isUsed(from) === isUsed(text);
      if (isSame || isSameUse) continue;
      changes.push({
        row: headerRow + 1 + index,
        column,
        text,
        ...(old === undefined ? { look: place === 3 ? looks.choice : looks.plain } : {}),
      });
    }
  }
  return changes;
}

/** Rows may move where nothing stands beside them, nothing is merged, and what people added is plain text. */
function mayMove(found: FoundPlaces, columns: readonly number[], theirs: readonly (readonly Cell[])[]): boolean {
  if (columns.includes(-1) || found.grid.merges.length > 0) return false;
  const isAlone = found.grid.rows
    .slice(found.headerRow + 1)
    .every((row) => row.every((cell, column) => cell === null || columns.includes(column)));
  return isAlone && theirs.every((cells) => cells.every((cell) => cell === null || typeof cell === 'string'));
}
