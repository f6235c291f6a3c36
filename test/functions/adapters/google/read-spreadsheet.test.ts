import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGoogleClients, type GoogleClients } from '#functions/adapters/google/client.ts';
import { entryOf, findSharedFile, listSharedFiles } from '#functions/adapters/google/drive.ts';
import { readGrids } from '#functions/adapters/google/read-grids.ts';
import { readSpreadsheet } from '#functions/adapters/google/read-spreadsheet.ts';
import type { MunicipalityCode } from '#functions/domain/codes.ts';
import { serveStandIn } from '../../../google/server.ts';
import { createGoogleStandIn, type GoogleStandIn } from '../../../google/stand-in.ts';
import { createTokenClient } from '../../../google/token.ts';

let standIn: GoogleStandIn;
let server: Awaited<ReturnType<typeof serveStandIn>>;
let clients: GoogleClients;
beforeAll(async () => {
  standIn = createGoogleStandIn({ clock: () => new Date('2024-04-08T03:00:00Z') });
  server = await serveStandIn(standIn);
  const patience = { retries: 1, firstWaitMilliseconds: 1 };
  clients = createGoogleClients({ auth: createTokenClient(), rootUrl: server.rootUrl, patience });
});
afterAll(async () => await server.close());

const tab = { tab: '相談受付', id: '77', rows: [['受付番号', '受付日'], ['R6-0001']], merges: [] };
/** One spreadsheet, as its people have it open. */
function openOne() {
  standIn.spreadsheets = [{ id: 'A', name: '台帳', version: '7', tabs: [tab] }];
  return standIn.open('A');
}
const read = async () => await readSpreadsheet(clients.sheets, entryOf('A', await findSharedFile(clients.drive, 'A')));

describe('what a reading brings beside the values', () => {
  it('notes, and colours that were set, white too', async () => {
    const cases = openOne().tab('相談受付');
    cases.writeNote('B2', '電話で確認');
    cases.paint('A2', '#fbb9ad');
    cases.paint('B2', '#ffffff');
    cases.paint('C9', '#000000');
    expect((await read())[0]?.surface).toEqual({
      rowCount: 1000,
      columnCount: 26,
      notes: new Map([['1:1', '電話で確認']]),
      backgrounds: new Map([
        ['1:0', '#fbb9ad'],
        ['1:1', '#ffffff'],
        ['8:2', '#000000'],
      ]),
    });
  });

  it('every one of the 256 steps of a colour comes back as it was painted', async () => {
    const cases = openOne().tab('相談受付');
    const hex = (step: number) => `#${step.toString(16).padStart(2, '0')}00ff`;
    for (let step = 0; step < 256; step += 1) cases.paint(`A${step + 1}`, hex(step));
    const backgrounds = (await read())[0]?.surface?.backgrounds;
    expect([...(backgrounds?.values() ?? [])]).toEqual(Array.from({ length: 256 }, (_, step) => hex(step)));
  });

  it('ids of the tab and its columns, which move with them', async () => {
    const cases = openOne().tab('相談受付');
    cases.leaveMetadata('kasanari.tab', 'cases');
    cases.leaveMetadata('kasanari.field', 'cases.receiptNumber', 'A');
    cases.leaveMetadata('kasanari.field', 'cases.receivedOn', 'B');
    cases.leaveMetadata('kasanari.field', 'goals.unit', 'C');
    cases.leaveMetadata('another.program', 'x', 'D');
    cases.insertColumns('B', 2);
    cases.rename('受付');
    expect((await read())[0]?.storedIds).toEqual({
      tab: 'cases',
      fields: new Map([
        [0, 'receiptNumber'],
        [3, 'receivedOn'],
      ]),
    });
  });

  it('ids of items on their rows, and of columns in a tab that has none itself', async () => {
    const cases = openOne().tab('相談受付');
    cases.leaveMetadata('kasanari.field', 'profile.officeName', 3);
    cases.insertRows(1, 1);
    expect((await read())[0]?.storedIds).toEqual({ tab: null, fields: new Map([[3, 'officeName']]) });
  });

  it('no ids where nobody left any', async () => {
    openOne();
    expect((await read())[0]).not.toHaveProperty('storedIds');
  });
});

