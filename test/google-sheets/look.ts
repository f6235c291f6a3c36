/** What stands in a spreadsheet: all that is people's, and our marks by what they say rather than by where they are. */
import { isOurBackground, isOurNote } from '#functions/ingest/feedback/mark.ts';
import type { OpenSpreadsheet } from '../google/person/open.ts';
import type { CellData, Sheet } from '../google/sheets/content.ts';

export const answerTab = 'チェック結果';

/** Everything that Google holds, without チェック結果 and without our marks: what no run may ever change. */
export function peoplesOwn(book: OpenSpreadsheet): unknown {
  const { sheets, ids: _, ...content } = book.content();
  return {
    ...content,
    titles: sheets.map(({ title }) => title).filter((title) => title !== answerTab),
    sheets: sheets
      .filter(({ title }) => title !== answerTab)
      .map(({ id: __, ...sheet }) => ({ ...sheet, rows: withoutOurs(sheet) })),
  };
}

/** Cells by address, so that it does not matter how far an empty grid is written out. */
function withoutOurs({ rows }: Pick<Sheet, 'rows'>): Readonly<Record<string, unknown>> {
  const cells = rows.flatMap((row, down) =>
    row.flatMap((cell, across) => {
      const left = cell === undefined ? {} : withoutOurMark(cell);
      return Object.keys(left).length === 0 ? [] : [[`${down}:${across}`, left] as const];
    }),
  );
  return Object.fromEntries(cells);
}

function withoutOurMark({ note, userEnteredFormat, ...cell }: CellData): object {
  const { backgroundColor, backgroundColorStyle, ...format } = userEnteredFormat ?? {};
  const colour = hexOf(backgroundColorStyle?.rgbColor);
  const isOurs = colour !== null && isOurBackground(colour);
  const kept =
    isOurs || backgroundColorStyle === undefined ? format : { ...format, backgroundColor, backgroundColorStyle };
  return {
    ...cell,
    ...(note === undefined || note === null || isOurNote(note) ? {} : { note }),
    ...(Object.keys(kept).length === 0 ? {} : { userEnteredFormat: kept }),
  };
}

function hexOf(
  colour: { red?: number | null; green?: number | null; blue?: number | null } | undefined,
): string | null {
  if (colour === undefined) return null;
  return `#${[colour.red, colour.green, colour.blue]
    .map((part) =>
      Math.round((part ?? 0) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** Every cell of a tab with a mark of ours, by address: 'error' or 'notice', with a note or without. */
export function marksOf(book: OpenSpreadsheet, tab: string): Readonly<Record<string, string>> {
  const { notes, backgrounds } = { notes: book.tab(tab).notes(), backgrounds: book.tab(tab).backgrounds() };
  const marks = new Map<string, string>();
  for (const [address, colour] of Object.entries(backgrounds)) {
    if (isOurBackground(colour)) marks.set(address, colour === '#fbb9ad' ? 'error' : 'notice');
  }
  for (const [address, note] of Object.entries(notes)) {
    if (isOurNote(note)) marks.set(address, marks.has(address) ? `${marks.get(address)} with note` : 'note');
  }
  return Object.fromEntries([...marks].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Our marks in all tabs but チェック結果. */
export function allMarks(book: OpenSpreadsheet): Readonly<Record<string, string>> {
  const tabs = book.titles().filter((title) => title !== answerTab);
  return Object.fromEntries(
    tabs.flatMap((tab) => Object.entries(marksOf(book, tab)).map(([address, mark]) => [`${tab} ${address}`, mark])),
  );
}

/** The rows of チェック結果 below its headers: 場所, 区分, 項目, 入力された値. */
export function linesOf(book: OpenSpreadsheet): readonly string[] {
  return book
    .tab(answerTab)
    .values()
    .slice(3)
    .map((row) =>
      row
        .slice(0, 4)
        .map((cell) => cell ?? '—')
        .join(' | '),
    );
}

export const summaryOf = (book: OpenSpreadsheet) => book.tab(answerTab).value('A1');
