/** Changes in one worksheet of an .xlsx package: cells, widths of new columns, dropdowns. All else in it stays, byte for byte. */
import type { CellChange, ColumnChange, DropdownChange } from '../../../sheets-schema/template-change.ts';
import type { CellLook } from '../../../sheets-schema/template-looks.ts';
import { addressOf, columnOf } from './template-address.ts';
import { changeDropdowns } from './template-dropdowns.ts';
import { sheetOrder } from './template-order.ts';
import {
  appendTo,
  applySplices,
  escapeXml,
  findChild,
  insertChild,
  parseXml,
  prefixOf,
  type Splice,
  setAttribute,
  type XmlElement,
} from './template-xml.ts';

type StyleOf = (look: CellLook) => number;

/** The worksheet with its changes. */
export function changeSheet(
  text: string,
  {
    cells,
    columns,
    dropdowns,
  }: {
    readonly cells: readonly CellChange[];
    readonly columns: readonly ColumnChange[];
    readonly dropdowns: readonly DropdownChange[];
  },
  styleOf: StyleOf,
): string {
  const written = cells.filter(({ text: typed, look }) => typed !== undefined || look !== undefined);
  const touched = new Set(written.map(({ row }) => row));
  const root = parseSheet(text, touched);
  const sheetData = findChild(root, 'sheetData');
  const splices: Splice[] = [
    ...changeColumns(text, root, columns, styleOf),
    ...changeDropdowns(text, root, dropdowns),
    ...(sheetData === undefined ? [] : changeRows(text, sheetData, written, { styleOf, columns })),
  ];
  return applySplices(text, splices);
}

/** Of rows that nothing is written into, only their place is needed. */
export function parseSheet(text: string, touched: ReadonlySet<number>): XmlElement {
  let row = -1;
  return parseXml(text, ({ name, attributes }) => {
    if (name !== 'row') return false;
    row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
    return !touched.has(row);
  });
}

function changeRows(
  text: string,
  sheetData: XmlElement,
  cells: readonly CellChange[],
  { styleOf, columns }: { readonly styleOf: StyleOf; readonly columns: readonly ColumnChange[] },
): readonly Splice[] {
  const prefix = prefixOf(sheetData);
  const splices: Splice[] = [];
  const rowsToWrite = [...byRow(cells)].toSorted(([one], [other]) => one - other);
  const rows = numbered(sheetData.children, (row) =>
    row.attributes.r === undefined ? null : Number(row.attributes.r) - 1,
  );
  let appended = '';
  for (const [index, changes] of rowsToWrite) {
    const ordered = changes.toSorted((one, other) => one.column - other.column);
    const row = rows.find((each) => each.index === index);
    if (row !== undefined) {
      splices.push(...changeRow(text, row.element, ordered, styleOf));
      continue;
    }
    const xml = `<${prefix}row r="${index + 1}"${heightOf(ordered, columns)}>${ordered.map((cell) => cellXml(prefix, cell, cell.look === undefined ? null : styleOf(cell.look))).join('')}</${prefix}row>`;
    const next = rows.find((each) => each.index > index);
    if (next === undefined) appended += xml;
    else splices.push({ at: next.element.start, end: next.element.start, text: xml });
  }
  return appended === '' ? splices : [...splices, appendTo(text, sheetData, appended)];
}

/** Programs do not all make room for lines that are broken, so a row of such text says how high it is. */
function heightOf(cells: readonly CellChange[], columns: readonly ColumnChange[]): string {
  const heights = cells.flatMap(({ column, text, look }) => {
    if (look === undefined || typeof text !== 'string') return [];
    const width = columns.find((each) => each.column === column)?.width;
    const lines = look.wraps && width !== undefined ? Math.ceil(((widthOf(text) * look.size) / 11 / width) * 0.95) : 1;
    return look.wraps || look.size > 11 ? [Math.ceil(lines * look.size * 1.5 + 3)] : [];
  });
  return heights.length === 0 ? '' : ` ht="${Math.max(18, ...heights)}" customHeight="1"`;
}

/** In characters of half width. */
function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (letter.charCodeAt(0) < 0x2e80 ? 1 : 2), 0);
}

