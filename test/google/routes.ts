/** Which method of Google's a request calls, as the discovery documents have it, and what carries it out. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Api } from './access.ts';
import { invalid, Refused } from './answers.ts';
import type { createBuckets } from './buckets.ts';
import { checkQuery } from './discovery/check.ts';
import {
  type ApiDocument,
  type ApiMethod,
  driveDocument,
  sheetsDocument,
  storageDocument,
} from './discovery/document.ts';
import * as drive from './drive/drive.ts';
import * as driveWrite from './drive/write.ts';
import * as sheets from './sheets/spreadsheets.ts';
import * as values from './sheets/values.ts';

/** What a method is called with. */
interface Call {
  readonly world: drive.DriveWorld;
  readonly buckets: ReturnType<typeof createBuckets>;
  readonly request: Request;
  readonly query: URLSearchParams;
  readonly scopes: readonly string[] | null;
  /** The parts of the path, in its order. */
  readonly parts: readonly [first: string, second: string];
  readonly body: object;
}

const carriers: Readonly<Record<string, (call: Call) => Response | Promise<Response>>> = {
  'drive.about.get': ({ world, query }) => drive.describeAbout(world, query),
  'drive.files.list': ({ world, query }) => drive.listFiles(world, query),
  'drive.files.get': ({ world, parts: [id], query }) => drive.findFile(world, id, query),
  'drive.files.create': ({ world, body, query, scopes }) => driveWrite.createFile(world, { body, query, scopes }),
  'drive.files.update': ({ world, parts: [id], body, query, scopes }) =>
    driveWrite.updateFile(world, id, { body, query, scopes }),
  'drive.permissions.create': ({ world, parts: [id], body, query, scopes }) =>
    driveWrite.createPermission(world, id, { body, query, scopes }),
  'sheets.spreadsheets.create': ({ world, body, query }) => sheets.createSpreadsheet(world, body, query),
  'sheets.spreadsheets.get': ({ world, parts: [id], query }) => sheets.readSpreadsheet(world, id, query),
  'sheets.spreadsheets.batchUpdate': ({ world, parts: [id], body, query }) =>
    sheets.updateSpreadsheet(world, id, body as sheets_v4.Schema$BatchUpdateSpreadsheetRequest, query),
  'sheets.spreadsheets.values.get': ({ world, parts: [id, range], query }) =>
    values.readValues(world, id, range, query),
  'sheets.spreadsheets.values.batchGet': ({ world, parts: [id], query }) => values.readManyValues(world, id, query),
  'sheets.spreadsheets.values.update': ({ world, parts: [id, range], body, query }) =>
    values.updateValues(world, { id, range, body, query }),
  'sheets.spreadsheets.values.append': ({ world, parts: [id, range], body, query }) =>
    values.appendValues(world, { id, range, body, query }),
  'storage.objects.list': ({ buckets, parts: [bucket], query }) => buckets.list(bucket, query),
  'storage.objects.get': ({ buckets, parts: [bucket, name], query }) => buckets.read(bucket, name, query),
  'storage.objects.delete': ({ buckets, parts: [bucket, name], query }) => buckets.remove(bucket, name, query),
  'storage.objects.insert': ({ buckets, parts: [bucket], request, query }) => buckets.insert(bucket, request, query),
};

/** A method that was recognised. */
export interface Route {
  readonly api: Api;
  readonly id: string;
  readonly document: ApiDocument;
  readonly method: ApiMethod;
  readonly parts: readonly [first: string, second: string];
}

interface Pattern extends Omit<Route, 'parts'> {
  readonly path: RegExp;
}

const documents = { sheets: sheetsDocument, drive: driveDocument, storage: storageDocument };

const patterns: readonly Pattern[] = Object.entries(documents).flatMap(([api, document]) =>
  Object.entries(document.methods).map(([id, method]) => {
    const upload = id === 'storage.objects.insert' ? '/upload' : '';
    const path = `^${upload}${method.path.replace('{spreadsheetId}', '([^/:]+)').replace(/\{\w+\}/g, '([^/]+?)')}$`;
    return { api: api as Api, id, document, method, path: new RegExp(path) };
  }),
);

export function findRoute(verb: string, pathname: string): Route | null {
  // A verb after a colon belongs to the path: '…/A:batchUpdate' is no spreadsheet called 'A:batchUpdate'.
  const found = patterns
    .filter(({ method }) => method.verb === verb)
    .map((pattern) => ({ pattern, match: pattern.path.exec(pathname) }))
    .filter(({ match }) => match !== null)
    .toSorted((a, b) => Number(b.pattern.method.path.includes(':')) - Number(a.pattern.method.path.includes(':')))[0];
  if (found === undefined) return null;
  const [first = '', second = ''] = (found.match ?? []).slice(1).map(decodeURIComponent);
  return { ...found.pattern, parts: [first, second] };
}

/** @throws Refused */
export async function carryOut(
  route: Route,
  request: Request,
  deps: Pick<Call, 'world' | 'buckets' | 'scopes'>,
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const isUpload = route.id === 'storage.objects.insert';
  checkQuery(route.document, route.method, query);
  const body = route.method.request === null || isUpload ? {} : await readBody(request);
  const carry = carriers[route.id];
  if (carry === undefined) throw new Refused(501, { message: `The stand-in does not know ${route.id}.` });
  return await carry({ ...deps, request, query, parts: route.parts, body });
}

async function readBody(request: Request): Promise<object> {
  const text = await request.text();
  try {
    const body: unknown = text === '' ? {} : JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw invalid('Invalid JSON payload received. Unexpected token.', { reason: 'parseError' });
}
