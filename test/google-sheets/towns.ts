/** Small workbooks with a mistake of each kind, one of each town, and what came of them. 架空のデータ. */
import { parseState, statePrefix } from '#functions/ingest/workbook-state.ts';
import { createPublished } from '#functions/serve/published.ts';
import type { Store } from '#functions/world.ts';
import { type Cell, municipalityCheckDigit } from '#sheets-schema';
import { addressOf, aRegistry, aTownWorkbook } from '../functions/adapters/registry/registered-world.ts';
import type { StandInSpreadsheet } from '../google/spreadsheets.ts';
import type { GoogleStandIn } from '../google/stand-in.ts';
import { answerTab } from './look.ts';

/** The code of the n-th town of our own. */
export function codeOf(position: number): string {
  const five = String(16_300 + position).padStart(5, '0');
  return five + municipalityCheckDigit(five);
}

/** Rows of 相談受付 below the first, which is good. */
export const someMistakes: readonly (readonly Cell[])[] = [
  ['R6-0002', '11/5', '不明', '本人', '高齢者'],
  ['R6-0003', '2024/5/1', 'どこか', '本人', '高齢者'],
  ['R6-0004', '2024/5/2', null, '本人', '？？'],
  ['R6-0005', '平成31年5月1日', '不明', '本人', '高齢者'],
];

/** 'T0' with the rows in its 相談受付. */
export function aTown(position: number, rows: readonly (readonly Cell[])[] = someMistakes): StandInSpreadsheet {
  const plain = aTownWorkbook(`T${position}`, codeOf(position), `架空${position}町`);
  const tabs = plain.tabs.map((tab) => (tab.tab === '相談受付' ? { ...tab, rows: [...tab.rows, ...rows] } : tab));
  return { ...plain, tabs };
}

/** The towns, and a registry that names them. */
export function withRegistry(towns: readonly StandInSpreadsheet[]): readonly StandInSpreadsheet[] {
  const rows = towns.map(({ id }) => [codeOf(Number(id.slice(1))), `架空${id.slice(1)}町社協`, addressOf(id)]);
  return [...towns, aRegistry(rows)];
}

/** All that stands in the spreadsheets, but for the time at which it was checked. */
export function contentsOf(standIn: GoogleStandIn, ids: readonly string[]): readonly unknown[] {
  return ids.map((id) =>
    standIn
      .open(id)
      .content()
      .sheets.map((sheet) =>
        sheet.title === answerTab
          ? { ...sheet, rows: sheet.rows.map((row, index) => (index === 1 ? row.slice(1) : row)) }
          : sheet,
      ),
  );
}

/** All figures of the current release by municipality; throws where anything that it names is not there. */
export async function figuresOf(store: Store): Promise<Readonly<Record<string, unknown>>> {
  const published = createPublished(store);
  const opened = await published.openCurrent();
  const figures: Record<string, unknown> = {};
  for (const audience of Object.keys(opened?.release.audiences ?? {})) {
    if (opened === null || !audience.startsWith('office:')) continue;
    const { index } = await published.openOffice(opened.release, audience.slice('office:'.length));
    for (const name of [...Object.values(index.cuts), index.goals]) {
      if (!(await store.hasObject(name))) throw new Error(`${audience} names ${name}, which is not there`);
    }
    figures[audience] = { cuts: index.cuts, goals: index.goals };
  }
  return figures;
}

/** By workbook, the objects with what was taken in, which bear the names of their contents; throws where one is not there. */
export async function takenIn(store: Store): Promise<Readonly<Record<string, readonly (string | null)[]>>> {
  const taken: Record<string, readonly (string | null)[]> = {};
  for (const pointer of await store.listPointers(statePrefix)) {
    const state = parseState((await store.readPointer(pointer))?.content ?? '');
    const names = [state?.ingested ?? null, state?.rows ?? null];
    for (const name of names) {
      if (name !== null && !(await store.hasObject(name)))
        throw new Error(`${pointer} names ${name}, which is not there`);
    }
    taken[pointer] = names;
  }
  return taken;
}