function byRow(cells: readonly CellChange[]): ReadonlyMap<number, readonly CellChange[]> {
  const rows = new Map<number, CellChange[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  return rows;
}

function changeRow(text: string, row: XmlElement, changes: readonly CellChange[], styleOf: StyleOf): readonly Splice[] {
  const prefix = prefixOf(row);
  const cells = numbered(row.children, ({ attributes }) =>
    attributes.r === undefined ? null : columnOf(/^[A-Z]+/i.exec(attributes.r)?.[0] ?? 'A'),
  );
  const splices: Splice[] = [];
  let appended = '';
  for (const change of changes) {
    const there = cells.find(({ index }) => index === change.column)?.element;
    const style = change.look === undefined ? (there?.attributes.s ?? null) : styleOf(change.look);
    if (there !== undefined && change.text === undefined) {
      splices.push(setAttribute(text, there, 's', String(style)));
      continue;
    }
    const xml = cellXml(prefix, change, style);
    const next = cells.find(({ index }) => index > change.column)?.element;
    if (there !== undefined) splices.push({ at: there.start, end: there.end, text: xml });
    else if (next !== undefined) splices.push({ at: next.start, end: next.start, text: xml });
    else appended += xml;
  }
  if (appended === '') return splices;
  // Where a row was empty, its tag is written anew with its end; `spans` would leave out the new cells.
  const end = appendTo(text, row, appended);
  if (row.isEmptyTag) return [{ ...end, text: end.text.replace(/\sspans="[^"]*"/, '') }];
  const opening = row.attributes.spans === undefined ? [] : [setAttribute(text, row, 'spans', null)];
  return [...opening, ...splices, end];
}

/** Elements with their index, where one that states none follows the one before. */
function numbered(elements: readonly XmlElement[], statedIndex: (element: XmlElement) => number | null) {
  let index = -1;
  return elements.map((element) => {
    index = statedIndex(element) ?? index + 1;
    return { element, index };
  });
}

function cellXml(prefix: string, { row, column, text }: CellChange, style: string | number | null): string {
  const opening = `<${prefix}c r="${addressOf(row, column)}"${style === null ? '' : ` s="${style}"`}`;
  if (text === undefined || text === null) return `${opening}/>`;
  const inside = `<${prefix}is><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}is>`;
  return `${opening} t="inlineStr">${inside}</${prefix}c>`;
}

function changeColumns(
  text: string,
  root: XmlElement,
  columns: readonly ColumnChange[],
  styleOf: StyleOf,
): readonly Splice[] {
  if (columns.length === 0) return [];
  const prefix = prefixOf(root);
  const there = findChild(root, 'cols');
  const kept = (there?.children ?? []).flatMap((element) => {
    const [min, max] = [Number(element.attributes.min), Number(element.attributes.max)];
    const taken = columns.map(({ column }) => column + 1).filter((column) => column >= min && column <= max);
    const others = Object.entries(element.attributes).filter(([name]) => name !== 'min' && name !== 'max');
    const rest = others.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
    return withoutColumns(min, max, taken).map((range) => ({ ...range, rest }));
  });
  const added = columns.map(({ column, width, format }) => ({
    min: column + 1,
    max: column + 1,
    rest: ` width="${width}"${format === null ? '' : ` style="${styleOf(format.look)}"`} customWidth="1"`,
  }));
  const all = [...kept, ...added]
    .toSorted((one, other) => one.min - other.min)
    .map(({ min, max, rest }) => `<${prefix}col min="${min}" max="${max}"${rest}/>`);
  const xml = `<${prefix}cols>${all.join('')}</${prefix}cols>`;
  if (there !== undefined) return [{ at: there.start, end: there.end, text: xml }];
  return [insertChild(text, root, { name: 'cols', xml, order: sheetOrder })];
}

function withoutColumns(min: number, max: number, taken: readonly number[]): readonly { min: number; max: number }[] {
  const ranges: { min: number; max: number }[] = [];
  let from = min;
  for (const column of taken.toSorted((one, other) => one - other)) {
    if (column > from) ranges.push({ min: from, max: column - 1 });
    from = column + 1;
  }
  return from <= max ? [...ranges, { min: from, max }] : ranges;
}
