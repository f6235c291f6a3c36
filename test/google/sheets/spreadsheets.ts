/** Sheets v4: spreadsheets.get, spreadsheets.create and spreadsheets.batchUpdate. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid, json, Refused } from '../answers.ts';
import { checkBody, readMask } from '../discovery/check.ts';
import { sheetsDocument } from '../discovery/document.ts';
import type { DriveWorld } from '../drive/drive.ts';
import { canRead, canWrite, contentOfFile, type DriveFile, spreadsheetType, touch } from '../drive/file.ts';
import { below, type FieldTree, selectFields } from '../fields.ts';
import { plainProperties } from '../spreadsheets.ts';
import { applyRequests } from './batch-update.ts';
import { type Content, createSheet } from './content.ts';
import { type AskedRange, describeSpreadsheet } from './describe.ts';
import { nameRange, readRange } from './range.ts';

/** A spreadsheet that may be read. */
export function findSpreadsheet(world: DriveWorld, id: string): DriveFile {
  const file = world.files.get(id);
  if (file === undefined) throw new Refused(404);
  if (!canRead(file)) throw new Refused(403);
  if (file.mimeType !== spreadsheetType) {
    const message = 'This operation is not supported for this document';
    throw invalid(message, { reason: 'failedPrecondition' });
  }
  return file;
}

export function findWritable(world: DriveWorld, id: string): DriveFile {
  const file = findSpreadsheet(world, id);
  if (!canWrite(file)) throw new Refused(403);
  return file;
}

/** @throws Refused in the words of this API */
export function readSheetsMask(schema: string, query: URLSearchParams): FieldTree | null {
  const mask = query.get('fields');
  if (mask === null) return null;
  return readMask(sheetsDocument, schema, mask, (path) => {
    const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`;
    const details = [
      { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field: path, description }] },
    ];
    return new Refused(400, { details });
  });
}

/** `'相談受付'!A2:Z`, `相談受付`, or `A1:B2` of the first tab. @throws Refused */
export function findRange({ sheets }: Content, text: string): AskedRange {
  const bang = text.lastIndexOf('!');
  const name = unquote(bang === -1 ? text : text.slice(0, bang));
  const titled = sheets.find(({ title }) => title === name);
  const part = bang === -1 ? (titled === undefined ? readRange(text) : {}) : readRange(text.slice(bang + 1));
  const sheet = titled ?? (bang === -1 ? sheets[0] : undefined);
  if (sheet === undefined || part === null) throw invalid(`Unable to parse range: ${text}`);
  const whole = { top: 0, left: 0, bottom: sheet.size.ROWS, right: sheet.size.COLUMNS };
  const rectangle = { ...whole, ...part };
  if (rectangle.top >= whole.bottom || rectangle.left >= whole.right) {
    const named = nameRange(sheet.title, rectangle);
    throw invalid(`Range (${named}) exceeds grid limits. Max rows: ${whole.bottom}, max columns: ${whole.right}`);
  }
  const [bottom, right] = [Math.min(rectangle.bottom, whole.bottom), Math.min(rectangle.right, whole.right)];
  return { sheetId: sheet.id, rectangle: { ...rectangle, bottom, right } };
}

function unquote(name: string): string {
  return /^'.*'$/.test(name) ? name.slice(1, -1).replaceAll("''", "'") : name;
}

export function readSpreadsheet(world: DriveWorld, id: string, query: URLSearchParams): Response {
  const tree = readSheetsMask('Spreadsheet', query);
  const content = contentOfFile(findSpreadsheet(world, id));
  const asked = query.getAll('ranges');
  const ranges = asked.length === 0 ? null : asked.map((text) => findRange(content, text));
  const hasGrid = tree !== null || query.get('includeGridData') === 'true';
  return json(describeSpreadsheet(id, content, { tree, hasGrid, ranges }));
}

type BatchUpdate = sheets_v4.Schema$BatchUpdateSpreadsheetRequest;

export function updateSpreadsheet(world: DriveWorld, id: string, body: BatchUpdate, query: URLSearchParams): Response {
  const tree = readSheetsMask('BatchUpdateSpreadsheetResponse', query);
  checkBody(sheetsDocument, 'BatchUpdateSpreadsheetRequest', body);
  const file = findWritable(world, id);
  const applied = applyRequests(contentOfFile(file), body.requests ?? [], world.account.address);
  const asked = body.responseRanges ?? [];
  const ranges = asked.length === 0 ? null : asked.map((text) => findRange(applied.content, text));
  replaceContent(world, file, applied.content);
  const answer = selectFields({ spreadsheetId: id, replies: applied.replies }, tree) as Record<string, unknown>;
  const wanted = below(tree, 'updatedSpreadsheet');
  if (body.includeSpreadsheetInResponse === true && wanted !== undefined) {
    const hasGrid = tree !== null || body.responseIncludeGridData === true;
    answer.updatedSpreadsheet = describeSpreadsheet(id, applied.content, { tree: wanted, hasGrid, ranges });
  }
  return json(answer);
}

/** What we wrote stands, and Drive knows. */
export function replaceContent(world: DriveWorld, file: DriveFile, content: Content): void {
  file.content = content;
  file.name = content.properties.title ?? file.name;
  touch(file, world.account.address, world.now());
}

/** A new spreadsheet of ours with the sheets that are given, or one empty one. */
export function createSpreadsheet(
  world: DriveWorld,
  body: sheets_v4.Schema$Spreadsheet,
  query: URLSearchParams,
): Response {
  const tree = readSheetsMask('Spreadsheet', query);
  checkBody(sheetsDocument, 'Spreadsheet', body);
  // An account without room of its own has no place to put it.
  if (world.account.hasRoom === false) throw new Refused(403);
  const { title, ...properties } = body.properties ?? {};
  const content: Content = {
    properties: { ...plainProperties, title: '無題のスプレッドシート' },
    sheets: [],
    metadata: [],
    ids: 0,
  };
  const given = body.sheets ?? [];
  for (const { data, properties: own } of given) {
    if (data !== undefined) throw new Refused(501, { message: 'The stand-in creates empty sheets only.' });
    content.sheets = [...applyRequests(content, [{ addSheet: { properties: own ?? {} } }], '').content.sheets];
  }
  if (given.length === 0) content.sheets = [createSheet(0, 'シート1', { ROWS: 1000, COLUMNS: 26 })];
  content.properties = { ...content.properties, ...properties, ...(title ? { title } : {}) };
  const name = content.properties.title ?? '';
  const file = world.createFile({ name, mimeType: spreadsheetType, parents: ['root'], isInSharedDrive: false });
  file.content = content;
  return json(describeSpreadsheet(file.id, content, { tree, hasGrid: false, ranges: null }));
}
