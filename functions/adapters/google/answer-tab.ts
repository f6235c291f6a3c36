/**
 * The tab チェック結果 as Google's requests: its cells, how they look, its size. What stood in it is replaced as a whole.
 * Sentences and their order are made elsewhere. Pure.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { AnswerCell, AnswerRow, AnswerTab, SheetGrid } from '../../world.ts';
import { tabKey } from './read-grids.ts';

type Request = sheets_v4.Schema$Request;

/** Everything that a cell can hold, so that nothing of what stood there stays. */
const wholeCell = 'userEnteredValue,userEnteredFormat,dataValidation,note,textFormatRuns';
const lookFields = ['wrapStrategy', 'verticalAlignment', 'textFormat', 'backgroundColorStyle']
  .map((field) => `userEnteredFormat.${field}`)
  .join(',');

/** @param place.before the tab as it was read; `null` where it is to be added */
export function tabRequests(
  tab: AnswerTab,
  { sheetId, before }: { readonly sheetId: number; readonly before: SheetGrid | null },
): readonly Request[] {
  const rowCount = Math.max(tab.rows.length, tab.frozenRows) + 1;
  const columnCount = Math.max(tab.widths.length, ...tab.rows.map(({ cells }) => cells.length), 1);
  return [
    ...(before === null
      ? additions(tab, { sheetId, rowCount, columnCount })
      : changes(tab, { before, rowCount, columnCount })),
    { updateCells: { range: { sheetId }, rows: tab.rows.map(rowOf), fields: wholeCell } },
    ...lookRequests(tab.rows, { sheetId, columnCount }),
  ];
}

interface Size {
  readonly rowCount: number;
  readonly columnCount: number;
}

function additions(tab: AnswerTab, { sheetId, rowCount, columnCount }: Size & { sheetId: number }): readonly Request[] {
  const gridProperties = { rowCount, columnCount, frozenRowCount: tab.frozenRows };
  const location = { sheetId };
  return [
    { addSheet: { properties: { sheetId, title: tab.title, gridProperties } } },
    // By this it is known again after people renamed it.
    {
      createDeveloperMetadata: {
        developerMetadata: { metadataKey: tabKey, metadataValue: 'findings', location, visibility: 'DOCUMENT' },
      },
    },
    { addProtectedRange: { protectedRange: { range: { sheetId }, description: tab.title, warningOnly: true } } },
    ...tab.widths.map((width, index) => widthRequest({ sheetId, index, width })),
  ];
}

/** Half-width characters as Google's default font has them, with a little room at both sides. */
function widthRequest({ sheetId, index, width }: { sheetId: number; index: number; width: number }): Request {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
      properties: { pixelSize: Math.round(width * 7.5) + 16 },
      fields: 'pixelSize',
    },
  };
}

/** It grows where it has to and never shrinks; its name and widths may be people's own by now and stay, but an empty one gets ours. */
function changes(tab: AnswerTab, { before, ...size }: Size & { before: SheetGrid }): readonly Request[] {
  const sheetId = Number(before.id);
  const is = { rowCount: before.surface?.rowCount ?? 0, columnCount: before.surface?.columnCount ?? 0 };
  const gridProperties = {
    frozenRowCount: tab.frozenRows,
    ...(is.rowCount < size.rowCount ? { rowCount: size.rowCount } : {}),
    ...(is.columnCount < size.columnCount ? { columnCount: size.columnCount } : {}),
  };
  const fields = Object.keys(gridProperties).map((name) => `gridProperties.${name}`);
  return [
    { updateSheetProperties: { properties: { sheetId, gridProperties }, fields: fields.join(',') } },
    ...(before.merges.length === 0 ? [] : [{ unmergeCells: { range: { sheetId } } }]),
    ...(before.rows.length > 1 ? [] : tab.widths.map((width, index) => widthRequest({ sheetId, index, width }))),
  ];
}

/** Only what the row says: a text that looks like a formula stays a text. */
function rowOf({ cells }: AnswerRow): sheets_v4.Schema$RowData {
  return { values: cells.map(cellOf) };
}

const patterns = {
  day: { type: 'DATE', pattern: 'yyyy/mm/dd' },
  minute: { type: 'DATE_TIME', pattern: 'yyyy/mm/dd hh:mm' },
} as const;

function cellOf(cell: AnswerCell): sheets_v4.Schema$CellData {
  if (cell === null || cell === '') return {};
  if (typeof cell === 'number') return { userEnteredValue: { numberValue: cell } };
  if (typeof cell === 'string') return { userEnteredValue: { stringValue: cell } };
  if ('asks' in cell) {
    const condition = { type: 'BOOLEAN' };
    return { userEnteredValue: { boolValue: false }, dataValidation: { condition, strict: false, showCustomUi: true } };
  }
  if ('serial' in cell) {
    return {
      userEnteredValue: { numberValue: cell.serial },
      userEnteredFormat: { numberFormat: patterns[cell.shows] },
    };
  }
  const { tabId, address } = cell.link;
  const link = `=HYPERLINK(${quoted(`#gid=${tabId}&range=${address}`)},${quoted(cell.text)})`;
  return { userEnteredValue: { formulaValue: link } };
}

/** A text inside a formula: a quotation mark is written twice, and nothing else can end it. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const rgb = (red: number, green: number, blue: number) => ({
  rgbColor: { red: red / 255, green: green / 255, blue: blue / 255 },
});

/** Near-black text on each: a contrast of more than 13. */
const looks: Readonly<Record<AnswerRow['look'], sheets_v4.Schema$CellFormat>> = {
  summary: { textFormat: { bold: true, fontSize: 12 }, wrapStrategy: 'OVERFLOW_CELL', verticalAlignment: 'MIDDLE' },
  header: {
    textFormat: { bold: true },
    wrapStrategy: 'WRAP',
    verticalAlignment: 'MIDDLE',
    backgroundColorStyle: rgb(221, 228, 238),
  },
  error: { wrapStrategy: 'WRAP', verticalAlignment: 'TOP', backgroundColorStyle: rgb(253, 233, 231) },
  notice: { wrapStrategy: 'WRAP', verticalAlignment: 'TOP', backgroundColorStyle: rgb(255, 247, 224) },
  plain: { wrapStrategy: 'OVERFLOW_CELL', verticalAlignment: 'TOP' },
};

/** One request for each run of rows that look alike. */
function lookRequests(
  rows: readonly AnswerRow[],
  { sheetId, columnCount }: { readonly sheetId: number; readonly columnCount: number },
): readonly Request[] {
  const starts = rows.flatMap(({ look }, index) => (rows[index - 1]?.look === look ? [] : [{ look, index }]));
  return starts.map(({ look, index }, run) => ({
    repeatCell: {
      range: {
        sheetId,
        startRowIndex: index,
        endRowIndex: starts[run + 1]?.index ?? rows.length,
        startColumnIndex: 0,
        endColumnIndex: columnCount,
      },
      cell: { userEnteredFormat: looks[look] },
      fields: lookFields,
    },
  }));
}