describe('colours as Google may name them', () => {
  const gridWith = (cell: object, properties: object = {}) => {
    const data = [{ rowData: [{ values: [{ userEnteredFormat: { backgroundColorStyle: cell } }] }] }];
    return readGrids({ properties, sheets: [{ properties: { title: 'x' }, data }] })?.[0]?.surface?.backgrounds.get(
      '0:0',
    );
  };
  it('one of the theme is the colour that the theme gives it', () => {
    const themeColors = [{ colorType: 'ACCENT1', color: { rgbColor: { red: 0.26, green: 0.52, blue: 0.957 } } }];
    expect(gridWith({ themeColor: 'ACCENT1' }, { spreadsheetTheme: { themeColors } })).toBe('#4285f4');
    expect(gridWith({ themeColor: 'ACCENT2' }, { spreadsheetTheme: { themeColors } })).toBe('#ffffff');
  });
  it('parts that are left out are 0', () => {
    expect([gridWith({ rgbColor: {} }), gridWith({}), gridWith({ rgbColor: { green: 1 } })]).toEqual([
      '#000000',
      '#000000',
      '#00ff00',
    ]);
  });
});

describe('what Drive says of a file', () => {
  const opened = (id: string) => ({ address: `https://docs.google.com/spreadsheets/d/${id}/edit` });
  const changedAt = '2024-04-08T03:00:00.000Z';

  it('whether we may write in it, and whether the last change was ours', async () => {
    standIn.spreadsheets = [
      { id: 'A', name: '編集', version: '7', tabs: [tab] },
      { id: 'B', name: '閲覧', version: '8', tabs: [tab], sharing: 'viewer', lastChangedBy: standIn.account.address },
    ];
    const files = [...(await listSharedFiles(clients.drive)).values()];
    const common = { modifiedAt: changedAt, isTrashed: false, isSpreadsheet: true };
    expect(files).toEqual([
      { ...common, id: 'A', name: '編集', version: '7', canEdit: true, isOwnChange: false },
      { ...common, id: 'B', name: '閲覧', version: '8', canEdit: false, isOwnChange: true },
    ]);
    expect(files.map((file) => entryOf(file.id, file, '162051' as MunicipalityCode))).toEqual([
      { ...opened('A'), id: 'A', name: '編集', revision: '7', municipality: '162051', changedAt },
      {
        ...opened('B'),
        id: 'B',
        name: '閲覧',
        revision: '8',
        municipality: '162051',
        changedAt,
        ownChangeAt: changedAt,
      },
    ]);
  });

  it('one that lies in the bin is news, also where the last change was our answer', async () => {
    standIn.spreadsheets = [
      { id: 'A', name: '台帳', version: '8', tabs: [tab], isTrashed: true, lastChangedBy: standIn.account.address },
    ];
    const file = (await listSharedFiles(clients.drive)).get('A') ?? null;
    expect(entryOf('A', file)).toEqual({ ...opened('A'), id: 'A', name: '台帳', revision: 'trashed:8', changedAt });
  });

  it('a change by a person is theirs, also where we run with their account', async () => {
    const { account } = standIn;
    standIn.account = { address: 'kanrisha@town.example.jp', name: '管理者' };
    standIn.spreadsheets = [
      { id: 'A', name: '台帳', version: '7', tabs: [tab], lastChangedBy: standIn.account.address },
    ];
    const file = (await listSharedFiles(clients.drive)).get('A') ?? null;
    standIn.account = account;
    expect(entryOf('A', file)).toEqual({ ...opened('A'), id: 'A', name: '台帳', revision: '7', changedAt });
  });

  it('an .xlsx file in Drive is no spreadsheet, and one that is not shared is none at all', async () => {
    standIn.spreadsheets = [
      { id: 'A', name: 'x.xlsx', version: '7', tabs: [], isExcelFile: true },
      { id: 'B', name: '非公開', version: '7', tabs: [], sharing: 'none' },
    ];
    expect((await findSharedFile(clients.drive, 'A'))?.isSpreadsheet).toBe(false);
    expect(await findSharedFile(clients.drive, 'B')).toBeNull();
    expect(entryOf('B', null)).toEqual({
      ...opened('B'),
      id: 'B',
      name: 'B',
      revision: 'unreachable',
      isOutOfReach: true,
    });
  });

  it('a quota that is used up says nothing about the file', async () => {
    openOne();
    standIn.faults = [{ path: /files\/A$/, status: 403, times: 9, more: { reason: 'userRateLimitExceeded' } }];
    await expect(findSharedFile(clients.drive, 'A')).rejects.toMatchObject({ kind: 'busy', code: 'google/busy' });
    standIn.faults = [];
  });
});
