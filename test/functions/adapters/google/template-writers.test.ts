import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage, type Package } from '#functions/adapters/folder/template-package.ts';
import { createTemplateFile, type OpenedTemplate, openTemplateFile } from '#functions/adapters/folder/template-xlsx.ts';
import { createGoogleClients } from '#functions/adapters/google/client.ts';
import { createSpreadsheet, openSpreadsheet, shareSpreadsheet } from '#functions/adapters/google/template-google.ts';
import { pixelsOf } from '#functions/adapters/google/template-requests.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { openWorkbook } from '#functions/ingest/tables/open-workbook.ts';
import { planNew, planUpgrade } from '#functions/template/plan-changes.ts';
import { tables } from '#sheets-schema';
import { createAnsweredWorld } from './answered-spreadsheet.ts';
import { lookInExcel, lookInGoogle } from './template-look.ts';

const office = {
  municipalityCode: '162051',
  prefectureName: '富山県',
  municipalityName: '氷見市',
  officeName: '架空のデータ相談室',
  fiscalYear: 2024,
};
const changes = planNew({ fiscalYear: 2024, office, contact: '県の地域福祉課（架空のデータ）' });

let folder: string;
let world: Awaited<ReturnType<typeof createAnsweredWorld>>;
let parts: Package;
let excel: OpenedTemplate;
let google: Awaited<ReturnType<typeof openSpreadsheet>>;
let id: string;
let requests: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'template-'));
  const path = join(folder, 'a.xlsx');
  await writeFile(path, await createTemplateFile(changes));
  const file = await open(path);
  const { size } = await file.stat();
  [excel, parts] = [await openTemplateFile(file, size), await openPackage(file, size)];
  await file.close();
  world = await createAnsweredWorld();
  const clients = createGoogleClients(world.accessTo());
  ({ id } = await createSpreadsheet(clients, { title: '氷見市 相談室', folder: null, changes }));
  requests = [...world.standIn.requests];
  google = await openSpreadsheet(clients, { id: id as WorkbookId, name: '氷見市 相談室', revision: '1' });
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

describe('a new workbook as an .xlsx file and as a spreadsheet', () => {
  it('has the same tabs with the same contents and ids', () => {
    const told = (grids: OpenedTemplate['grids']) =>
      grids.map(({ tab, rows, merges, storedIds }) => ({ tab, rows, merges, storedIds }));
    expect(told(google.grids)).toEqual(told(excel.grids));
    expect(excel.grids.map(({ tab }) => tab)).toEqual(['はじめに', ...Object.values(tables).map((table) => table.tab)]);
  });

  it('has the same notes and dropdowns', () => {
    for (const [index, grid] of excel.grids.entries()) {
      const [inExcel, inGoogle] = [
        excel.surface.tabs.get(grid.id),
        google.surface.tabs.get(google.grids[index]?.id ?? ''),
      ];
      const dropdowns = (surface: typeof inExcel) =>
        Array.from({ length: 20 }, (_, row) =>
          Array.from({ length: 20 }, (__, column) => surface?.dropdownAt(row, column) ?? null),
        );
      expect(dropdowns(inGoogle), grid.tab).toEqual(dropdowns(inExcel));
      expect(inGoogle?.notes, grid.tab).toEqual(inExcel?.notes);
    }
  });

  it('looks the same: colours, formats, widths, what stays in sight, what is protected', () => {
    const person = world.standIn.open(id);
    for (const [index, { tab }] of excel.grids.entries()) {
      const columnCount = changes[index]?.columns.length ?? 0;
      const inExcel = lookInExcel(parts, `xl/worksheets/sheet${index + 1}.xml`, columnCount);
      const widths = inExcel.widths.map(pixelsOf);
      expect(lookInGoogle(person, tab, columnCount), tab).toEqual({ ...inExcel, widths });
    }
  });

  it('is what was asked for, in three requests', () => {
    expect(requests).toEqual([
      'POST /drive/v3/files',
      `GET /v4/spreadsheets/${id}`,
      `POST /v4/spreadsheets/${id}:batchUpdate`,
    ]);
  });

  it('can be read, and says whose it is', () => {
    for (const { grids } of [excel, google]) {
      const opened = openWorkbook(grids);
      expect(opened.outcome === 'opened' && opened.workbook.profile.office).toMatchObject({
        name: '架空のデータ相談室',
        municipality: '162051',
        municipalityName: '氷見市',
      });
      expect(opened.outcome === 'opened' ? opened.workbook.findings : opened).toEqual([]);
    }
  });

  it('has nothing to renew', () => {
    const upToDate = { outcome: 'planned', changes: [], lines: [] };
    expect(planUpgrade(excel.grids, excel.surface, { fiscalYear: 2024 })).toEqual(upToDate);
    expect(planUpgrade(google.grids, google.surface, { fiscalYear: 2024 })).toEqual(upToDate);
  });

  it('lets dates be typed as dates, numbers as numbers, and codes as they are', () => {
    const cases = lookInExcel(parts, 'xl/worksheets/sheet4.xml', 3);
    expect(cases.formats).toEqual(['@', 'yyyy/mm/dd', '@']);
    const areas = lookInExcel(parts, 'xl/worksheets/sheet3.xml', 5);
    expect(areas.formats).toEqual(['@', '@', '@', '@', '#,##0']);
  });
});

