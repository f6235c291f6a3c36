import { beforeEach, describe, expect, it } from 'vitest';
import { type Ask, createAsk, refusalOf } from '../ask.ts';
import type { StandInSpreadsheet } from '../spreadsheets.ts';
import { createGoogleStandIn, type GoogleStandIn } from '../stand-in.ts';

let standIn: GoogleStandIn;
let ask: Ask;
beforeEach(() => {
  standIn = createGoogleStandIn({ clock: () => new Date('2024-06-01T00:00:00Z') });
  ask = createAsk(standIn);
});
const aFile = (id: string, more: Partial<StandInSpreadsheet> = {}): StandInSpreadsheet => ({
  id,
  name: `${id}の台帳`,
  version: '7',
  tabs: [{ tab: '相談受付', id: '0', rows: [], merges: [] }],
  ...more,
});
const list = async (query: string) => (await ask('GET', `/drive/v3/files?${query}`)).body;
const idsOf = (body: Readonly<Record<string, unknown>>) => (body.files as { id: string }[]).map(({ id }) => id);
const sheetsOnly = "q=mimeType = 'application/vnd.google-apps.spreadsheet'";

describe('listing files', () => {
  it('gives what is shared with us, what is in the bin too, but not what is open by link, not ours, or no spreadsheet', async () => {
    standIn.spreadsheets = [
      aFile('A'),
      aFile('viewer', { sharing: 'viewer' }),
      aFile('link', { sharing: 'link' }),
      aFile('none', { sharing: 'none' }),
      aFile('excel', { isExcelFile: true }),
      aFile('bin', { isTrashed: true }),
    ];
    expect(idsOf(await list(`${sheetsOnly}&fields=files(id)`))).toEqual(['A', 'viewer', 'bin']);
    expect(idsOf(await list(`${sheetsOnly} and trashed = false&fields=files/id`))).toEqual(['A', 'viewer']);
  });

  it('gives up to 1,000 a page, and says whether there are more', async () => {
    standIn.spreadsheets = Array.from({ length: 1742 }, (_, index) => aFile(`id-${index}`));
    const first = await list(`${sheetsOnly}&pageSize=1000&fields=nextPageToken,files(id)`);
    const second = await list(
      `${sheetsOnly}&pageSize=1000&pageToken=${first.nextPageToken}&fields=nextPageToken,files(id)`,
    );
    expect([idsOf(first).length, idsOf(second).length, second.nextPageToken]).toEqual([1000, 742, undefined]);
    expect(await refusalOf(ask('GET', '/drive/v3/files?pageSize=1001'))).toMatch(/^400 /);
  });

  it.each([
    ["q=mimeTyp = 'x'", '400 Invalid Value'],
    ['fields=files(id,modified)', '400 Invalid field selection files.modified'],
    [
      'pagesize=3',
      '400 Invalid JSON payload received. Unknown name "pagesize": Cannot bind query parameter. Field \'pagesize\' could not be found in request message.',
    ],
  ])('%s is refused', async (query, refusal) => {
    expect(await refusalOf(ask('GET', `/drive/v3/files?${query}`))).toBe(refusal);
  });
});

describe('what Drive says of a file', () => {
  const fields =
    'fields=version,modifiedTime,trashed,capabilities(canEdit),lastModifyingUser(me,emailAddress),ownedByMe';
  const look = async (id: string) => (await ask('GET', `/drive/v3/files/${id}?${fields}`)).body;

  it('whether the last change was ours, and whether we may write', async () => {
    standIn.spreadsheets = [aFile('A')];
    const theirs = { me: false, emailAddress: 'tantou@town.example.jp' };
    const unchanged = {
      version: '7',
      modifiedTime: '2024-06-01T00:00:00.000Z',
      trashed: false,
      capabilities: { canEdit: true },
      ownedByMe: false,
    };
    expect(await look('A')).toEqual({ ...unchanged, lastModifyingUser: theirs });
    const requests = [{ repeatCell: { range: { endRowIndex: 1 }, cell: { note: 'n' }, fields: 'note' } }];
    await ask('POST', '/v4/spreadsheets/A:batchUpdate', { requests });
    const ours = { me: true, emailAddress: standIn.account.address };
    expect(await look('A')).toEqual({ ...unchanged, version: '8', lastModifyingUser: ours });
    standIn.open('A').tab('相談受付').type('A1', 'x');
    standIn.open('A').share('viewer');
    expect(await look('A')).toEqual({
      ...unchanged,
      version: '10',
      lastModifyingUser: theirs,
      capabilities: { canEdit: false },
    });
  });

  it('one that is not shared is not found, one with a link is', async () => {
    standIn.spreadsheets = [aFile('none', { sharing: 'none' }), aFile('link', { sharing: 'link' })];
    expect(await refusalOf(ask('GET', '/drive/v3/files/none'))).toBe('404 File not found: none.');
    expect(await refusalOf(ask('GET', '/drive/v3/files/deleted'))).toBe('404 File not found: deleted.');
    expect((await look('link')).capabilities).toEqual({ canEdit: false });
  });

  it('who we are', async () => {
    const { body } = await ask('GET', '/drive/v3/about?fields=user(emailAddress,me)');
    expect(body).toEqual({ user: { emailAddress: standIn.account.address, me: true } });
    expect(await refusalOf(ask('GET', '/drive/v3/about'))).toMatch(/^400 .*fields/);
  });
});

