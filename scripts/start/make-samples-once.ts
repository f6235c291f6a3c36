/** The sample workbooks for `npm start`: made once, so that what somebody changes, or throws away, stays so. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createProgressBar } from '../run/progress-bar.ts';
import { statIfThere } from '../run/stat-if-there.ts';
import { makeSamples } from '../sample/make-samples.ts';

/** Says that all of them have been made; hidden, so that no source takes it for a workbook. */
const doneMark = '.samples-made';

/** @returns the folder, with the samples in it */
export async function makeSamplesOnce(folder: string): Promise<string> {
  const mark = join(folder, doneMark);
  if ((await statIfThere(mark)) !== null) return folder;
  await mkdir(folder, { recursive: true });
  const bar = createProgressBar();
  await makeSamples({
    into: folder,
    onProgress: ({ done, total, workbook }) => bar.onProgress({ step: 'samples', done, total, name: workbook }),
  }).finally(bar.stop);
  await writeFile(mark, 'Remove this file, and the missing samples are made again at the next start.\n');
  return folder;
}
