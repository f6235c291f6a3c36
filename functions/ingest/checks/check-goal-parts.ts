/**
 * うち…: in 成果目標 people print a result and below it what it consists of (複合的な課題を抱える世帯数 175, うち介護と育児 10 …).
 * Own measures are never added up; but where the parts do not come to their whole, the office is told, as in 集計報告.
 */
import type { Finding } from '#sheets-schema';
import { createFinding } from '../findings/create-finding.ts';
import { placeIn } from '../findings/place.ts';
import type { Goal } from '../ingested.ts';
import type { FoundTable } from '../tables/find-tables.ts';

/** A notice on the 実績値 of each measure whose rows うち… below it have results that do not add up to it. */
export function checkGoalParts(goals: readonly Goal[], found: FoundTable): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [index, whole] of goals.entries()) {
    if (isPart(whole) || typeof whole.result !== 'number') continue;
    const parts = partsOf(whole, goals.slice(index + 1));
    const results = parts.map(({ result }) => result).filter((result) => typeof result === 'number');
    if (parts.length === 0 || results.length < parts.length) continue;
    const sum = results.reduce((total, result) => total + result, 0);
    if (sum === whole.result) continue;
    findings.push(
      createFinding(placeIn(found, whole.row, 'result'), {
        code: 'goal/parts-differ',
        typed: String(whole.result),
        facts: { total: whole.result, sum, difference: Math.abs(sum - whole.result) },
      }),
    );
  }
  return findings;
}

function isPart({ measure }: Goal): boolean {
  return /^[(（]?うち/.test(measure.normalize('NFKC'));
}

/** The rows うち… directly below, of the same year and 事業. */
function partsOf(whole: Goal, below: readonly Goal[]): readonly Goal[] {
  const isOther = (goal: Goal) =>
    !isPart(goal) || goal.fiscalYear !== whole.fiscalYear || goal.programme !== whole.programme;
  const end = below.findIndex(isOther);
  return end < 0 ? below : below.slice(0, end);
}
