/**
 * Our stand-in for Google's APIs: one function from request to response, driven through the real client, as a server
 * on this machine (`server.ts`) or under msw. It knows what we use and refuses everything else.
 */
import { json, refusal } from './answers.ts';
import { createBuckets } from './buckets.ts';
import { InvalidFields } from './fields.ts';
import { findFile, findSpreadsheet, listFiles, type StandInSpreadsheet } from './spreadsheets.ts';

/** What goes wrong the next so many times at paths that match; 'lost' carries the request out and loses the answer. */
export interface Fault {
  readonly path: RegExp;
  readonly status: number | 'no-connection' | 'lost';
  times: number;
  readonly more?: Parameters<typeof refusal>[1];
}

export interface GoogleStandIn {
  /** `null`: the connection breaks without an answer. */
  answer(request: Request): Promise<Response | null>;
  spreadsheets: readonly StandInSpreadsheet[];
  faults: Fault[];
  /** Every request so far, as 'GET /drive/v3/files'. */
  readonly requests: string[];
}

/** Every test gives itself this token. */
export const token = 'a-token';

const knownParameters: Readonly<Record<string, readonly string[]>> = {
  files: ['q', 'pageSize', 'pageToken', 'fields', 'supportsAllDrives', 'includeItemsFromAllDrives', 'orderBy'],
  file: ['fields', 'supportsAllDrives'],
  spreadsheet: ['fields', 'ranges', 'includeGridData', 'prettyPrint'],
  object: ['alt', 'fields', 'generation', 'ifGenerationMatch'],
  objects: ['prefix', 'pageToken', 'maxResults', 'fields'],
  upload: ['name', 'uploadType', 'ifGenerationMatch', 'fields'],
};

export function createGoogleStandIn(): GoogleStandIn {
  const buckets = createBuckets();
  const standIn: GoogleStandIn = {
    spreadsheets: [],
    faults: [],
    requests: [],
    async answer(request) {
      const { pathname } = new URL(request.url);
      standIn.requests.push(`${request.method} ${pathname}`);
      const fault = standIn.faults.find(({ path, times }) => times > 0 && path.test(pathname));
      if (fault !== undefined) fault.times -= 1;
      if (fault?.status === 'no-connection') return null;
      if (typeof fault?.status === 'number') return refusal(fault.status, fault.more);
      const response = await route(request);
      return fault?.status === 'lost' ? null : response;
    },
  };

  async function route(request: Request): Promise<Response> {
    const { pathname, searchParams: query } = new URL(request.url);
    if (pathname.startsWith('/computeMetadata/v1/')) return answerMetadata(pathname);
    if (request.headers.get('authorization') !== `Bearer ${token}`) return refusal(401);
    const [kind, parts] = recognise(request.method, pathname);
    const unknown = [...query.keys()].find((name) => !(knownParameters[kind] ?? []).includes(name));
    if (unknown !== undefined) return refusal(400, { message: `Invalid JSON payload. Unknown name "${unknown}"` });
    const [first = '', second = ''] = parts;
    try {
      switch (`${request.method} ${kind}`) {
        case 'GET files':
          return listFiles(standIn.spreadsheets, query);
        case 'GET file':
          return findFile(standIn.spreadsheets, first, query);
        case 'GET spreadsheet':
          return findSpreadsheet(standIn.spreadsheets, first, query);
        case 'GET objects':
          return buckets.list(first, query);
        case 'GET object':
          return buckets.read(first, second, query);
        case 'DELETE object':
          return buckets.remove(first, second, query);
        case 'POST upload':
          return await buckets.insert(first, request, query);
        default:
          return new Response('<!DOCTYPE html><title>Error 404 (Not Found)!!1</title>', { status: 404 });
      }
    } catch (error) {
      if (error instanceof InvalidFields) return refusal(400, { message: error.message });
      throw error;
    }
  }
  return standIn;
}

const routes: readonly (readonly [kind: string, path: RegExp])[] = [
  ['files', /^\/drive\/v3\/files$/],
  ['file', /^\/drive\/v3\/files\/([^/]+)$/],
  ['spreadsheet', /^\/v4\/spreadsheets\/([^/:]+)$/],
  ['objects', /^\/storage\/v1\/b\/([^/]+)\/o$/],
  ['object', /^\/storage\/v1\/b\/([^/]+)\/o\/([^/]+)$/],
  ['upload', /^\/upload\/storage\/v1\/b\/([^/]+)\/o$/],
];

function recognise(method: string, pathname: string): readonly [kind: string, parts: readonly string[]] {
  for (const [kind, path] of routes) {
    const match = path.exec(pathname);
    if (match !== null) return [kind, match.slice(1).map(decodeURIComponent)];
  }
  return [method, []];
}

/** The metadata server of Google's machines, which hands out tokens there (GCE_METADATA_HOST points to it). */
function answerMetadata(pathname: string): Response {
  const flavour = { 'metadata-flavor': 'Google' };
  if (pathname.endsWith('/token'))
    return json({ access_token: token, expires_in: 3600, token_type: 'Bearer' }, flavour);
  if (pathname.endsWith('/universe-domain') || pathname.endsWith('/universe_domain')) {
    return new Response('googleapis.com', { headers: flavour });
  }
  return new Response('', { headers: flavour });
}
