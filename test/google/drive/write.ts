/** What Drive v3 writes: files.create, files.update, permissions.create. */
import { invalid, Refused } from '../answers.ts';
import { checkBody } from '../discovery/check.ts';
import { driveDocument } from '../discovery/document.ts';
import { describeFile, describePermission, permissionIdOf, plainFileFields } from './describe.ts';
import { answer, type DriveWorld, find, notFound } from './drive.ts';
import { canWrite, type DriveFile, folderType, somebody, spreadsheetType, touch } from './file.ts';

/** What is asked for, and with which scopes (`null` is all of them). */
interface Write {
  readonly body: object;
  readonly query: URLSearchParams;
  readonly scopes: readonly string[] | null;
}

interface FileBody {
  readonly name?: string;
  readonly mimeType?: string;
  readonly parents?: readonly string[];
  readonly trashed?: boolean;
}

/** The scope drive.file opens only what was made with it. */
function isOpenTo(scopes: Write['scopes'], file: DriveFile): boolean {
  return scopes === null || scopes.includes('drive') || file.isMadeByUs;
}

function requireWritable(file: DriveFile, scopes: Write['scopes']): void {
  if (!isOpenTo(scopes, file)) {
    const message = `The user has not granted the app 123456789012 write access to the file ${file.id}.`;
    throw new Refused(403, { message, reason: 'appNotAuthorizedToFile' });
  }
  if (canWrite(file)) return;
  const message = `The user does not have sufficient permissions for file ${file.id}.`;
  throw new Refused(403, { message, reason: 'insufficientFilePermissions' });
}

export function createFile(world: DriveWorld, { body, query, scopes }: Write): Response {
  checkBody(driveDocument, 'File', body);
  const { name = 'Untitled', mimeType = spreadsheetType, parents = ['root'] } = body as FileBody;
  const [parent = '', ...others] = parents;
  if (others.length > 0) throw invalid('A file must have exactly one parent.', { reason: 'invalid' });
  const folder = parent === 'root' ? null : find(world, parent, query);
  // A folder that was not opened to the app is none for it.
  if (folder !== null && !isOpenTo(scopes, folder)) throw notFound(parent);
  if (folder !== null && folder.mimeType !== folderType) {
    throw new Refused(403, { message: 'The specified parent is not a folder.', reason: 'parentNotAFolder' });
  }
  if (folder !== null) requireWritable(folder, scopes);
  const isInSharedDrive = folder?.seed.isInSharedDrive === true;
  if (world.account.hasRoom === false && !isInSharedDrive) {
    const message =
      'Service Accounts do not have storage quota. Leverage shared drives (https://developers.google.com/workspace/drive/api/guides/about-shareddrives), or use OAuth delegation (http://support.google.com/a/answer/7281227) instead.';
    throw new Refused(403, { message, reason: 'storageQuotaExceeded' });
  }
  const file = world.createFile({ name, mimeType, parents, isInSharedDrive });
  return answer(describeFile(file, world.account, somebody), 'File', query, plainFileFields);
}

export function updateFile(world: DriveWorld, id: string, { body, query, scopes }: Write): Response {
  checkBody(driveDocument, 'File', body);
  const file = find(world, id, query);
  requireWritable(file, scopes);
  const { name, trashed } = body as FileBody;
  if (name !== undefined) file.name = name;
  if (trashed !== undefined) file.isTrashed = trashed;
  touch(file, world.account.address, world.now());
  return answer(describeFile(file, world.account, somebody), 'File', query, plainFileFields);
}

const roles = ['owner', 'organizer', 'fileOrganizer', 'writer', 'commenter', 'reader'];
const types = ['user', 'group', 'domain', 'anyone'];

interface PermissionBody {
  readonly role?: string;
  readonly type?: string;
  readonly emailAddress?: string;
}

export function createPermission(world: DriveWorld, id: string, { body, query, scopes }: Write): Response {
  checkBody(driveDocument, 'Permission', body);
  const file = find(world, id, query);
  requireWritable(file, scopes);
  const { role = '', type = '', emailAddress } = body as PermissionBody;
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
