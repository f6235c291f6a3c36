/** Every detail of a municipality that is computed from its rows, each with its name in the index. */
import type { FlowObject, PeopleObject, SupportObject } from '../detail.ts';
import type { Municipality } from '../municipality.ts';
import type { RowsObject } from '../row-views.ts';
import { computeFlow } from './compute-flow.ts';
import { computePeople } from './compute-people.ts';
import { computeRows } from './compute-rows.ts';
import { computeSupport } from './compute-support.ts';
import type { KeptRows } from './kept-rows.ts';

/** One after the other, so that only one is in memory. */
export function* computeDetails(
  municipality: Municipality,
  kept: KeptRows,
): Generator<{ readonly name: string; readonly detail: FlowObject | PeopleObject | SupportObject | RowsObject }> {
  for (const detail of computeFlow(municipality)) yield { name: `flow/${detail.area}`, detail };
  for (const detail of computePeople(municipality)) yield { name: `people/${detail.area}`, detail };
  for (const detail of computeSupport(municipality, kept)) yield { name: `support/${detail.area}`, detail };
  for (const detail of computeRows(municipality, kept)) yield { name: `rows/${detail.source}-${detail.year}`, detail };
}
