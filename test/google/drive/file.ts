/** A file in Drive: who may do what with it, what it holds, and who changed it last. */
import type { Content } from '../sheets/content.ts';
import { contentOf, type Sharing, type StandInSpreadsheet } from '../spreadsheets.ts';

export const spreadsheetType = 'application/vnd.google-apps.spreadsheet';
export const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const folderType = 'application/vnd.google-apps.folder';

export interface Permission {
  readonly id: string;
  readonly type: string;
  readonly role: string;
  readonly emailAddress?: string;
}

export interface DriveFile {
  readonly id: string;
  name: string;
  version: string;
  readonly mimeType: string;
  readonly createdTime: string;
  modifiedTime: string;
  /** Address of whoever changed it last. */
  lastChangedBy: string;
  sharing: Sharing;
  isTrashed: boolean;
  parents: readonly string[];
  /** Made through the API, which is all that the scope drive.file opens. */
  isMadeByUs: boolean;
  permissions: readonly Permission[];
  /** What it was made from; its contents are made when they are first needed. */
  readonly seed: StandInSpreadsheet;
  content: Content | null;
}

/** Somebody in the office. */
export const somebody = 'tantou@town.example.jp';

/** @param before the file as it was, whose contents stay where the same tabs are given again */
export function fileOf(seed: StandInSpreadsheet, now: string, before: DriveFile | undefined): DriveFile {
  const isSame = before !== undefined && before.seed.tabs === seed.tabs;
  const content = isSame ? before.content : null;
  if (content !== null) content.properties = { ...content.properties, title: seed.name };
  return {
    id: seed.id,
    name: seed.name,
    version: seed.version,
    mimeType: seed.isFolder === true ? folderType : seed.isExcelFile === true ? excelType : spreadsheetType,
    createdTime: before?.createdTime ?? now,
    modifiedTime: seed.modifiedTime ?? now,
    lastChangedBy: seed.lastChangedBy ?? somebody,
    sharing: seed.sharing ?? 'editor',
    isTrashed: seed.isTrashed ?? false,
    parents: before?.parents ?? [],
    isMadeByUs: before?.isMadeByUs ?? false,
    permissions: before?.permissions ?? [],
    seed,
    content,
  };
}

/** The file as a test gives and takes it. */
export function seedOf({ seed, name, version, isTrashed, sharing, modifiedTime, lastChangedBy }: DriveFile) {
  return { ...seed, name, version, isTrashed, sharing, modifiedTime, lastChangedBy };
}

export function contentOfFile(file: DriveFile): Content {
  file.content ??= contentOf(file.name, file.seed.tabs);
  return file.content;
}

/** Every change counts the version on and says by whom and when. */
export function touch(file: DriveFile, by: string, now: string): void {
  file.version = String(Number(file.version) + 1);
  file.modifiedTime = now;
  file.lastChangedBy = by;
}

export const canRead = ({ sharing }: DriveFile): boolean => sharing !== 'none';
export const canWrite = ({ sharing }: DriveFile): boolean => sharing === 'editor' || sharing === 'owner';
