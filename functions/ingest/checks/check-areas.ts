/** 圏域: what the united tree of the municipality makes of the areas that one workbook states. */
import { type Finding, fold } from '#sheets-schema';
import type { Area } from '../../domain/area.ts';
import { createFinding } from '../findings/create-finding.ts';
import { placeIn } from '../findings/place.ts';
import { typedIn } from '../findings/typed-in.ts';
import { respell, type UnitedAreas } from '../settle-areas.ts';
import type { FoundTable } from '../tables/find-tables.ts';
import type { StatedAreas } from '../tables/read-areas.ts';

/** Those without a place in it, and those that another workbook states differently. */
export function checkAreas(
  stated: StatedAreas,
  found: FoundTable,
  united: UnitedAreas,
): { readonly accepted: readonly Area[]; readonly refused: readonly Area[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const accepted = new Set(united.areas.map((area) => area.code));
  const areas = stated.areas.map((area) => ({
    row: stated.rows.get(area.code)?.[0] ?? 1,
    ...respell(area, united.spell),
  }));
  for (const { row, ...area } of areas) {
    const place = placeIn(found, row, 'parents');
    const refusal = united.refused.get(area.code);
    const facts = { code: area.code, name: area.name };
    if (refusal === 'second-root') findings.push(createFinding(place, { code: 'area/second-root', facts }));
    else if (refusal === 'cycle') findings.push(createFinding(place, { code: 'area/cycle', facts }));
    else {
      const missing = area.parents.filter((parent) => !united.stated.has(parent));
      const parent = missing[0] ?? area.parents[0] ?? '';
      // Below a refused area nothing needs to be said twice, unless nothing above it was said in this workbook.
      if (refusal === 'orphan' || missing.length > 0) {
        findings.push(
          createFinding(place, {
            code: 'area/orphan',
            facts: { ...facts, parent },
            typed: typedIn(found, row, 'parents', parent),
          }),
        );
      }
    }
    if (area.successor !== null && !accepted.has(area.successor)) {
      findings.push(
        createFinding(placeIn(found, row, 'successor'), {
          code: 'area/unknown-successor',
          typed: typedIn(found, row, 'successor', area.successor),
          facts: { successor: area.successor },
        }),
      );
    }
    const winner = united.stated.get(area.code);
    if (winner !== undefined && differs(area, winner)) {
      findings.push(createFinding(placeIn(found, row, 'code'), { code: 'area/stated-differently', facts }));
    }
  }
  const own = areas.map(({ row: _row, ...area }) => area).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return {
    accepted: own.filter((area) => accepted.has(area.code)),
    refused: own.filter((area) => !accepted.has(area.code)),
    findings,
  };
}

/** Whether two statements of an area disagree; editions of a population only where they speak of the same day. */
function differs(own: Area, winner: Area): boolean {
  if (
    fold(own.name) !== fold(winner.name) ||
    fold(own.kind) !== fold(winner.kind) ||
    own.parents.join('|') !== winner.parents.join('|') ||
    own.validFrom !== winner.validFrom ||
    own.validUntil !== winner.validUntil ||
    own.successor !== winner.successor
  ) {
    return true;
  }
  return own.populations.some((population) =>
    winner.populations.some(
      (other) => other.asOf === population.asOf && JSON.stringify(other) !== JSON.stringify(population),
    ),
  );
}
