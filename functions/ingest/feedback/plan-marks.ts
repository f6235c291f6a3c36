/** Which cells get, change or lose our mark (印). What people put on a cell, a note or a colour, is left alone. */
import { type Cell, describeFinding, type Finding, findingMessages, type Severity } from '#sheets-schema';
import type { CellMark, Merge, SheetGrid, SheetSurface } from '../../world.ts';
import { spellCell } from '../findings/create-finding.ts';
import { isOurBackground, isOurNote, markBackgrounds, withPlainLines, writeNote } from './mark.ts';
import { type CellPosition, positionOf } from './working-order.ts';

/** More cells of one tab are not marked: where so many are wrong, a whole column is. */
export const mostMarksOfTab = 2_000;
/** And of one workbook, so that a write stays within what Google advises. */
export const mostMarks = 5_000;

/** What is to stand on a cell. */
interface WantedMark extends CellPosition {
  severity: Severity;
  readonly sentences: string[];
}

/**
 * The changes from the marks that stand on the cells to those that should. `grids`: all tabs but ours, which bears none. `findings` in
 * the order in which they are worked through. `leaveOthers`: marks that stand elsewhere stay, where it is not known what was mended.
 */
export function planMarks(
  grids: readonly SheetGrid[],
  findings: readonly Finding[],
  { answerTab, leaveOthers }: { readonly answerTab: string; readonly leaveOthers: boolean },
): readonly CellMark[] {
  let room = mostMarks;
  return grids.flatMap(({ surface, ...grid }) => {
    if (surface === undefined) return [];
    const concerned = findings.filter(({ tab }) => tab === grid.tab);
    const wanted = wantMarks(grid, surface, concerned, Math.min(room, mostMarksOfTab));
    room -= wanted.size;
    const others = leaveOthers
      ? []
      : [...keysOf(surface.notes, isOurNote), ...keysOf(surface.backgrounds, isOurBackground)];
    return changeMarks(grid.id, surface, { wanted, others, answerTab });
  });
}

function wantMarks(
  grid: SheetGrid,
  { rowCount, columnCount }: SheetSurface,
  findings: readonly Finding[],
  most: number,
): ReadonlyMap<string, WantedMark> {
  const wanted = new Map<string, WantedMark>();
  const firstCell = createMergeFinder(grid.merges);
  for (const finding of findings) {
    const position = positionOf(finding.cell);
    if (position === null) continue;
    // A notice on every row of a column would drown what has to be mended.
    const otherRows = finding.severity === 'error' ? finding.otherRows : [];
    const sentence = describeFinding(finding, 'ja');
    for (const row of [position.row, ...otherRows.map((other) => other - 1)]) {
      const place = firstCell({ row, column: position.column });
      if (!(place.row >= 0 && place.row < rowCount && place.column < columnCount)) continue;
      const key = `${place.row}:${place.column}`;
      const known = wanted.get(key);
      if (known === undefined && wanted.size >= most) {
        if (row === position.row) continue;
        break;
      }
      const mark = known ?? { ...place, severity: finding.severity, sentences: [] };
      if (finding.severity === 'error') mark.severity = 'error';
      mark.sentences.push(
        row === position.row ? sentence : sayElsewhere(finding, sentence, grid.rows[row]?.[position.column] ?? null),
      );
      wanted.set(key, mark);
    }
  }
  return wanted;
}

/** On another row of a finding its sentence is said only where it is true there too; else what the kind is about. */
function sayElsewhere({ code, typed }: Finding, sentence: string, there: Cell): string {
  const { ja, title, mend } = findingMessages[code];
  const isAboutAllRows = ja.includes('{rows}') || ja.includes('{count}');
  if (isAboutAllRows || (typed !== null && spellCell(there) === typed)) return sentence;
  return `${title.ja}。${mend.ja}`;
}

/** A merged cell shows the mark of its first cell only. */
function createMergeFinder(merges: readonly Merge[]): (position: CellPosition) => CellPosition {
  const byColumn = new Map<number, Merge[]>();
  for (const merge of merges) {
    for (let column = merge.left; column < merge.right; column += 1) {
      const known = byColumn.get(column);
      if (known === undefined) byColumn.set(column, [merge]);
      else known.push(merge);
    }
  }
  return (position) => {
    const merge = byColumn
      .get(position.column)
      ?.find(({ top, bottom }) => position.row >= top && position.row < bottom);
    return merge === undefined ? position : { row: merge.top, column: merge.left };
  };
}

function changeMarks(
  tabId: string,
  { notes, backgrounds }: SheetSurface,
  {
    wanted,
    others,
    answerTab,
  }: {
    readonly wanted: ReadonlyMap<string, WantedMark>;
    readonly others: readonly string[];
    readonly answerTab: string;
  },
): readonly CellMark[] {
  const changes: CellMark[] = [];
  for (const key of new Set([...wanted.keys(), ...others])) {
    const [row = 0, column = 0] = key.split(':').map(Number);
    const mark = wanted.get(key);
    const note = changeNote(notes.get(key) ?? '', mark === undefined ? '' : writeNote(mark.sentences, answerTab));
    const background = changeBackground(
      backgrounds.get(key)?.toLowerCase() ?? null,
      mark === undefined ? null : markBackgrounds[mark.severity],
    );
    if (note === undefined && background === undefined) continue;
    changes.push({
      tabId,
      row,
      column,
      ...(note === undefined ? {} : { note }),
      ...(background === undefined ? {} : { background }),
    });
  }
  return changes.toSorted((a, b) => a.row - b.row || a.column - b.column);
}

/** `undefined`: it stays. */
function changeNote(present: string, wanted: string): string | undefined {
  const isFree = present === '' || isOurNote(present);
  return isFree && withPlainLines(present) !== wanted ? wanted : undefined;
}

/** `undefined`: it stays. */
function changeBackground(present: string | null, wanted: string | null): string | null | undefined {
  const isFree = present === null || isOurBackground(present);
  return isFree && present !== wanted ? wanted : undefined;
}

function keysOf(texts: ReadonlyMap<string, string>, isOurs: (text: string) => boolean): readonly string[] {
  return [...texts].flatMap(([key, text]) => (isOurs(text) ? [key] : []));
}
