import { describe, expect, test } from 'vitest';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { listReleases, readJson } from '#functions/publish/history.ts';
import { publish } from '#functions/publish/publish.ts';
import { readFigure } from '#functions/publish/read-figure.ts';
import type { Cut, OfficeIndex, PrefectureIndex, Release } from '#functions/publish/release.ts';

import {
  aCase,
  aMemoryStore,
  anArea,
  aTotal,
  aWorkbook,
  now,
  putWorkbooks,
  quietLog,
  sharing,
  today,
} from './ingested-builder.ts';

const order = ['a.xlsx', 'b.xlsx'] as WorkbookId[];

describe('publishing', () => {
  test('a workbook becomes a release, and the same workbook twice moves nothing', async () => {
    const store = aMemoryStore();
    await putWorkbooks(store, [
      aWorkbook({
        areas: [anArea('R'), anArea('E01', ['R'])],
        facts: {
          cases: [
            aCase({ area: 'E01' }),
            aCase({ received: '2018-05', pathway: 'P0401', targets: ['T0201', 'T0202'] }),
          ],
        },
      }),
    ]);
    const first = await publish({ store, order, today, now, log: quietLog, sharing });
    expect(first.outcome).toBe('published');
    const again = await publish({ store, order, today, now: new Date('2019-05-10T09:00:00Z'), log: quietLog, sharing });
    expect(again).toEqual({
      outcome: 'unchanged',
      release: first.release,
      municipalities: 1,
      objectsWritten: 0,
      withheld: [],
    });
    expect(await listReleases(store)).toEqual([{ release: first.release, publishedAt: now.toISOString() }]);

    const release = (await readJson(store, first.release ?? '')) as Release;
    const index = (await readJson(store, release.audiences['office:162051'] ?? '')) as OfficeIndex;
    const cut = (await readJson(store, index.cuts['area/162051'] ?? '')) as Cut;
    const read = (series: string, pathway: string, target: string, period: string) =>
      readFigure(cut, { series, area: '162051', pathway, target, period });
    expect(read('N01', 'all', 'all', 'FY2018')).toBe(2);
    expect(read('N01', 'all', 'T02', '2018-05')).toBe(1);
    expect(read('N01', 'P04', 'all', '2018-05')).toBe(1);
    expect(read('N01', 'P05', 'all', '2018-05')).toBe(0);
    expect(read('N01', 'P05', 'all', '2018-06')).toBe('u');
    const prefecture = (await readJson(store, release.audiences['prefecture:16'] ?? '')) as PrefectureIndex;
    // Two cases of the only municipality: known to its own offices, and to nobody else.
    expect(prefecture.series['N01|16']).toEqual(['x']);
  });

  test('where nothing could be read and nothing was ever published, nothing is published', async () => {
    const store = aMemoryStore();
    expect(await publish({ store, order, today, now, log: quietLog, sharing })).toEqual({
      outcome: 'nothing',
      release: null,
      municipalities: 0,
      objectsWritten: 0,
      withheld: [],
    });
    expect(await store.listObjects()).toEqual([]);
  });

  test("Himi's table of totals: 52 of 229 is 22.7 %", async () => {
    const store = aMemoryStore();
    const table = { 2014: [12, 20, 4, 19, 42, 83], 2017: [25, 30, 4, 52, 57, 61] };
    await putWorkbooks(store, [
      aWorkbook({
        facts: {
          totals: Object.entries(table).flatMap(([year, counts]) => [
            aTotal({ fiscalYear: Number(year), value: counts.reduce((sum, count) => sum + count, 0) }),
            ...counts.map((value, index) => aTotal({ fiscalYear: Number(year), pathway: `P0${index + 1}`, value })),
          ]),
        },
      }),
    ]);
    const { release: name } = await publish({ store, order, today, now, log: quietLog, sharing });
    const release = (await readJson(store, name ?? '')) as Release;
    const index = (await readJson(store, release.audiences['office:162051'] ?? '')) as OfficeIndex;
    const cut = (await readJson(store, index.cuts['area/162051'] ?? '')) as Cut;
    const read = (series: string, pathway: string, period: string) =>
      readFigure(cut, { series, area: '162051', pathway, target: 'all', period });
    expect(read('N01', 'all', 'FY2014')).toBe(180);
    expect(read('N01', 'all', 'FY2017')).toBe(229);
    expect(read('share', 'P04', 'FY2017')).toBe(22.7);
    expect(read('R01', 'all', 'FY2017')).toBe(5200 / 229);
    expect(read('N01', 'P07', 'FY2017')).toBe('u');
    expect(read('N01', 'all', 'FY2015')).toBe('u');
    expect(read('N01', 'all', '2017-04')).toBe('u');
  });
});
