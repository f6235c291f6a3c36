/** The law of renewing: no cell that people typed in changes, and what is up to date stays as it is; on both writers. */
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTemplateFile } from '#functions/adapters/folder/template-xlsx.ts';
import { createGoogleClients } from '#functions/adapters/google/client.ts';
import { openSpreadsheet } from '#functions/adapters/google/template-google.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { compareTyped } from '#functions/template/compare-typed.ts';
import { planUpgrade } from '#functions/template/plan-changes.ts';
import type { SheetGrid } from '#functions/world.ts';
import type { Cell } from '#sheets-schema';
import type { TabChange, TemplateSurface } from '#sheets-schema/template-change.ts';
import { createAnsweredWorld } from '../adapters/google/answered-spreadsheet.ts';
import { filledWorkbooks, typedCells } from './filled-workbook.ts';

let folder: string;
let world: Awaited<ReturnType<typeof createAnsweredWorld>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upgrade-'));
  world = await createAnsweredWorld();
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

interface Opened {
  readonly grids: readonly SheetGrid[];
  readonly surface: TemplateSurface;
}
interface Keeper {
  open(): Promise<Opened>;
  write(changes: readonly TabChange[]): Promise<void>;
}

async function asFile(grids: readonly SheetGrid[]): Promise<Keeper> {
  const path = join(folder, 'a.xlsx');
  await writeFile(
    path,
    await writeXlsx({
      sheets: grids.map(({ tab, rows }) => ({ name: tab, rows: rows.map((row) => row.map(toExcel)) })),
    }),
  );
  const read = async () => {
    const file = await open(path);
    try {
      return await openTemplateFile(file, (await file.stat()).size);
    } finally {
      await file.close();
    }
  };
  return { open: read, write: async (changes) => await writeFile(path, await (await read()).write(changes)) };
}

function toExcel(cell: Cell): CellValue {
  if (cell === null || typeof cell !== 'object') return cell;
  return 'serial' in cell ? new Date(Date.UTC(1899, 11, 30) + cell.serial * 86_400_000) : null;
}

async function asSpreadsheet(grids: readonly SheetGrid[]): Promise<Keeper> {
  world.standIn.spreadsheets = [{ id: 'A', name: '台帳', version: '7', tabs: grids.map((grid) => ({ ...grid })) }];
  const clients = createGoogleClients(world.accessTo());
  const read = async () => await openSpreadsheet(clients, { id: 'A' as WorkbookId, name: '台帳', revision: '7' });
  return { open: read, write: async (changes) => void (await (await read()).write(changes)) };
}

const fiscalYear = 2024;

describe.each([
  ['an .xlsx file', asFile, 15],
  ['a spreadsheet', asSpreadsheet, 6],
] as const)('renewing %s', (_, keep, runs) => {
  it('changes no cell that people typed in, and then finds nothing to do', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(filledWorkbooks, async (filled) => {
        const keeper = await keep(filled);
        const before = await keeper.open();
        expect(typedCells(before.grids)).toEqual(typedCells(filled));
        const planned = planUpgrade(before.grids, before.surface, { fiscalYear });
        if (planned.outcome === 'refused') throw new Error(planned.code);
        await keeper.write(planned.changes);
        const after = await keeper.open();
        expect(compareTyped(before.grids, after.grids, planned.changes)).toEqual([]);
        const typed = typedCells(after.grids);
        for (const [place, cell] of typedCells(filled)) expect([place, typed.get(place)]).toEqual([place, cell]);
        const again = planUpgrade(after.grids, after.surface, { fiscalYear });
        expect(again.outcome === 'planned' && again.changes).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
