/** One mutated workbook: made, read twice, judged; and made smaller where something was wrong with it. */
import { judge } from './judge.ts';
import { makeWorkbook, type Plan } from './plan.ts';
import { putFiles, type ReadOutcome, readWorkbook } from './read-workbook.ts';

export interface Tried {
  readonly outcome: ReadOutcome['outcome'];
  /** Of a failure or a hold. */
  readonly code: string | null;
  readonly wrong: readonly string[];
  readonly bytes: number;
  readonly acceptedRows: number;
}

/** `isReadTwice`: whether to compare two readings. */
export async function tryWorkbook(plan: Plan, folder: string, isReadTwice: boolean): Promise<Tried> {
  const made = makeWorkbook(plan);
  const { files } = made;
  await putFiles(folder, files);
  const read = await readWorkbook(folder);
  const wrong = [...new Set(judge(read, made))];
  if (isReadTwice && describe(await readWorkbook(folder)) !== describe(read)) wrong.push('not-the-same-twice');
  const rows = read.outcome === 'checked' ? read.checked.rows : null;
  return {
    outcome: read.outcome,
    code: read.outcome === 'failed' ? read.failure.code : read.outcome === 'held' ? read.code : null,
    wrong,
    bytes: Object.values(files).reduce((sum, { length }) => sum + length, 0),
    acceptedRows:
      rows === null
        ? 0
        : rows.cases.length + rows.actions.length + rows.meetings.length + rows.activities.length + rows.totals.length,
  };
}

function describe(read: ReadOutcome): string {
  if (read.outcome === 'failed') return JSON.stringify([read.failure.code, read.failure.facts]);
  return JSON.stringify(read.outcome === 'crashed' ? read.outcome : { ...read, grids: null });
}

/** The same plan without the changes that the trouble does not need. */
export async function shrink(plan: Plan, folder: string, wrong: readonly string[]): Promise<Plan> {
  let smallest = plan;
  for (const step of plan.steps) {
    const without = { ...smallest, steps: smallest.steps.filter((each) => each !== step) };
    const tried = await tryWorkbook(without, folder, wrong.includes('not-the-same-twice'));
    if (wrong.some((each) => tried.wrong.includes(each))) smallest = without;
  }
  return smallest;
}
