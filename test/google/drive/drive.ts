/** What Drive v3 reads: files.list, files.get, about.get. */
import { invalid, json, Refused } from '../answers.ts';
import { readMask } from '../discovery/check.ts';
import { driveDocument } from '../discovery/document.ts';
import { selectFields } from '../fields.ts';
import { type Account, describeFile, describeUser, plainFileFields, plainListFields } from './describe.ts';
import { canRead, type DriveFile, somebody } from './file.ts';
import { readSearch } from './search.ts';

/** What Drive's methods work on. */
export interface DriveWorld {
  readonly files: Map<string, DriveFile>;
  readonly account: Account;
  now(): string;
  /** One that is ours, or of the shared drive it lies in. */
  createFile(made: {
    readonly name: string;
    readonly mimeType: string;
    readonly parents: readonly string[];
    readonly isInSharedDrive: boolean;
  }): DriveFile;
}

type Query = URLSearchParams;

/** Cut down to the mask. @throws Refused */
export function answer(value: unknown, schema: string, query: Query, plain: string): Response {
  const mask = query.get('fields') ?? plain;
  const refuse = (path: string) => invalid(`Invalid field selection ${path}`, { reason: 'invalidParameter' });
  return json(selectFields(value, readMask(driveDocument, schema, mask, refuse)));
}

/** As Drive says it of what is not shared, too. */
export const notFound = (id: string) => new Refused(404, { message: `File not found: ${id}.` });

/** What lies in a shared drive is there only for those who say that they know of such drives. */
export function find(world: DriveWorld, id: string, query: Query): DriveFile {
  const file = world.files.get(id);
  const isHidden = file?.seed.isInSharedDrive === true && query.get('supportsAllDrives') !== 'true';
  if (file === undefined || !canRead(file) || isHidden) throw notFound(id);
  return file;
}

const describe = (world: DriveWorld, file: DriveFile) => describeFile(file, world.account, somebody);

export function listFiles(world: DriveWorld, query: Query): Response {
  const size = Number(query.get('pageSize') ?? 100);
  if (!(size >= 1 && size <= 1000))
    throw invalid(`Invalid value '${size}'. Values must be within the range: [1, 1000]`);
  const matches = readSearch(query.get('q'));
  // A file that is only open to whoever has the link is not listed.
  const knowsDrives = ['supportsAllDrives', 'includeItemsFromAllDrives'].every((name) => query.get(name) === 'true');
  const found = [...world.files.values()].filter(
    (file) =>
      canRead(file) && file.sharing !== 'link' && (knowsDrives || file.seed.isInSharedDrive !== true) && matches(file),
  );
  const start = Number(query.get('pageToken') ?? 0);
  if (!Number.isInteger(start)) throw invalid('Invalid Value', { reason: 'invalid' });
  const page = {
    ...(start + size < found.length ? { nextPageToken: String(start + size) } : {}),
    kind: 'drive#fileList',
    incompleteSearch: false,
    files: found.slice(start, start + size).map((file) => describe(world, file)),
  };
  return answer(page, 'FileList', query, plainListFields);
}

export function findFile(world: DriveWorld, id: string, query: Query): Response {
  return answer(describe(world, find(world, id, query)), 'File', query, plainFileFields);
}

export function describeAbout(world: DriveWorld, query: Query): Response {
  if (query.get('fields') === null) {
    throw invalid("The 'fields' parameter is required for this method.", { reason: 'required' });
  }
  const about = { kind: 'drive#about', user: describeUser(world.account.address, world.account) };
  return answer(about, 'About', query, '*');
}
