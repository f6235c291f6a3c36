/** Files, users and permissions as Drive v3 answers them. */
import { canWrite, type DriveFile, type Permission } from './file.ts';

/** The account that asks. */
export interface Account {
  readonly address: string;
  readonly name: string;
  /** Whether files may be its own; `false` for service accounts as Google makes them now. */
  readonly hasRoom?: boolean;
}

export function describeUser(address: string, account: Account): Record<string, unknown> {
  const isMe = address === account.address;
  return {
    kind: 'drive#user',
    displayName: isMe ? account.name : (address.split('@')[0] ?? address),
    me: isMe,
    permissionId: permissionIdOf(address),
    emailAddress: address,
  };
}

export function permissionIdOf(address: string): string {
  let sum = 7;
  for (const letter of address) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_000_007;
  return `0${sum}`;
}

export function describePermission(permission: Permission): Record<string, unknown> {
  return { kind: 'drive#permission', ...permission };
}

export const plainFileFields = 'kind,id,name,mimeType';
export const plainListFields = `kind,incompleteSearch,nextPageToken,files(${plainFileFields})`;

export function describeFile(file: DriveFile, account: Account, owner: string): Record<string, unknown> {
  const ownedByMe = file.sharing === 'owner';
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    version: file.version,
    createdTime: file.createdTime,
    modifiedTime: file.modifiedTime,
    trashed: file.isTrashed,
    explicitlyTrashed: file.isTrashed,
    starred: false,
    shared: !ownedByMe || file.permissions.length > 0,
    ownedByMe,
    owners: [describeUser(ownedByMe ? account.address : owner, account)],
    lastModifyingUser: describeUser(file.lastChangedBy, account),
    capabilities: {
      canEdit: canWrite(file),
      canComment: canWrite(file),
      canCopy: true,
      canShare: canWrite(file),
      canTrash: ownedByMe,
      canDelete: ownedByMe,
      canModifyContent: canWrite(file),
    },
    webViewLink: `https://docs.google.com/spreadsheets/d/${file.id}/edit`,
    ...(file.parents.length === 0 ? {} : { parents: file.parents }),
    ...(file.seed.isInSharedDrive === true ? { driveId: 'a-shared-drive' } : {}),
    ...(canWrite(file) ? { permissions: file.permissions.map(describePermission) } : {}),
  };
}
