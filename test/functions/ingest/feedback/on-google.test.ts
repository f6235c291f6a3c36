/** What is planned, written through Google and read back: nothing is planned again, whatever people do around it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createGoogleClients } from '#functions/adapters/google/client.ts';
import { entryOf } from '#functions/adapters/google/drive.ts';
import { createGoogleFeedback } from '#functions/adapters/google/feedback.ts';
import { readSpreadsheet } from '#functions/adapters/google/read-spreadsheet.ts';
import type { Day } from '#functions/domain/codes.ts';
import { carryFirstSeen, type FirstSeen } from '#functions/ingest/feedback/first-seen.ts';
import { markBackgrounds } from '#functions/ingest/feedback/mark.ts';
import { planAnswer } from '#functions/ingest/feedback/plan-answer.ts';
import type { WorkbookAnswer } from '#functions/world.ts';
import { takeIn } from '../../../builders/ingest.ts';
import { aCase, anAction, aWorkbook } from '../../../builders/workbook.ts';
import { serveStandIn } from '../../../google/server.ts';
import { createGoogleStandIn, type GoogleStandIn } from '../../../google/stand-in.ts';
import { createTokenClient } from '../../../google/token.ts';

let standIn: GoogleStandIn;
let server: Awaited<ReturnType<typeof serveStandIn>>;
let firstSeen: FirstSeen | null = null;
beforeAll(async () => {
  standIn = createGoogleStandIn();
  server = await serveStandIn(standIn);
});
afterAll(async () => await server.close());
beforeEach(() => {
  firstSeen = null;
  const cases = [
    aCase({ receiptNumber: 'R6-0001' }),
    aCase({ receiptNumber: 'R6-0002', receivedOn: '11/5' }),
    aCase({ receiptNumber: 'R6-0003', pathway: '町の人' }),
    aCase({ receiptNumber: 'R6-0004', pathway: '〃' }),
    aCase({ receiptNumber: 'R6-0005', closedOn: { error: '#N/A' } }),
    aCase({ receiptNumber: 'R6-0006' }),
    aCase({ receiptNumber: 'R6-0006' }),
  ];
  const grids = aWorkbook({ cases, actions: [anAction({ receiptNumber: 'R6-0001', minutes: '約30' })] });
  const tabs = grids.map((grid, index) => ({ ...grid, id: String(index * 1_234_567) }));
  standIn.spreadsheets = [{ id: 'A', name: '本所の台帳', version: '1', tabs }];
});

/** Reads, plans and writes, as a run would on that day. */
async function run(day = '2024-07-10', hour = '09'): Promise<WorkbookAnswer | null> {
  const clients = createGoogleClients({
    auth: createTokenClient(),
    rootUrl: server.rootUrl,
    patience: { retries: 0, firstWaitMilliseconds: 1 },
  });
  const entry = entryOf('A', null);
  const grids = await readSpreadsheet(clients.sheets, entry);
  const { findings, rowCounts } = takeIn(grids, day).ingested;
  const counts = Object.values(rowCounts).flatMap((months) => Object.values(months));
  const rows = {
    read: counts.reduce((sum, { read }) => sum + read, 0),
    accepted: counts.reduce((sum, { accepted }) => sum + accepted, 0),
  };
  firstSeen = carryFirstSeen(firstSeen, findings, day as Day);
  const answer = planAnswer({
    grids,
    outcome: { kind: 'accepted', findings, rows },
    cellMarks: true,
    firstSeen,
    now: new Date(`${day}T${hour}:00:00Z`),
  });
  if (answer !== null) {
    const { outcome } = await createGoogleFeedback(clients).answer(entry, answer, grids);
    expect(outcome).toBe('settled');
  }
  return answer;
}

const tab = (title: string) => standIn.open('A').tab(title);
/** Place and what happened, line by line. */
const lines = () =>
  tab('チェック結果')
    .values()
    .slice(3)
    .map((row) => `${row[0]} ${row[4]}`);

