/** Requests about whole sheets and the spreadsheet: add, delete, duplicate, rename, hide, freeze, resize. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type Content, copySheet, createSheet, nextId, type Sheet } from '../content.ts';
import { describeProperties } from '../describe.ts';
import { orderAfterDeleting, rearrange } from '../rearrange.ts';
import { applyMask, type Draft, findSheet, RequestProblem, requireFewEnough, requireMask } from './draft.ts';

const longestTitle = 100;

function requireFreeTitle({ sheets }: Content, title: string, except: Sheet | null): void {
  if (title === '') throw new RequestProblem('Invalid sheet name: the name must not be empty.');
  if (title.length > longestTitle) {
    throw new RequestProblem(`The sheet name cannot be greater than ${longestTitle} characters.`);
  }
  const isTaken = sheets.some((each) => each !== except && each.title.toLowerCase() === title.toLowerCase());
  if (isTaken) {
    throw new RequestProblem(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

function freeId(content: Content): number {
  const id = nextId(content);
  return content.sheets.some((each) => each.id === id) ? freeId(content) : id;
}

function freeTitle(content: Content): string {
  for (let number = content.sheets.length + 1; ; number += 1) {
    const title = `シート${number}`;
    if (!content.sheets.some((each) => each.title === title)) return title;
  }
}

function requireFreeId({ sheets }: Content, id: number): void {
  if (id < 0) throw new RequestProblem('sheetId must be a non-negative integer.');
  if (sheets.some((each) => each.id === id)) {
    throw new RequestProblem(`A sheet with the id ${id} already exists. Please enter another id.`);
  }
}

function place(content: Content, sheet: Sheet, index: number | null | undefined): void {
  const at = index ?? content.sheets.length;
  if (at < 0 || at > content.sheets.length) throw new RequestProblem(`Invalid sheet index: ${at}`);
  content.sheets.splice(at, 0, sheet);
}

export function addSheet(draft: Draft, { properties: given = {} }: sheets_v4.Schema$AddSheetRequest): object {
  const { content } = draft;
  const { sheetId, title, index, gridProperties = {}, ...others } = given;
  if (typeof sheetId === 'number') requireFreeId(content, sheetId);
  const name = title ?? freeTitle(content);
  requireFreeTitle(content, name, null);
  const { rowCount, columnCount, ...grid } = gridProperties;
  const size = { ROWS: rowCount ?? 1000, COLUMNS: columnCount ?? 26 };
  if (size.ROWS < 1 || size.COLUMNS < 1) throw new RequestProblem('gridProperties.rowCount must be positive');
  const sheet = createSheet(sheetId ?? freeId(content), name, size);
  sheet.properties = {
    ...sheet.properties,
    ...others,
    ...(Object.keys(grid).length > 0 ? { gridProperties: grid } : {}),
  };
  requireUnfrozenRest(sheet);
  place(content, sheet, index);
  requireFewEnough(draft);
  return { addSheet: { properties: describeProperties(sheet, content.sheets.indexOf(sheet)) } };
}

export function deleteSheet(draft: Draft, request: sheets_v4.Schema$DeleteSheetRequest): object {
  const sheet = findSheet(draft, request.sheetId);
  draft.content.sheets = draft.content.sheets.filter((each) => each !== sheet);
  requireVisible(draft.content);
  return {};
}

function requireVisible({ sheets }: Content): void {
  if (sheets.some(({ properties }) => properties.hidden !== true)) return;
  throw new RequestProblem("You can't remove all the visible sheets in a document.");
}

export function duplicateSheet(draft: Draft, request: sheets_v4.Schema$DuplicateSheetRequest): object {
  const { content } = draft;
  const original = findSheet(draft, request.sourceSheetId);
  const { newSheetId, newSheetName } = request;
  if (typeof newSheetId === 'number') requireFreeId(content, newSheetId);
  const sheet = duplicate(content, original, newSheetName ?? null, newSheetId ?? null);
  place(content, sheet, request.insertSheetIndex ?? 0);
  requireFewEnough(draft);
  return { duplicateSheet: { properties: describeProperties(sheet, content.sheets.indexOf(sheet)) } };
}

/** A copy with all that is on the sheet; its metadata and protection get ids of their own. */
export function duplicate(content: Content, original: Sheet, newTitle: string | null, newId: number | null): Sheet {
  const title = newTitle ?? `${original.title} のコピー`;
  requireFreeTitle(content, title, null);
  const id = newId ?? freeId(content);
  const copy = { ...copySheet(original), id, title };
  copy.metadata = original.metadata.map((each) => ({ ...each, id: nextId(content) }));
  copy.protectedRanges = original.protectedRanges.map((each) => ({
    ...each,
    protectedRangeId: nextId(content),
    range: { ...each.range, sheetId: id },
  }));
  copy.conditionalFormats = original.conditionalFormats.map((rule) => ({
    ...rule,
    ranges: (rule.ranges ?? []).map((range) => ({ ...range, sheetId: id })),
  }));
  return copy;
}

