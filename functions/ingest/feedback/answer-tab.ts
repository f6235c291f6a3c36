/** The tab チェック結果 as a whole: which of the tabs it is, what is to stand in it, and whether that stands there already. */
import { type Cell, type Finding, fold, isBlankCell, type Table, tables } from '#sheets-schema';
import type { AnswerCell, AnswerRow, AnswerTab, SheetGrid } from '../../world.ts';
import { joinSame, mostLines, writeLine } from './answer-lines.ts';
import { createDayFinder, type FirstSeen } from './first-seen.ts';
import type { Outcome } from './outcome.ts';
import { writeQuestion } from './question-lines.ts';
import { say } from './say.ts';
import { isTimeLine, writeSummary, writeTime } from './summary.ts';

const table: Table = tables.findings;
const headers = Object.values(tables.findings.columns).map(({ header }) => header);
/** Of each column, in characters of half width: 場所, 区分, 項目, 入力された値, 内容, 直し方, 候補, はじめて見つけた日. */
const widths = [24, 16, 16, 20, 64, 52, 20, 20];
/** In the row of the time, above 内容. */
const remarkColumn = Object.keys(tables.findings.columns).indexOf('sentence');
/** Summary, time, headers. */
const topRows = 3;

/** The tab as it should be. `findings` in the order in which they are worked through; `others`: all tabs but ours. */
export function writeAnswerTab({
  others,
  present,
  outcome,
  findings,
  firstSeen,
  now,
}: {
  readonly others: readonly SheetGrid[];
  readonly present: SheetGrid | null;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly firstSeen: FirstSeen;
  readonly now: Date;
}): AnswerTab {
  const dayOf = createDayFinder(firstSeen);
  const tabIds = new Map(others.map(({ tab, id }) => [tab, id]));
  const toSay = joinSame(findings);
  const lines = toSay.slice(0, mostLines).map((finding) => writeLine(finding, dayOf(finding), tabIds));
  const left = toSay.length - lines.length;
  const rows: readonly AnswerRow[] = [
    { look: 'summary', cells: [writeSummary(outcome)] },
    { look: 'plain', cells: [writeTime(now), ...Array<null>(remarkColumn - 1).fill(null), say('rewritten')] },
    { look: 'header', cells: headers },
    ...(outcome.kind === 'held' && outcome.question != null ? writeQuestion(outcome.question, tabIds) : []),
    ...lines,
    ...(left === 0 ? [] : [{ look: 'plain' as const, cells: [say('moreFindings', { count: left })] }]),
  ];
  return {
    id: present?.id ?? null,
    title: present?.tab ?? freeTitle(others),
    rows,
    frozenRows: topRows,
    widths,
  };
}

/**
 * The tab that is ours: by its standard name, by the id that the template left, by its other names. A tab that an office made itself
 * under such a name, with contents of its own, is not ours. Of several the first is.
 */
export function findAnswerTab(grids: readonly SheetGrid[]): SheetGrid | null {
  const [first] = grids
    .flatMap((grid) => {
      const rank = rankOf(grid);
      return rank !== null && looksOurs(grid) ? [{ grid, rank }] : [];
    })
    .toSorted((a, b) => a.rank - b.rank);
  return first?.grid ?? null;
}

/** Whether what stands in the tab is what should stand there, whatever time it tells. */
export function isAsItShouldBe(present: SheetGrid, wanted: AnswerTab): boolean {
  const length = Math.max(present.rows.length, wanted.rows.length);
  for (let index = 0; index < length; index += 1) {
    const row = present.rows[index] ?? [];
    const cells = wanted.rows[index]?.cells ?? [];
    const width = Math.max(row.length, cells.length);
    for (let column = 0; column < width; column += 1) {
      const [cell, should] = [row[column] ?? null, cells[column] ?? null];
      if (!isSame(cell, should) && !(isTimeLine(cell) && isTimeLine(should))) return false;
    }
  }
  return true;
}

const standardName = fold(table.tab);
const otherNames = new Set(table.tabAliases.map(fold));
const apartName = fold(say('tabApart', { tab: table.tab }));

function rankOf({ tab, storedIds }: SheetGrid): number | null {
  const name = fold(tab);
  if (name === standardName) return 0;
  if (storedIds?.tab === 'findings') return 1;
  const bare = name.replace(/^[0-9]+[._\-、)]*/, '');
  return otherNames.has(name) || bare === standardName || name.replace(/[0-9]+$/, '') === apartName ? 2 : null;
}

/** Four of our headers in one row, wherever sorting has put it; or nothing at all. */
function looksOurs({ rows, storedIds }: SheetGrid): boolean {
  if (storedIds?.tab === 'findings' || rows.every((row) => row.every(isBlankCell))) return true;
  return rows.some((row) => headers.filter((header) => row.includes(header)).length >= 4);
}

/** The standard name, or one beside it where the office has a tab of its own under it. */
function freeTitle(others: readonly SheetGrid[]): string {
  const taken = new Set(others.map(({ tab }) => fold(tab)));
  const apart = say('tabApart', { tab: table.tab });
  let title = table.tab;
  for (let number = 1; taken.has(fold(title)); number += 1) title = number === 1 ? apart : `${apart}${number}`;
  return title;
}

/** A link comes back as its text, a date as its number where somebody changed its format, a quoted '#N/A' as an error. */
function isSame(cell: Cell, should: AnswerCell): boolean {
  // What people have put into the box is theirs until it is answered.
  if (should !== null && typeof should === 'object' && 'asks' in should) return true;
  if (cell === null || should === null) return (cell ?? '') === (should ?? '');
  const present = typeof cell !== 'object' ? cell : 'serial' in cell ? cell.serial : cell.error;
  const wanted = typeof should !== 'object' ? should : 'serial' in should ? should.serial : should.text;
  return present === wanted;
}