describe('in a Google spreadsheet', () => {
  test('the answer is written once, and found as it should be ever after', async () => {
    expect(await run()).not.toBeNull();
    expect(lines()).toEqual([
      '相談受付 B3 受付日「11/5」に年がありません。',
      '相談受付 E4 経路「町の人」が一覧にありません。',
      '相談受付 E5 経路「町の人」が一覧にありません。',
      '相談受付 R6 終結日の式が「#N/A」になっています。',
      '相談受付 A7 受付番号 R6-0006 が7行目と8行目にあります。どちらも数えていません。',
      '相談受付 E5 経路の「同上」は、上の行と同じとして読みました。',
      '支援記録 E2 「約30」は30として数えました。',
    ]);
    expect(await run('2024-07-11')).toBeNull();
  });

  test('marks go with rows that are moved, and what was mended loses its own', async () => {
    await run();
    tab('相談受付').insertRows(2, 1);
    tab('相談受付').moveRow(4, 9);
    tab('相談受付').type('E4', '本人');
    const answer = await run('2024-07-12');
    expect(answer?.marks.map(({ row, column, note, background }) => [row, column, note === '', background])).toEqual(
      expect.arrayContaining([[3, 4, true, null]]),
    );
    expect(tab('相談受付').background('B8')).toBe(markBackgrounds.error);
    expect(tab('相談受付').background('E4')).toBeNull();
    expect(tab('相談受付').note('E4')).toBeNull();
    expect(lines()).toEqual([
      '相談受付 R6 終結日の式が「#N/A」になっています。',
      '相談受付 A7 受付番号 R6-0006 が7行目と9行目にあります。どちらも数えていません。',
      '相談受付 B8 受付日「11/5」に年がありません。',
      '相談受付 E5 経路の「同上」は、上の行と同じとして読みました。',
      '支援記録 E2 「約30」は30として数えました。',
    ]);
    const seenOn = tab('チェック結果')
      .values()
      .slice(3)
      .map((row) => row[7]);
    expect(new Set(seenOn.map((cell) => JSON.stringify(cell)))).toEqual(new Set(['{"serial":45483}']));
    expect(await run('2024-07-13')).toBeNull();
  });

  test('a copied tab, a copied cell and a duplicate of our tab are cleaned or left, once', async () => {
    await run();
    tab('相談受付').duplicate('控え');
    tab('相談受付').copy('B3', 'Z20');
    tab('チェック結果').duplicate('チェック結果 のコピー');
    tab('相談受付').writeNote('B2', '電話で確認');
    tab('相談受付').paint('C3', '#ffff00');
    await run('2024-07-11');
    expect([tab('控え').notes(), tab('相談受付').note('Z20')]).toEqual([{}, null]);
    expect([tab('相談受付').note('B2'), tab('相談受付').background('C3')]).toEqual(['電話で確認', '#ffff00']);
    expect(await run('2024-07-12')).toBeNull();
  });

  test('our tab may be renamed, moved, sorted and typed into', async () => {
    await run();
    tab('チェック結果').rename('直すところ');
    tab('直すところ').move(0);
    expect(await run('2024-07-11')).toBeNull();
    tab('直すところ').sort('D');
    tab('直すところ').type('H11', 'あとで');
    expect((await run('2024-07-12'))?.tab?.title).toBe('直すところ');
    expect(await run('2024-07-13')).toBeNull();
    expect(standIn.open('A').titles()).toHaveLength(5);
  });

  test('everything of ours goes once all is mended', async () => {
    await run();
    const cases = tab('相談受付');
    for (const [address, typed] of [
      ['B3', '2024/6/5'],
      ['E4', '本人'],
      ['E5', '本人'],
      ['R6', ''],
      ['A8', 'R6-0007'],
    ] as const) {
      if (typed === '') cases.clear(address);
      else cases.type(address, typed);
    }
    tab('支援記録').type('E2', '30');
    await run('2024-07-11');
    expect(tab('チェック結果').value('A1')).toBe('8行すべてを集計しました。直すところはありません。');
    expect(lines()).toEqual([]);
    expect([cases.notes(), cases.backgrounds(), tab('支援記録').notes()]).toEqual([{}, {}, {}]);
    expect(await run('2024-07-12')).toBeNull();
  });
});
