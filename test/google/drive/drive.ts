/** Drive v3: files.list, files.get, files.create, files.update, permissions.create, about.get. */
import { invalid, json, Refused } from '../answers.ts';
import { checkBody, readMask } from '../discovery/check.ts';
import { driveDocument } from '../discovery/document.ts';
import { selectFields } from '../fields.ts';
import {
  type Account,
  describeFile,
  describePermission,
  describeUser,
  permissionIdOf,
  plainFileFields,
  plainListFields,
} from './describe.ts';
import { canRead, canWrite, type DriveFile, somebody, spreadsheetType, touch } from './file.ts';
import { readSearch } from './search.ts';

/** What Drive's methods work on. */
export interface DriveWorld {
  readonly files: Map<string, DriveFile>;
  readonly account: Account;
  now(): string;
  createFile(name: string, mimeType: string, parents: readonly string[]): DriveFile;
}

type Query = URLSearchParams;

function answer(value: unknown, schema: string, query: Query, plain: string): Response {
  const mask = query.get('fields') ?? plain;
  const refuse = (path: string) => invalid(`Invalid field selection ${path}`, { reason: 'invalidParameter' });
  return json(selectFields(value, readMask(driveDocument, schema, mask, refuse)));
}

const notFound = (id: string) => new Refused(404, { message: `File not found: ${id}.` });

function find(world: DriveWorld, id: string): DriveFile {
  const file = world.files.get(id);
  if (file === undefined || !canRead(file)) throw notFound(id);
  return file;
}

const describe = (world: DriveWorld, file: DriveFile) => describeFile(file, world.account, somebody);

export function listFiles(world: DriveWorld, query: Query): Response {
  const size = Number(query.get('pageSize') ?? 100);
  if (!(size >= 1 && size <= 1000))
    throw invalid(`Invalid value '${size}'. Values must be within the range: [1, 1000]`);
  const matches = readSearch(query.get('q'));
  // A file that is only open to whoever has the link is not listed.
  const found = [...world.files.values()].filter((file) => canRead(file) && file.sharing !== 'link' && matches(file));
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
  return answer(describe(world, find(world, id)), 'File', query, plainFileFields);
}

interface FileBody {
  readonly name?: string;
  readonly mimeType?: string;
  readonly parents?: readonly string[];
  readonly trashed?: boolean;
}

export function createFile(world: DriveWorld, body: FileBody, query: Query): Response {
  checkBody(driveDocument, 'File', body);
  const parents = body.parents ?? ['root'];
  if (parents.length !== 1) throw invalid('A file must have exactly one parent.', { reason: 'invalid' });
  for (const parent of parents) if (parent !== 'root') requireWritable(find(world, parent));
  const file = world.createFile(body.name ?? 'Untitled', body.mimeType ?? spreadsheetType, parents);
  return answer(describe(world, file), 'File', query, plainFileFields);
}

function requireWritable(file: DriveFile): void {
  if (canWrite(file)) return;
  const message = `The user does not have sufficient permissions for file ${file.id}.`;
  throw new Refused(403, { message, reason: 'insufficientFilePermissions' });
}

export function updateFile(world: DriveWorld, id: string, body: FileBody, query: Query): Response {
  checkBody(driveDocument, 'File', body);
  const file = find(world, id);
  requireWritable(file);
  if (body.name !== undefined) file.name = body.name;
  if (body.trashed !== undefined) file.isTrashed = body.trashed;
  touch(file, world.account.address, world.now());
  return answer(describe(world, file), 'File', query, plainFileFields);
}

const roles = ['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader'];
const types = ['user', 'group', 'domain', 'anyone'];

interface PermissionBody {
  readonly role?: string;
  readonly type?: string;
  readonly emailAddress?: string;
}

export function createPermission(world: DriveWorld, id: string, body: PermissionBody, query: Query): Response {
  checkBody(driveDocument, 'Permission', body);
  const file = find(world, id);
  requireWritable(file);
  const { role = '', type = '', emailAddress } = body;
  if (!roles.includes(role)) throw invalid('The permission role field is required.', { reason: 'required' });
  if (!types.includes(type)) throw invalid('The permission type field is required.', { reason: 'required' });
  if (['user', 'group'].includes(type) && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(emailAddress ?? '')) {
    const message = 'The specified emailAddress is invalid or not applicable for the given permission type.';
    throw invalid(message, { reason: 'invalidSharingRequest' });
  }
  const permission = {
    id: permissionIdOf(emailAddress ?? type),
    type,
    role,
    ...(emailAddress === undefined ? {} : { emailAddress }),
  };
  file.permissions = [...file.permissions.filter((each) => each.id !== permission.id), permission];
  return answer(describePermission(permission), 'Permission', query, 'kind,id,type,role');
}

export function describeAbout(world: DriveWorld, query: Query): Response {
  if (query.get('fields') === null) {
    throw invalid("The 'fields' parameter is required for this method.", { reason: 'required' });
  }
  const about = { kind: 'drive#about', user: describeUser(world.account.address, world.account) };
  return answer(about, 'About', query, '*');
}
