/** Section rows: from cells to accepted rows with findings, a million rows of fifteen columns, clean and messy. */
import { isDeepStrictEqual } from 'node:util';
import type { BenchWorld, Measurement, Section } from './measurement.ts';
import { measurePeak } from './peak-memory.ts';
import { measureCost, ratios } from './processor-time.ts';
import { type Read, type ReaderName, type Rows, readerNames, readers } from './rows/readers.ts';
import { type Cleanness, typeRows } from './rows/typed-rows.ts';

const rowsOfPart = 50_000;
const parts = 20;
const partsOfMemory = 4;

export const rowsSection: Section = {
  title: `${(parts * rowsOfPart).toLocaleString('en')} rows × 15 columns of 相談受付, ${parts} parts (架空のデータ)`,
  measure: async (world) => [
    ...(await measureReading('clean', world, { parts, rowsOfPart })),
    ...(await measureReading('messy', world, { parts: parts / 4, rowsOfPart })),
    ...(await measureMemory(world)),
  ],
};

/** Of each reader and part: milliseconds. A first part that is not measured lets each of them warm up. */
export async function readParts(
  cleanness: Cleanness,
  size: { readonly parts: number; readonly rowsOfPart: number },
): Promise<{
  readonly took: Readonly<Record<ReaderName, readonly number[]>>;
  readonly last: Record<ReaderName, Read>;
}> {
  const took: Record<ReaderName, number[]> = { ours: [], zod: [], ajv: [], 'by hand': [] };
  const last: Partial<Record<ReaderName, Read>> = {};
  for (let part = 0; part <= size.parts; part += 1) {
    const rows = typeRows(part, size.rowsOfPart, cleanness);
    for (const name of readerNames) {
      const read = readers[name](rows);
      const { result, processor } = await measureCost(read);
      if (part > 0) took[name].push(processor);
      last[name] = result;
    }
    if (part === 0 && cleanness === 'clean') requireSame(rows, last as Record<ReaderName, Read>);
  }
  return { took, last: last as Record<ReaderName, Read> };
}

/** All accept every clean row, and those by hand say what ours say. */
function requireSame(rows: Rows, read: Readonly<Record<ReaderName, Read>>): void {
  for (const name of readerNames) {
    if (read[name].accepted.length !== rows.length) throw new Error(`${name} did not accept every clean row`);
  }
  const ours = read.ours.accepted as readonly { readonly values: Readonly<Record<string, unknown>> }[];
  read['by hand'].accepted.forEach((byHand, at) => {
    const values = ours[at]?.values ?? {};
    const same = Object.entries(byHand).every(([name, value]) => isDeepStrictEqual(values[name], value));
    if (!same) throw new Error(`Row ${at} was read otherwise by hand`);
  });
}

async function measureReading(
  cleanness: Cleanness,
  { say }: BenchWorld,
  size: { readonly parts: number; readonly rowsOfPart: number },
): Promise<readonly Measurement[]> {
  const { took, last } = await readParts(cleanness, size);
  say(`rows: ${cleanness}`);
  const speeds = (name: ReaderName) => took[name].map((milliseconds) => (size.rowsOfPart / milliseconds) * 1000);
  const accepts = (name: ReaderName) =>
    `${name} accepts ${((last[name].accepted.length / size.rowsOfPart) * 100).toFixed(1)} %`;
  const isClean = cleanness === 'clean';
  return [
    ...readerNames.map((name) => ({
      name: `${cleanness}, ${name}`,
      unit: 'per second' as const,
      samples: speeds(name),
      ...(name === 'ours' && !isClean ? { note: readerNames.map(accepts).join('; ') } : {}),
    })),
    {
      ...{ name: `${cleanness}: time of ours over zod`, unit: 'ratio', samples: ratios(took.ours, took.zod) },
      goal: { atMost: 1 },
    },
    {
      ...{
        name: `${cleanness}: time of ours over by hand`,
        unit: 'ratio',
        samples: ratios(took.ours, took['by hand']),
      },
      ...(isClean
        ? { goal: { atMost: 3 } }
        : { note: 'by hand reads the clean forms only, and refuses nearly all of these' }),
    },
  ];
}

/** Each reader in a process of its own, beside one that only makes the rows. */
async function measureMemory({ say }: BenchWorld): Promise<readonly Measurement[]> {
  const peakOf = async (name: string) =>
    await measurePeak(new URL('./rows/read-in-process.ts', import.meta.url), [
      name,
      String(partsOfMemory),
      String(rowsOfPart),
    ]);
  const base = await peakOf('nothing');
  const measurements: Measurement[] = [];
  for (const name of readerNames) {
    measurements.push({
      ...{ name: `peak memory, ${name}`, unit: 'bytes', samples: [await peakOf(name)] },
      peer: { name: 'making the rows alone', samples: [base] },
    });
  }
  say('rows: memory');
  return measurements;
}
