/** The workbooks of many seeds, one after the other. */
import type { PartResult } from './campaign.ts';
import { planWorkbook } from './plan.ts';
import { shrink, tryWorkbook } from './try-workbook.ts';

/** Every so many-th workbook is read a second time. */
const readTwice = 4;

/** `onBegin` is told which seed comes next. */
export async function tryMany(
  task: { readonly from: number; readonly until: number; readonly seed: string; readonly folder: string },
  onBegin: (index: number) => void = () => undefined,
): Promise<PartResult> {
  const result: PartResult = { outcomes: {}, changes: {}, acceptedRows: 0, bytes: 0, slowest: [], found: [] };
  for (let index = task.from; index < task.until; index += 1) {
    onBegin(index);
    const plan = planWorkbook(`${task.seed} ${index}`);
    const begun = performance.now();
    const tried = await tryWorkbook(plan, task.folder, index % readTwice === 0);
    result.slowest = [...result.slowest, [performance.now() - begun, index] as [number, number]]
      .toSorted(([a], [b]) => b - a)
      .slice(0, 5);
    const name = tried.code === null ? tried.outcome : `${tried.outcome} ${tried.code}`;
    result.outcomes[name] = (result.outcomes[name] ?? 0) + 1;
    for (const { at, change } of plan.steps)
      result.changes[`${at} ${change}`] = (result.changes[`${at} ${change}`] ?? 0) + 1;
    result.acceptedRows += tried.acceptedRows;
    result.bytes += tried.bytes;
    if (tried.wrong.length === 0) continue;
    const smallest = await shrink(plan, task.folder, tried.wrong);
    const steps = smallest.steps.map(({ at, change }) => `${at} ${change}`).join(', ');
    result.found.push({ index, wrong: [...tried.wrong], plan: `${plan.file}: ${steps}` });
  }
  return result;
}