export function updateSheetProperties(
  draft: Draft,
  { properties = {}, fields }: sheets_v4.Schema$UpdateSheetPropertiesRequest,
): object {
  const { content } = draft;
  const tree = requireMask('SheetProperties', fields);
  if ('sheetId' in tree || 'sheetType' in tree) throw new RequestProblem('The id and type of a sheet never change.');
  const sheet = findSheet(draft, properties.sheetId);
  const before = { ...describeProperties(sheet, 0), index: content.sheets.indexOf(sheet) };
  const given = '*' in tree ? { ...properties, sheetType: before.sheetType } : properties;
  const { sheetId: _, title, index, gridProperties, ...others } = applyMask(before, given, tree);
  requireFreeTitle(content, title ?? '', sheet);
  sheet.title = title ?? '';
  const { rowCount, columnCount, ...grid } = gridProperties ?? {};
  sheet.properties = { ...others, ...(Object.keys(grid).length > 0 ? { gridProperties: grid } : {}) };
  resize(sheet, 'ROWS', rowCount ?? sheet.size.ROWS);
  resize(sheet, 'COLUMNS', columnCount ?? sheet.size.COLUMNS);
  requireUnfrozenRest(sheet);
  if ('index' in tree) {
    // As if the sheet was still at its old place: one that moves to the right counts itself.
    const [from, to] = [before.index, index ?? 0];
    content.sheets = content.sheets.filter((each) => each !== sheet);
    place(content, sheet, to > from ? to - 1 : to);
  }
  requireVisible(content);
  requireFewEnough(draft);
  return {};
}

function resize(sheet: Sheet, axis: 'ROWS' | 'COLUMNS', count: number): void {
  if (count < 1) throw new RequestProblem(`You can't delete all the ${axis.toLowerCase()} on the sheet.`);
  if (count < sheet.size[axis]) rearrange(sheet, axis, orderAfterDeleting(sheet.size[axis], count, sheet.size[axis]));
  sheet.size = { ...sheet.size, [axis]: count };
}

function requireUnfrozenRest({ size, properties }: Sheet): void {
  const { frozenRowCount, frozenColumnCount } = properties.gridProperties ?? {};
  if ((frozenRowCount ?? 0) >= size.ROWS) throw new RequestProblem("You can't freeze all visible rows on the sheet.");
  if ((frozenColumnCount ?? 0) >= size.COLUMNS) {
    throw new RequestProblem("You can't freeze all visible columns on the sheet.");
  }
}

export function updateSpreadsheetProperties(
  draft: Draft,
  { properties = {}, fields }: sheets_v4.Schema$UpdateSpreadsheetPropertiesRequest,
): object {
  const tree = requireMask('SpreadsheetProperties', fields);
  draft.content.properties = applyMask(draft.content.properties, properties, tree);
  return {};
}
