/** 経路 → 対象 → つなぎ先 by area and period, from the rows of 相談受付. */
import { flowNames } from '../../domain/detail/case-names.ts';

import type { FlowObject, FlowPeriod } from '../detail.ts';
import type { Municipality } from '../municipality.ts';
import { createCoverage, describeAreas } from './area-details.ts';
import { newCaseRows, pairsUnder, triplesUnder } from './case-rows.ts';

/** One object an area; areas without a row have no periods. */
export function computeFlow(municipality: Municipality): Iterable<FlowObject> {
  const counted = newCaseRows(municipality, flowNames);
  return describeAreas(municipality, { kind: 'flow', counted }, (area) => {
    const coverageOf = createCoverage(municipality, area);
    return (tally, _slot, position): FlowPeriod => ({
      ...coverageOf(tally, position),
      pathways: pairsUnder(tally, 'p'),
      targets: pairsUnder(tally, 't'),
      handovers: pairsUnder(tally, 'h'),
      pathwayTargets: triplesUnder(tally, 'pt'),
      targetHandovers: triplesUnder(tally, 'th'),
      pathwayHandovers: triplesUnder(tally, 'ph'),
    });
  });
}
