/** From the template to the last mark gone: an office's spreadsheet over a few days, as its clerk sees it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFolderWorkbooks } from '#functions/adapters/folder/workbooks.ts';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { runOnce } from '#functions/run.ts';
import { createPublished } from '#functions/serve/published.ts';
import type { Store } from '#functions/world.ts';
import { silentLog } from '../builders/ingest.ts';
import type { OpenSpreadsheet } from '../google/person/open.ts';
import { fillIn, makeFromTemplate, typeAll } from './clerk.ts';
import { firstLines, firstMarks } from './first-answer.ts';
import { allMarks, answerTab, linesOf, marksOf, peoplesOwn, summaryOf } from './look.ts';
import { createSheetsWorld, type SheetsWorld } from './sheets-world.ts';

let world: SheetsWorld;
beforeAll(async () => {
  world = await createSheetsWorld();
});
afterAll(async () => await world.close());

/** A run that leaves everything of people as it is. */
async function run(book: OpenSpreadsheet) {
  const before = JSON.stringify(peoplesOwn(book));
  world.sheetsRequests();
  const { accepted, unchanged, held, unanswered } = await world.run();
  expect(JSON.stringify(peoplesOwn(book)) === before).toBe(true);
  expect([held, unanswered]).toEqual([[], []]);
  return { accepted, unchanged, requests: world.sheetsRequests().map((request) => request.split(' ')[0]) };
}

/** Each marked cell below the headers as what its row holds and what its column is, wherever both have moved. */
function dataThings(book: OpenSpreadsheet, title: string): readonly string[] {
  const tab = book.tab(title);
  const values = tab.values();
  return Object.entries(marksOf(book, title))
    .filter(([address]) => !/^[UV][12]$/.test(address))
    .map(([address, mark]) => {
      const column = address.replace(/[0-9]+/, '');
      const index = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const field = tab.metadata().find(({ axis, index: at }) => axis === 'COLUMNS' && at === index)?.value;
      const row = values[Number(address.replace(/[A-Z]+/, '')) - 1] ?? [];
      return `${field ?? 'no column of ours'} | ${row
        .filter((cell) => cell !== null)
        .map((cell) => JSON.stringify(cell))
        .join(' ')} | ${mark}`;
    })
    .toSorted();
}

/** All that is published of the municipality. Goals say in which workbook they stand, which is left out of them. */
async function publishedOf(store: Store, workbook: string) {
  const published = createPublished(store);
  const opened = await published.openCurrent();
  if (opened === null) throw new Error('Nothing is published');
  const { index } = await published.openOffice(opened.release, '162051');
  const goals = JSON.stringify(await published.readParsed(index.goals)).replaceAll(workbook, 'the workbook');
  return { cuts: index.cuts, goals };
}

/** What she called otherwise: a file that was not made by the template has no ids by which it would be known. */
const standardWords: Readonly<Record<string, string>> = {
  '①相談の台帳': '相談受付',
  支援のきろく: '支援記録',
  来た日: '受付日',
};

