/**
 * Section xlsx: reading 100,000 rows × 15 columns from an .xlsx file beside what npm has, and writing. exceljs and xlsx are not among the
 * peers: the one throws on some files and needs an override to install, the other has unfixed advisories.
 */
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { readSheet } from 'read-excel-file/node';
import { readExcel } from '#functions/adapters/folder/excel.ts';
import { createTemplateFile } from '#functions/adapters/folder/template-xlsx.ts';
import { planNew } from '#functions/template/plan-changes.ts';
import { logSlope } from './log-slope.ts';
import type { BenchWorld, Measurement, Section } from './measurement.ts';
import { benchCity } from './prefecture/prefecture.ts';
import { measureCost, ratios } from './processor-time.ts';
import { header, typeRows } from './rows/typed-rows.ts';

const size = 100_000;
const rounds = 5;
const sizesOfSlope = [12_500, 25_000, 50_000, 100_000];

export const xlsxSection: Section = {
  title: `${size.toLocaleString('en')} rows × 15 columns in an .xlsx file (架空のデータ)`,
  async measure(world) {
    const folder = await mkdtemp(join(tmpdir(), 'kasanari-bench-xlsx-'));
    try {
      return [...(await measureReading(folder, size, rounds, world)), ...(await measureWriting(rounds))];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function encode(rowCount: number): Promise<Uint8Array> {
  const rows = typeRows(1, rowCount, 'clean').map((row) =>
    row.map((cell) =>
      typeof cell === 'object' && cell !== null
        ? 'serial' in cell
          ? new Date((cell.serial - 25_569) * 86_400_000)
          : cell.error
        : cell,
    ),
  );
  return await writeXlsx({ sheets: [{ name: '相談受付', rows: [[...header], ...rows] }] });
}

async function makeFile(folder: string, rowCount: number): Promise<string> {
  const path = join(folder, `${rowCount}.xlsx`);
  await writeFile(path, await encode(rowCount));
  return path;
}

async function readOurs(path: string): Promise<readonly (readonly unknown[])[]> {
  const file = await open(path);
  try {
    const [grid] = await readExcel(file, (await file.stat()).size);
    return grid?.rows ?? [];
  } finally {
    await file.close();
  }
}

async function readHucre(path: string): Promise<readonly (readonly unknown[])[]> {
  const file = await open(path);
  try {
    const { sheets } = await readXlsx(await file.readFile());
    return sheets[0]?.rows ?? [];
  } finally {
    await file.close();
  }
}

export async function measureReading(
  folder: string,
  rowCount: number,
  turns: number,
  { say }: BenchWorld,
): Promise<readonly Measurement[]> {
  const path = await makeFile(folder, rowCount);
  const readers = {
    ours: readOurs,
    hucre: readHucre,
    'read-excel-file': async (from: string) => (await readSheet(from)) as readonly (readonly unknown[])[],
  };
  const took: Record<keyof typeof readers, number[]> = { ours: [], hucre: [], 'read-excel-file': [] };
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const name of Object.keys(readers) as (keyof typeof readers)[]) {
      const { result, processor } = await measureCost(async () => await readers[name](path));
      if (result.length !== rowCount + 1 || result.at(-1)?.[0] !== result[rowCount]?.[0])
        throw new Error(`${name} read ${result.length} rows`);
      if (turn > 0) took[name].push(processor);
    }
    say(`xlsx: round ${turn} of ${turns}`);
  }
  const points: { size: number; cost: number }[] = [];
  for (const count of sizesOfSlope.filter((each) => each <= rowCount)) {
    const smaller = await makeFile(folder, count);
    points.push({ size: count, cost: (await measureCost(async () => await readOurs(smaller))).processor });
  }
  return [
    ...(Object.keys(readers) as (keyof typeof readers)[]).map((name) => ({
      ...{ name: `reading, ${name}`, unit: 'ms' as const, samples: took[name] },
    })),
    {
      ...{ name: 'reading: ours over hucre', unit: 'ratio', samples: ratios(took.ours, took.hucre) },
      note: 'hucre holds the whole file and all its text at once; ours reads it in pieces and gives up what would grow beyond its limits',
    },
    {
      ...{ name: 'reading: ours over read-excel-file', unit: 'ratio' },
      ...{ samples: ratios(took.ours, took['read-excel-file']), goal: { atMost: 1 } },
    },
    ...(points.length < 2
      ? []
      : [{ name: 'reading: slope over rows', unit: 'slope' as const, samples: [logSlope(points)] }]),
  ];
}

async function measureWriting(turns: number): Promise<readonly Measurement[]> {
  const took: { readonly template: number[]; readonly rows: number[] } = { template: [], rows: [] };
  let bytes = 0;
  const changes = planNew({
    fiscalYear: 2026,
    contact: null,
    office: {
      municipalityCode: benchCity,
      prefectureName: '測定県',
      municipalityName: '測定市',
      officeName: '測定市福祉相談課',
      fiscalYear: 2026,
    },
  });
  for (let turn = 0; turn <= turns; turn += 1) {
    const template = await measureCost(async () => await createTemplateFile(changes));
    const rows = await measureCost(async () => await encode(10_000));
    bytes = template.result.byteLength;
    if (turn === 0) continue;
    took.template.push(template.processor);
    took.rows.push(rows.processor);
  }
  return [
    { name: 'writing a template', unit: 'ms', samples: took.template },
    { name: 'size of a template', unit: 'bytes', samples: [bytes] },
    { name: 'writing 10,000 rows (hucre)', unit: 'ms', samples: took.rows },
  ];
}
