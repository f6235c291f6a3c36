/** What Drive knows of spreadsheets: one request says for up to 1,000 of them which have changed since. Nothing of their contents. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { MunicipalityCode, WorkbookId } from '../../domain/codes.ts';
import type { WorkbookEntry } from '../../world.ts';
import { failureOf, isAboutSignIn, isBusy, statusOf } from './errors.ts';

/** A file that is shared with us. */
export interface SharedFile {
  readonly id: string;
  readonly name: string;
  /** Grows with every change, of its sharing too. */
  readonly version: string;
  /** ISO 8601. */
  readonly modifiedAt: string | null;
  readonly isTrashed: boolean;
  /** Not so for an .xlsx file that lies in Drive. */
  readonly isSpreadsheet: boolean;
  /** Whether it is shared with us as an editor (編集者). */
  readonly canEdit: boolean;
  /** Whether the last change was surely our own: by a service account, with which no person types. */
  readonly isOwnChange: boolean;
}

const fileFields =
  'id,name,mimeType,modifiedTime,version,trashed,capabilities(canEdit),lastModifyingUser(me,emailAddress)';
const spreadsheetType = 'application/vnd.google-apps.spreadsheet';

/** Mark in a revision what listing already knows; the rest is Drive's version. */
const trashedMark = 'trashed:';
const unreachableRevision = 'unreachable';

/** Every spreadsheet that is shared with us, by id: one request per 1,000. @throws WorkbookFailure for Drive as a whole */
export async function listSharedFiles(drive: drive_v3.Drive): Promise<ReadonlyMap<string, SharedFile>> {
  const files = new Map<string, SharedFile>();
  let pageToken: string | undefined;
  try {
    do {
      const { data } = await drive.files.list({
        q: `mimeType = '${spreadsheetType}'`,
        pageSize: 1000,
        fields: `nextPageToken,files(${fileFields})`,
        supportsAllDrives: true,
        includeItemsFromAllDrives: true,
        ...(pageToken === undefined ? {} : { pageToken }),
      });
      for (const file of data.files ?? []) if (file.id) files.set(file.id, describeFile(file.id, file));
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken !== undefined);
  } catch (error) {
    throw failureOf(error, 'Google Drive');
  }
  return files;
}

/**
 * One file, for those that are not in the list of what is shared with us, but perhaps open to whoever has the link.
 * `null`: there is none, or it is not shared. @throws WorkbookFailure where Drive as a whole has trouble
 */
export async function findSharedFile(drive: drive_v3.Drive, id: string): Promise<SharedFile | null> {
  try {
    const { data } = await drive.files.get({ fileId: id, fields: fileFields, supportsAllDrives: true });
    return describeFile(id, data);
  } catch (error) {
    // Some quotas answer 403 too, and a wrong key 400: those say nothing about the file.
    if (!isBusy(error) && !isAboutSignIn(error) && [400, 403, 404].includes(statusOf(error) ?? 0)) return null;
    throw failureOf(error, 'Google Drive');
  }
}

function isMachine(address: string | null | undefined): boolean {
  return address?.endsWith('.gserviceaccount.com') === true;
}

function describeFile(id: string, file: drive_v3.Schema$File): SharedFile {
  return {
    id,
    name: file.name ?? id,
    version: file.version ?? file.modifiedTime ?? '',
    modifiedAt: file.modifiedTime ?? null,
    isTrashed: file.trashed === true,
    isSpreadsheet: (file.mimeType ?? spreadsheetType) === spreadsheetType,
    canEdit: file.capabilities?.canEdit === true,
    // Whoever runs us with an account of their own also mends cells with it: these changes are read like anybody's.
    isOwnChange: file.lastModifyingUser?.me === true && isMachine(file.lastModifyingUser.emailAddress),
  };
}

/** The workbook as a source lists it; without a file it is listed all the same, and reading it says why it cannot be read. */
export function entryOf(id: string, file: SharedFile | null, municipality?: MunicipalityCode): WorkbookEntry {
  const registered = municipality === undefined ? {} : { municipality };
  if (file === null) {
    return {
      id: id as WorkbookId,
      name: id,
      revision: unreachableRevision,
      isOutOfReach: true,
      address: addressOf(id),
      ...registered,
    };
  }
  return {
    id: id as WorkbookId,
    name: file.name,
    revision: file.isTrashed ? `${trashedMark}${file.version}` : file.version,
    ...registered,
    address: addressOf(id),
    ...(file.modifiedAt === null ? {} : { changedAt: file.modifiedAt }),
    // Into the bin it goes without a change of its contents: our answer may still be the last of those.
    ...(file.isOwnChange && !file.isTrashed && file.modifiedAt !== null ? { ownChangeAt: file.modifiedAt } : {}),
  };
}

/** Where people open a spreadsheet; '#gid=…' leads to a tab of it. */
function addressOf(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit`;
}

/** Whether listing already knows that the workbook lies in the bin. */
export function isInBin(entry: WorkbookEntry): boolean {
  return entry.revision.startsWith(trashedMark);
}
