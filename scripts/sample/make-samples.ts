/**
 * Makes the workbooks of the samples: Himi City's published tables, the forms of FY2018, and a fictional prefecture.
 * Files that stand there already are left as they are, so that what a user has changed stays changed.
 */
import { fictionalSample } from './fictional/fictional-workbooks.ts';
import { fy2018Workbooks } from './fy2018.ts';
import { himiWorkbooks } from './himi.ts';
import type { SampleWorkbook } from './workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

export const sampleNames = ['himi', 'tochigi', 'fictional'] as const;
export type SampleName = (typeof sampleNames)[number];

/** Seed and last day of the fictional prefecture, fixed so that everyone who starts the samples sees the same figures. */
export const defaultSeed = 20260401;
export const sampleAsOf = '2026-11-20';

export interface SampleProgress {
  readonly done: number;
  readonly total: number;
  /** The workbook that was just written or kept. */
  readonly workbook: string;
}

export interface SampleOptions {
  /** Folder to write below; made where it is missing. */
  readonly into: string;
  readonly seed?: number;
  /** Every sample where left out. */
  readonly only?: readonly SampleName[];
  readonly log?: (line: string) => void;
  readonly onProgress?: (progress: SampleProgress) => void;
}

/** Writes the workbooks of the samples below `into`, skipping any that exist. */
export async function makeSamples({ into, seed = defaultSeed, only = sampleNames, log, onProgress }: SampleOptions) {
  const workbooks: SampleWorkbook[] = [];
  if (only.includes('himi')) workbooks.push(...(await himiWorkbooks()));
  if (only.includes('tochigi')) workbooks.push(...(await fy2018Workbooks()));
  if (only.includes('fictional')) workbooks.push(...fictionalSample({ seed, asOf: sampleAsOf }).workbooks);
  let written = 0;
  for (const [index, workbook] of workbooks.entries()) {
    if ((await writeWorkbook(into, workbook)) === 'written') written += 1;
    onProgress?.({ done: index + 1, total: workbooks.length, workbook: workbook.path });
  }
  log?.(`${written} of ${workbooks.length} sample workbooks written (seed ${seed})`);
}