/** The same workbook, as a file that is read from a folder. */
async function publishAsExcel(book: OpenSpreadsheet) {
  const folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  try {
    const sheets = book
      .titles()
      .filter((title) => title !== answerTab)
      .map((name) => ({
        name: standardWords[name] ?? name,
        rows: book
          .tab(name)
          .values()
          .map((row) =>
            row.map((cell) => {
              if (typeof cell === 'string') return standardWords[cell] ?? cell;
              if (typeof cell !== 'object' || cell === null) return cell;
              if ('serial' in cell) return new Date(Date.UTC(1899, 11, 30) + cell.serial * 86_400_000);
              throw new Error('All errors are mended by now');
            }),
          ),
      }));
    await writeFile(join(folder, '氷見市.xlsx'), await writeXlsx({ sheets }));
    const clock = { now: () => new Date('2024-07-13T03:00:00Z') };
    const store = createMemoryStore(clock);
    await runOnce({ source: createFolderWorkbooks(folder), store, clock, log: silentLog });
    return await publishedOf(store, '氷見市.xlsx');
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('a workbook is made, filled in, answered, rearranged, mended', async () => {
  const book = await makeFromTemplate(world);
  fillIn(book);

  // People have notes, colours, a filter, a chart and protected cells of their own, on cells with mistakes too.
  const cases = book.tab('相談受付');
  cases.writeNote('B25', '電話で確認中');
  cases.paint('B26', '#ffff00');
  cases.paint('A2', { theme: 'ACCENT3' });
  cases.protect('A1:T1', ['kakarichou@town.example.jp']);
  cases.addChart();
  cases.freeze(1, 2);
  cases.filter('A1:T45', [3, 26, 31]);
  cases.hideRows(28, 1);

  expect(await run(book)).toEqual({ accepted: 1, unchanged: 0, requests: ['GET', 'GET', 'POST'] });
  expect(summaryOf(book)).toBe('57行中 38行を集計しました。19行を直してください。');
  expect(linesOf(book)).toEqual(firstLines);
  expect(allMarks(book)).toEqual(firstMarks);
  expect(seenOn(book)).toEqual(['2024-07-10']);
  expect(book.tab(answerTab).cell('A6')?.userEnteredValue?.formulaValue).toBe(
    `=HYPERLINK("#gid=${cases.id}&range=B26","相談受付 B26")`,
  );
  expect([cases.note('B25'), cases.background('B26')]).toEqual(['電話で確認中', '#ffff00']);
  expect(cases.note('B27')?.split('\n')[0]).toBe(
    '受付日「24.5.7」は西暦か元号か分かりません。2024/11/5 か R6.11.5 のように入れてください。',
  );

  world.wait({ minutes: 15 });
  expect(await run(book)).toEqual({ accepted: 0, unchanged: 1, requests: [] });

  // Next day she rearranges everything, and mends nothing.
  world.wait({ days: 1 });
  const things = dataThings(book, '相談受付');
  const actions = book.tab('支援記録');
  const actionThings = dataThings(book, '支援記録');
  cases.insertRows(1, 1);
  cases.type('A1', '令和6年度の台帳');
  cases.insertRows(20, 2);
  cases.insertColumns('D', 1);
  cases.type('D2', '引きつぎ');
  cases.moveColumn('T', 'C');
  cases.type('B2', '来た日');
  cases.rename('①相談の台帳');
  cases.move(2);
  actions.sort('A');
  actions.rename('支援のきろく');
  expect(await run(book)).toEqual({ accepted: 1, unchanged: 0, requests: ['GET', 'POST'] });
  expect(summaryOf(book)).toBe('57行中 38行を集計しました。19行を直してください。');
  expect(seenOn(book)).toEqual(['2024-07-10']);
  expect(linesOf(book)).toEqual(
    expect.arrayContaining([
      '①相談の台帳 V2 | 直してください | — | —',
      '①相談の台帳 B28 | 直してください | 受付日 | 11/5',
      '①相談の台帳 F33 | 直してください | 圏域 | 北の谷',
      '①相談の台帳 39行目 | お知らせ | — | —',
      '支援のきろく A8 | 直してください | 支援日 | 4/8',
    ]),
  );
  expect(dataThings(book, '①相談の台帳')).toEqual(things);
  expect(dataThings(book, '支援のきろく')).toEqual(actionThings);

  // Then she takes apart what cannot be sorted, mends a part, and sorts the table.
  world.wait({ days: 1 });
  cases.deleteRows(38, 2);
  typeAll(book, '①相談の台帳', { G34: '地域', G35: '不明', G36: '不明', G44: '本人', G45: '行政' });
  cases.sort('A', { isDescending: true, headerRow: 2 });
  expect(await run(book)).toEqual({ accepted: 1, unchanged: 0, requests: ['GET', 'POST'] });
  expect(summaryOf(book)).toBe('56行中 42行を集計しました。14行を直してください。');
  expect(seenOn(book)).toEqual(['2024-07-10']);
  const mended = /pathway \| "R6-01(?:06|07|08|17|18)"|areas? \| "R6-0109"/;
  expect(dataThings(book, '①相談の台帳')).toEqual(things.filter((thing) => !mended.test(thing)));

  // At last everything is mended, as チェック結果 says.
  world.wait({ days: 1 });
  typeAll(book, '①相談の台帳', {
    ...{ B6: '2019/5/1', B7: '2024/7/9', O8: '女性', B9: '2024/5/22', T10: '2024/6/1', R10: 'その他', F15: '西川地区' },
    ...{ A17: 'R6-0120', B18: '2024/5/7', B19: '2024/5/2', B20: '2024/5/1', A44: 'R6-0111', G44: '本人' },
  });
  cases.deleteColumn('V');
  cases.deleteRows(3, 1);
  typeAll(book, '支援のきろく', { E4: 30, E5: 12, B7: 'R6-0003', A8: '2024/4/8' });
  actions.deleteRows(9, 1);
  typeAll(book, '会議', { C2: '氷見市', E3: 12 });
  typeAll(book, '地域活動', { H2: 5 });
  typeAll(book, '集計報告', { G4: 234, A5: 'R5' });
  expect(await run(book)).toEqual({ accepted: 1, unchanged: 0, requests: ['GET', 'POST'] });
  expect(linesOf(book)).toEqual([]);
  expect(summaryOf(book)).toBe('56行すべてを集計しました。直すところはありません。');
  expect(allMarks(book)).toEqual({});
  expect([cases.note('B19'), cases.background('B18')]).toEqual(['電話で確認中', '#ffff00']);
  expect(await publishAsExcel(book)).toEqual(await publishedOf(world.store, book.id));
  const [content, version] = [book.content(), book.version()];

  world.wait({ minutes: 15 });
  expect(await run(book)).toEqual({ accepted: 0, unchanged: 1, requests: [] });
  expect([book.content(), book.version()]).toEqual([content, version]);
});

/** はじめて見つけた日 of all lines, each day once. */
function seenOn(book: OpenSpreadsheet): readonly string[] {
  const cells = book
    .tab(answerTab)
    .values()
    .slice(3)
    .map((row) => row[7]);
  const days = cells.map((cell) =>
    typeof cell === 'object' && cell !== null && 'serial' in cell
      ? new Date((cell.serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
      : String(cell),
  );
  return [...new Set(days)].toSorted();
}
