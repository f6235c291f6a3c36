/** Every detail of a municipality that is computed from its rows, each with its name in the index. */
import type { FlowObject, PeopleObject, SupportObject } from '../detail.ts';
import type { Municipality } from '../municipality.ts';
import { computeFlow } from './compute-flow.ts';
import { computePeople } from './compute-people.ts';
import { computeSupport } from './compute-support.ts';

/** One after the other, so that only one is in memory. */
export function* computeDetails(
  municipality: Municipality,
): Generator<{ readonly name: string; readonly detail: FlowObject | PeopleObject | SupportObject }> {
  for (const compute of [computeFlow, computePeople, computeSupport]) {
    for (const detail of compute(municipality)) yield { name: `${detail.kind}/${detail.area}`, detail };
  }
  // 'rows/<FY>' (RowsObject) and `perCase` join here once the rows behind a figure are kept.
}