describe('making and sharing a spreadsheet', () => {
  it('one that we make is ours, empty, and in the folder that was named', async () => {
    standIn.spreadsheets = [aFile('folder', { isFolder: true })];
    const body = { name: '氷見市', mimeType: 'application/vnd.google-apps.spreadsheet', parents: ['folder'] };
    const made = await ask('POST', '/drive/v3/files?fields=id,parents,ownedByMe', body);
    expect(made.body).toEqual({ id: expect.stringMatching(/^[\w-]{44}$/), parents: ['folder'], ownedByMe: true });
    expect(standIn.open(String(made.body.id)).titles()).toEqual(['シート1']);
    const lost = { ...body, parents: ['not there'] };
    expect(await refusalOf(ask('POST', '/drive/v3/files', lost))).toBe('404 File not found: not there.');
  });

  it('an account without room of its own makes files in shared drives only', async () => {
    standIn.account = { ...standIn.account, hasRoom: false };
    standIn.spreadsheets = [
      aFile('folder', { isFolder: true }),
      aFile('shared', { isFolder: true, isInSharedDrive: true }),
      aFile('no folder'),
    ];
    const make = (parent: string, query = '') =>
      refusalOf(ask('POST', `/drive/v3/files?${query}`, { name: '氷見市', parents: [parent] }));
    const knowing = 'supportsAllDrives=true';
    expect(await make('root')).toMatch(/^403 Service Accounts do not have storage quota/);
    expect(await make('folder')).toMatch(/^403 Service Accounts do not have storage quota/);
    expect(await make('no folder')).toBe('403 The specified parent is not a folder.');
    expect(await make('shared')).toBe('404 File not found: shared.');
    expect(await make('shared', knowing)).toBe('200');
    expect(await refusalOf(ask('POST', '/v4/spreadsheets', {}))).toBe('403 The caller does not have permission');
    const all = `${knowing}&includeItemsFromAllDrives=true`;
    expect((await list(`${sheetsOnly}&${knowing}`)).files).toHaveLength(1);
    expect((await list(`${sheetsOnly}&${all}&fields=files(ownedByMe)`)).files).toHaveLength(2);
  });

  it('with the scope drive.file only what was made with it is opened', async () => {
    standIn.spreadsheets = [aFile('A'), aFile('folder', { isFolder: true })];
    standIn.scopes = ['drive.file'];
    const share = (id: string) => {
      const body = { type: 'user', role: 'writer', emailAddress: 'tantou@himi.example.jp' };
      return refusalOf(ask('POST', `/drive/v3/files/${id}/permissions`, body));
    };
    const made = await ask('POST', '/drive/v3/files', { name: '氷見市' });
    expect(await share(String(made.body.id))).toBe('200');
    expect(await share('A')).toMatch(/^403 The user has not granted the app/);
    const inFolder = { name: '氷見市', parents: ['folder'] };
    expect(await refusalOf(ask('POST', '/drive/v3/files', inFolder))).toBe('404 File not found: folder.');
  });

  it('spreadsheets.create makes the sheets that are given', async () => {
    const sheets = [{ properties: { title: 'はじめに', sheetId: 3 } }, { properties: { title: '基本情報' } }];
    const made = await ask('POST', '/v4/spreadsheets?fields=spreadsheetId', {
      properties: { title: '氷見市' },
      sheets,
    });
    const book = standIn.open(String(made.body.spreadsheetId));
    expect([book.titles(), book.tab('はじめに').id]).toEqual([['はじめに', '基本情報'], 3]);
    expect(standIn.spreadsheets[0]).toMatchObject({ name: '氷見市', sharing: 'owner' });
  });

  it('is shared with an address, but not with what is none, nor by somebody who may only read', async () => {
    standIn.spreadsheets = [aFile('A'), aFile('B', { sharing: 'viewer' })];
    const path = (id: string) => `/drive/v3/files/${id}/permissions?sendNotificationEmail=false`;
    const body = { type: 'user', role: 'writer', emailAddress: 'tantou@himi.example.jp' };
    expect((await ask('POST', path('A'), body)).body).toMatchObject({ type: 'user', role: 'writer' });
    const shared = await ask('GET', '/drive/v3/files/A?fields=permissions(emailAddress,role)');
    expect(shared.body).toEqual({ permissions: [{ emailAddress: 'tantou@himi.example.jp', role: 'writer' }] });
    expect(await refusalOf(ask('POST', path('A'), { ...body, emailAddress: 'himi' }))).toMatch(/^400 .*emailAddress/);
    expect(await refusalOf(ask('POST', path('B'), body))).toBe(
      '403 The user does not have sufficient permissions for file B.',
    );
    expect(await refusalOf(ask('POST', path('A'), { ...body, mail: 'x' }))).toBe(
      '400 Invalid JSON payload received. Unknown name "mail": Cannot find field.',
    );
  });
});
