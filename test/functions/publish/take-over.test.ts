import { describe, expect, test } from 'vitest';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { readJson } from '#functions/publish/history.ts';
import { publish } from '#functions/publish/publish.ts';
import type { OfficeIndex, Release } from '#functions/publish/release.ts';
import type { Store } from '#functions/world.ts';
import {
  aCase,
  aMemoryStore,
  aWorkbook,
  code,
  day,
  now,
  putWorkbooks,
  quietLog,
  sharing,
  today,
} from './ingested-builder.ts';

const order = ['himi.xlsx', 'funahashi.xlsx'] as WorkbookId[];
const himi = aWorkbook({ workbook: 'himi.xlsx' as WorkbookId, facts: { cases: [aCase({})] } });
const funahashi = aWorkbook({
  workbook: 'funahashi.xlsx' as WorkbookId,
  office: { municipality: code('163210'), municipalityName: '舟橋村' },
  facts: { cases: [aCase({ pathway: 'P02' })] },
});

/** A store that notes which objects are read. */
function noting(store: Store): { readonly store: Store; readonly read: string[] } {
  const read: string[] = [];
  return {
    read,
    store: {
      ...store,
      readObject: (name) => {
        read.push(name);
        return store.readObject(name);
      },
    },
  };
}

async function releaseOf(store: Store, name: string | null): Promise<Release> {
  return (await readJson(store, name ?? '')) as Release;
}

/** The index of 氷見市 but for its corrections, which a fresh store knows nothing of. */
async function withoutLedger(store: Store, release: Release): Promise<OfficeIndex> {
  const index = (await readJson(store, release.audiences['office:162051'] ?? '')) as OfficeIndex;
  return { ...index, details: { ...index.details, corrections: '' } };
}

describe('taking over what did not change', () => {
  test('when one town changes, the facts of the other are not even read, and all but the ledger is what a fresh release would be', async () => {
    const store = aMemoryStore();
    await putWorkbooks(store, [himi, funahashi]);
    const first = await releaseOf(store, (await publish({ store, order, today, now, log: quietLog, sharing })).release);
    const unchanged = first.workbooks.find(({ workbook }) => workbook === 'funahashi.xlsx')?.object ?? '';

    const edited = aWorkbook({ workbook: 'himi.xlsx' as WorkbookId, facts: { cases: [aCase({ count: 53 })] } });
    await putWorkbooks(store, [edited]);
    const noted = noting(store);
    const second = await publish({ store: noted.store, order, today, now, log: quietLog, sharing });
    expect(second.outcome).toBe('published');
    expect(noted.read).not.toContain(unchanged);

    const fresh = aMemoryStore();
    await putWorkbooks(fresh, [edited, funahashi]);
    const anew = await releaseOf(
      fresh,
      (await publish({ store: fresh, order, today, now, log: quietLog, sharing })).release,
    );
    const taken = await releaseOf(store, second.release);
    expect(taken.audiences['office:163210']).toBe(anew.audiences['office:163210']);
    expect(taken.municipalities).toEqual(anew.municipalities);
    expect(await withoutLedger(store, taken)).toEqual(await withoutLedger(fresh, anew));
  });

  test('on the next day everything is computed anew, since months may have come due', async () => {
    const store = aMemoryStore();
    await putWorkbooks(store, [himi, funahashi]);
    const first = await releaseOf(store, (await publish({ store, order, today, now, log: quietLog, sharing })).release);
    const noted = noting(store);
    await publish({ store: noted.store, order, today: day('2019-05-11'), now, log: quietLog, sharing });
    expect(first.workbooks.every(({ object }) => noted.read.includes(object))).toBe(true);
  });

  test('a summary that the store lost is computed anew', async () => {
    const store = aMemoryStore();
    await putWorkbooks(store, [himi, funahashi]);
    const first = await publish({ store, order, today, now, log: quietLog, sharing });
    const release = await releaseOf(store, first.release);
    await store.removeObject(release.municipalities['163210']?.summary ?? '');
    const again = await publish({ store, order, today, now, log: quietLog, sharing });
    expect(again).toEqual({
      outcome: 'unchanged',
      release: first.release,
      municipalities: 2,
      objectsWritten: 1,
      withheld: [],
    });
  });
});