describe('what Google may refuse', () => {
  it('a new spreadsheet is shared with those who are named', async () => {
    const clients = createGoogleClients(world.accessTo());
    await shareSpreadsheet(clients, id, 'clerk@example.jp');
    expect(world.standIn.requests.at(-1)).toBe(`POST /drive/v3/files/${id}/permissions`);
  });

  it('an account without room of its own is told to name a folder of a shared drive', async () => {
    world.standIn.faults = [
      {
        path: /^\/drive\/v3\/files$/,
        status: 403,
        times: 1,
        more: { message: "The user's Drive storage quota has been exceeded.", reason: 'storageQuotaExceeded' },
      },
    ];
    const clients = createGoogleClients(world.accessTo());
    await expect(createSpreadsheet(clients, { title: '台帳', folder: null, changes })).rejects.toMatchObject({
      reason: 'no-room',
    });
  });

  it('a folder that is not shared with us is named as such', async () => {
    const clients = createGoogleClients(world.accessTo());
    await expect(createSpreadsheet(clients, { title: '台帳', folder: 'nowhere', changes })).rejects.toMatchObject({
      reason: 'no-folder',
    });
  });
});

describe('選択肢', () => {
  it('is kept from being typed over, but for 使用', () => {
    const sheet = parts.read('xl/worksheets/sheet10.xml');
    const styles = parts.read('xl/styles.xml').split('<cellXfs')[1]?.split('<xf ').slice(1) ?? [];
    const styleAt = (address: string) => styles[Number(new RegExp(`r="${address}" s="(\\d+)"`).exec(sheet)?.[1])] ?? '';
    expect(['C2', 'D2'].map((address) => styleAt(address).includes('locked="0"'))).toEqual([false, true]);
    const [range] = world.standIn.open(id).tab('選択肢').sheet().protectedRanges;
    expect(range?.unprotectedRanges).toMatchObject([{ startColumnIndex: 3, endColumnIndex: 4 }]);
  });
});

describe('an answer that is lost on its way', () => {
  it('makes no second workbook, and no second tab', async () => {
    const clients = createGoogleClients(world.accessTo());
    world.standIn.faults = [{ path: /:batchUpdate$/, status: 'lost', times: 1 }];
    const made = await createSpreadsheet(clients, { title: '台帳', folder: null, changes });
    const opened = await openSpreadsheet(clients, { id: made.id as WorkbookId, name: '台帳', revision: '1' });
    expect(opened.grids.map(({ tab }) => tab)).toEqual(excel.grids.map(({ tab }) => tab));
    world.standIn.open(made.id).deleteTab('会議');
    const entry = { id: made.id as WorkbookId, name: '台帳', revision: '2' };
    const again = await openSpreadsheet(clients, entry);
    const planned = planUpgrade(again.grids, again.surface, { fiscalYear: 2024 });
    world.standIn.faults = [{ path: /:batchUpdate$/, status: 'lost', times: 1 }];
    const after = planned.outcome === 'planned' ? await again.write(planned.changes) : null;
    expect(after?.filter(({ tab }) => tab === '会議')).toHaveLength(1);
  });
});
