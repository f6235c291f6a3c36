/** A registry on the stand-in for Google, the spreadsheets that it names, and a store. Everything in it is 架空のデータ. */
import { systemClock } from '#functions/adapters/clock.ts';
import { createGoogleClients } from '#functions/adapters/google/client.ts';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { createRegisteredFeedback } from '#functions/adapters/registry/registered-feedback.ts';
import { createRegisteredWorkbooks } from '#functions/adapters/registry/registered-workbooks.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import type { RegisteredPlace } from '#functions/domain/registration.ts';
import { readRegistry } from '#functions/plan/registry.ts';
import { runOnce } from '#functions/run.ts';
import type { Cell } from '#sheets-schema';
import { silentLog } from '../../../builders/ingest.ts';
import { serveStandIn } from '../../../google/server.ts';
import type { StandInSpreadsheet } from '../../../google/spreadsheets.ts';
import { createGoogleStandIn } from '../../../google/stand-in.ts';
import { createTokenClient } from '../../../google/token.ts';

export const registrationHeaders = ['市区町村コード', '報告機関名', 'ブック', '有効', '連絡先', '備考'] as const;

export const addressOf = (id: string) => `https://docs.google.com/spreadsheets/d/${id}/edit`;

/** The registry as a spreadsheet. */
export function aRegistry(
  rows: readonly (readonly Cell[])[],
  more: Partial<StandInSpreadsheet> = {},
): StandInSpreadsheet {
  const tabs = [{ tab: '登録', id: '0', rows: [[...registrationHeaders], ...rows], merges: [] }];
  return { id: 'registry', name: '登録簿', version: '1', tabs, ...more };
}

/** One office's workbook with one case; the municipality is as its code says. */
export function aTownWorkbook(id: string, code: string, name = '架空町'): StandInSpreadsheet {
  const tab = (title: string, position: number, rows: readonly (readonly Cell[])[]) => ({
    tab: title,
    id: String(position),
    rows,
    merges: [],
    surface: { rowCount: 20, columnCount: 10, notes: new Map(), backgrounds: new Map() },
  });
  return {
    id,
    name: `${name}社協`,
    version: '1',
    tabs: [
      tab('基本情報', 0, [
        ['項目', '値'],
        ['市区町村コード', code],
        ['市区町村名', name],
        ['報告機関名', `${name}社協`],
        ['様式版', '1'],
        ['データの種類', '架空'],
      ]),
      tab('圏域', 1, [
        ['圏域コード', '圏域名', '圏域種別'],
        [code, name, '市町村全域'],
      ]),
      tab('相談受付', 2, [
        ['受付番号', '受付日', '圏域', '経路', '対象1'],
        ['R6-0001', '2024/4/1', code, '本人', '高齢者'],
      ]),
    ],
  };
}

export type RegisteredWorld = Awaited<ReturnType<typeof createRegisteredWorld>>;

export async function createRegisteredWorld() {
  const standIn = createGoogleStandIn();
  const server = await serveStandIn(standIn);
  const clients = createGoogleClients({
    auth: createTokenClient(),
    rootUrl: server.rootUrl,
    patience: { retries: 3, firstWaitMilliseconds: 1 },
  });
  let store = createMemoryStore(systemClock);
  let opened = 0;
  const openGoogle = async () => {
    opened += 1;
    return clients;
  };
  const inGoogle: RegisteredPlace = { kind: 'spreadsheet', id: 'registry' as WorkbookId };
  return {
    standIn,
    clients,
    get store() {
      return store;
    },
    /** How often somebody signed in to Google. */
    signIns: () => opened,
    close: async () => await server.close(),
    reset() {
      store = createMemoryStore(systemClock);
      opened = 0;
      Object.assign(standIn, { spreadsheets: [], faults: [], chance: null });
      standIn.requests.length = 0;
    },
    /** As a run opens it: a new process each time. */
    open: (registry: RegisteredPlace = inGoogle) =>
      createRegisteredWorkbooks({ registry, store, openGoogle, readRegistry }),
    /** A whole run, with answers. */
    async run(registry: RegisteredPlace = inGoogle) {
      const source = createRegisteredWorkbooks({ registry, store, openGoogle, readRegistry });
      const feedback = createRegisteredFeedback({ source, openGoogle, files: null });
      return await runOnce({ source, feedback, store, clock: systemClock, log: silentLog });
    },
  };
}
