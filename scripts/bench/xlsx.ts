/**
 * Section xlsx: reading 100,000 rows × 15 columns from an .xlsx file beside what npm has, and writing. exceljs and xlsx are not among the
 * peers: the one throws on some files and needs an override to install, the other has unfixed advisories.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logSlope } from './log-slope.ts';
import type { BenchWorld, Measurement, Section } from './measurement.ts';
import { measurePeak } from './peak-memory.ts';
import { measureCost, ratios } from './processor-time.ts';
import { type ReaderName, readerNames, readers } from './xlsx/readers.ts';
import { encodeRows, writeTable, writeTemplate } from './xlsx/written.ts';

const size = 100_000;
const rounds = 5;
const sizesOfSlope = [12_500, 25_000, 50_000];

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

async function makeFile(folder: string, rowCount: number): Promise<string> {
  const path = join(folder, `${rowCount}.xlsx`);
  await writeFile(path, await encodeRows(rowCount));
  return path;
}

export async function measureReading(
  folder: string,
  rowCount: number,
  turns: number,
  { say }: Pick<BenchWorld, 'say'>,
): Promise<readonly Measurement[]> {
  const points: { size: number; cost: number }[] = [];
  // The smaller ones warm all readers up.
  for (const count of sizesOfSlope.filter((each) => each < rowCount)) {
    const smaller = await makeFile(folder, count);
    if (points.length === 0) for (const name of readerNames) await readers[name](smaller);
    points.push({ size: count, cost: (await measureCost(async () => await readers.ours(smaller))).processor });
  }
  const path = await makeFile(folder, rowCount);
  const took: Record<ReaderName, number[]> = { ours: [], hucre: [], 'read-excel-file': [] };
  for (let turn = 1; turn <= turns; turn += 1) {
    for (const name of readerNames) {
      const { result, processor } = await measureCost(async () => await readers[name](path));
      if (result.length !== rowCount + 1 || result.at(-1)?.[0] !== `R${2 * rowCount}`)
        throw new Error(`${name} read ${result.length} rows, the last ${String(result.at(-1)?.[0])}`);
      took[name].push(processor);
    }
    say(`xlsx: round ${turn} of ${turns}`);
  }
  return [
    ...readerNames.map((name) => ({ name: `reading, ${name}`, unit: 'ms' as const, samples: took[name] })),
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
    ...(await measureMemory(path)),
  ];
}

/** Each in a process of its own, beside one that only begins. */
async function measureMemory(path: string): Promise<readonly Measurement[]> {
  const script = new URL('./xlsx/read-in-process.ts', import.meta.url);
  const floor = await measurePeak(script, ['nothing', path]);
  const measurements: Measurement[] = [];
  for (const name of readerNames) {
    const peak = await measurePeak(script, [name, path]);
    measurements.push({
      ...{ name: `memory at most, ${name}`, unit: 'bytes', samples: [peak] },
      peer: { name: 'of a process that reads nothing', samples: [floor] },
    });
  }
  return measurements;
}

async function measureWriting(turns: number): Promise<readonly Measurement[]> {
  const writers = {
    'a template': writeTemplate,
    'a table of the dashboard, 60 × 20': async () => await Promise.resolve(writeTable()),
    '10,000 rows (hucre)': async () => await encodeRows(10_000),
  };
  const measurements: Measurement[] = [];
  for (const [name, write] of Object.entries(writers)) {
    const samples: number[] = [];
    let bytes = 0;
    for (let turn = 0; turn <= turns; turn += 1) {
      const { result, processor } = await measureCost(write);
      bytes = result.byteLength;
      if (turn > 0) samples.push(processor);
    }
    measurements.push(
      { name: `writing ${name}`, unit: 'ms', samples },
      { name: `size of ${name}`, unit: 'bytes', samples: [bytes] },
    );
  }
  return measurements;
}
