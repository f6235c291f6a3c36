/**
 * Answers in Google spreadsheets: the tab チェック結果 and our marks with one request, whole or not at all. Its answer shows what the
 * workbook held at that moment, and so whether somebody typed since it was read. What is said, and where, is decided elsewhere.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import {
  type Feedback,
  type SheetGrid,
  type WorkbookAnswer,
  type WorkbookEntry,
  WorkbookFailure,
} from '../../world.ts';
import { hasSameContents, hasSameRows } from '../same-contents.ts';
import { shownRows } from '../shown-rows.ts';
import { tabRequests } from './answer-tab.ts';
import type { GoogleClients } from './client.ts';
import { findSharedFile } from './drive.ts';
import { bodyOf, failureOf, isAboutSignIn, statusOf } from './errors.ts';
import { bytesOf, markRequests, marksThatFit } from './mark-requests.ts';
import { contentFields, readGrids } from './read-grids.ts';
import { readSpreadsheet } from './read-spreadsheet.ts';

/** What Google advises for one request; the tab is always in it, and as many marks as fit beside it. */
const advisedBytes = 2_000_000;

export function createGoogleFeedback({ drive, sheets }: GoogleClients): Feedback {
  return {
    async answer(entry, answer, read) {
      const sheetId = sheetIdOf(entry, answer, read);
      const requests = requestsOf(answer, read, sheetId);
      if (requests.length === 0) return { outcome: 'settled', at: new Date().toISOString() };
      try {
        const response = await sheets.spreadsheets.batchUpdate({
          spreadsheetId: entry.id,
          fields: `updatedSpreadsheet(${contentFields})`,
          prettyPrint: false,
          requestBody: { requests, includeSpreadsheetInResponse: true },
        });
        const grids = readGrids(response.data.updatedSpreadsheet);
        const isSame = grids !== null && hasSameContents(read, grids, String(sheetId));
        return { outcome: isSame ? 'settled' : 'newer', at: momentOf(response.headers) };
      } catch (error) {
        if (statusOf(error) === 403) throw await withoutRight(error, entry);
        if (statusOf(error) !== 400 || isAboutSignIn(error)) throw failureOf(error, entry.name);
        return await afterRefusal(error, { entry, answer, read, sheetId });
      }
    },
  };

  /** Shared for reading only, or no longer at all: Drive knows. */
  async function withoutRight(error: unknown, entry: WorkbookEntry): Promise<WorkbookFailure> {
    const failure = failureOf(error, entry.name);
    if (failure.code !== 'google/forbidden') return failure;
    const file = await findSharedFile(drive, entry.id);
    if (file === null) return failure;
    return writeFailure(file.canEdit ? 'google/protected' : 'google/read-only', entry, error);
  }

  /**
   * The request does not fit the workbook any more: it was carried out already and its answer lost (the tab is there now), or a tab
   * or row has gone since it was read. One more reading tells.
   */
  async function afterRefusal(
    error: unknown,
    { entry, answer, read, sheetId }: { entry: WorkbookEntry; sheetId: number } & Answering,
  ) {
    if (/protected cell or object/i.test(bodyOf(error))) throw writeFailure('google/protected', entry, error);
    const now = await readSpreadsheet(sheets, entry);
    const file = await findSharedFile(drive, entry.id);
    const at = file?.modifiedAt ?? new Date().toISOString();
    if (!hasSameContents(read, now, String(sheetId))) return { outcome: 'newer', at } as const;
    const added = answer.tab?.id === null ? now.find(({ id }) => id === String(sheetId)) : undefined;
    if (answer.tab === null || added === undefined) throw failureOf(error, entry.name);
    const isOurs = hasSameRows(added.rows, shownRows(answer.tab.rows));
    return { outcome: isOurs ? 'settled' : 'newer', at } as const;
  }
}

interface Answering {
  readonly answer: WorkbookAnswer;
  readonly read: readonly SheetGrid[];
}

function requestsOf(answer: WorkbookAnswer, read: readonly SheetGrid[], sheetId: number): sheets_v4.Schema$Request[] {
  const before = read.find(({ id }) => id === String(sheetId)) ?? null;
  const tab = answer.tab === null ? [] : tabRequests(answer.tab, { sheetId, before });
  return [...tab, ...markRequests(marksThatFit(answer.marks, advisedBytes - bytesOf(tab)))];
}

/**
 * The tab's id; for one that is to be added, a number made of the spreadsheet's id: a request that is made again after its answer
 * was lost adds no second tab. Where there is no answer in a tab, one that no tab has.
 */
function sheetIdOf(entry: WorkbookEntry, { tab }: WorkbookAnswer, read: readonly SheetGrid[]): number {
  if (tab?.id) return Number(tab.id);
  let id = 0x811c9dc5;
  for (const character of `${entry.id}:findings`) {
    id = Math.imul(id ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  // Google takes ids from 0 to 2 147 483 647.
  let free = id & 0x7fffffff;
  while (read.some((grid) => grid.id === String(free))) free = (free + 1) & 0x7fffffff;
  return free;
}

function writeFailure(
  code: 'google/read-only' | 'google/protected',
  entry: WorkbookEntry,
  cause: unknown,
): WorkbookFailure {
  const facts = { file: entry.name };
  return new WorkbookFailure({ kind: 'forbidden', workbook: entry.name, code, facts }, { cause });
}

/** By Google's clock, which also says when a file was changed. */
function momentOf(headers: unknown): string {
  const date = new Headers(headers as HeadersInit).get('date');
  const moment = date === null ? Number.NaN : Date.parse(date);
  return new Date(Number.isNaN(moment) ? Date.now() : moment).toISOString();
}
