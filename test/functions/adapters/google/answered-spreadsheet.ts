/** One spreadsheet of the stand-in that was read and is to be answered in: where the tests of answers begin. */
import { createGoogleClients, type GoogleAccess } from '#functions/adapters/google/client.ts';
import { createGoogleFeedback } from '#functions/adapters/google/feedback.ts';
import { type SheetGrid, type WorkbookAnswer, WorkbookFailure } from '#functions/world.ts';
import { workbookToAnswer } from '../../../contracts/feedback.ts';
import { serveStandIn } from '../../../google/server.ts';
import { createGoogleStandIn, type GoogleStandIn } from '../../../google/stand-in.ts';
import { createTokenClient } from '../../../google/token.ts';
import { createSpreadsheets } from './listed-spreadsheets.ts';

export type Person = ReturnType<GoogleStandIn['open']>;

export const aTab = { title: 'チェック結果', frozenRows: 1, widths: [20] } as const;
export const anAnswer: WorkbookAnswer = {
  tab: { ...aTab, id: null, rows: [{ look: 'summary', cells: ['1行を直してください'] }] },
  marks: [{ tabId: '0', row: 2, column: 1, note: '年がありません', background: '#fbb9ad' }],
};

/** The stand-in as a server; `reset` before each test. */
export async function createAnsweredWorld() {
  const standIn = createGoogleStandIn();
  const server = await serveStandIn(standIn);
  const accessTo = (patience: Partial<GoogleAccess['patience']> = {}): GoogleAccess => ({
    auth: createTokenClient(),
    rootUrl: server.rootUrl,
    patience: { retries: 3, firstWaitMilliseconds: 1, ...patience },
  });
  return {
    standIn,
    accessTo,
    close: async () => await server.close(),
    reset() {
      Object.assign(standIn, { faults: [], chance: null, quota: null, scopes: null });
      standIn.disabledApis.clear();
      standIn.requests.length = 0;
      standIn.answers.length = 0;
    },
    /** The workbook of the contract as one spreadsheet, read once; requests are counted from then on. */
    async openOne(tabs: readonly SheetGrid[] = workbookToAnswer) {
      // The same tabs given again would keep what was written into them.
      standIn.spreadsheets = [{ id: 'A', name: '台帳', version: '7', tabs: [...tabs] }];
      const source = createSpreadsheets({ listIds: async () => ['A'], ...accessTo() });
      const feedback = createGoogleFeedback(createGoogleClients(accessTo()));
      const [entry] = await source.list();
      if (entry === undefined) throw new Error('Nothing is listed');
      const read = await source.read(entry);
      standIn.requests.length = 0;
      /** How it came out: 'settled', 'newer', or the kind and code of a failure. */
      const answer = async (what: WorkbookAnswer, asRead: readonly SheetGrid[] = read) => {
        try {
          return (await feedback.answer(entry, what, asRead)).outcome;
        } catch (error) {
          if (error instanceof WorkbookFailure) return `${error.kind} ${error.code}`;
          throw error;
        }
      };
      const readAgain = async () => await source.read(entry);
      return { source, feedback, entry, read, answer, readAgain, person: standIn.open('A') };
    },
  };
}
