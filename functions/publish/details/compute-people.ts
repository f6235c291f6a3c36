/** Whose problems overlap (対象・課題・年代・性別) by area and period, from the rows of 相談受付. */
import { peopleNames } from '../../domain/detail/case-names.ts';
import { namesUnder, type Tally } from '../../domain/detail/tally.ts';
import type { PeopleObject, PeoplePeriod } from '../detail.ts';
import type { Municipality } from '../municipality.ts';
import { createCoverage, describeAreas } from './area-details.ts';
import { newCaseRows, triplesUnder } from './case-rows.ts';

/** How many combinations of targets a period names. */
const combinationsNamed = 10;

/** One object an area; areas without a row have no periods. */
export function computePeople(municipality: Municipality): Iterable<PeopleObject> {
  const counted = newCaseRows(municipality, peopleNames);
  return describeAreas(municipality, { kind: 'people', counted }, (area) => {
    const coverageOf = createCoverage(municipality, area);
    return (tally, _slot, position): PeoplePeriod => ({
      ...coverageOf(tally, position),
      targetPairs: triplesUnder(tally, 'tt'),
      issuePairs: triplesUnder(tally, 'ii'),
      targetIssues: triplesUnder(tally, 'ti'),
      combinations: combinationsOf(tally),
      ages: triplesUnder(tally, 'a'),
    });
  });
}

/** The most frequent sets of targets; those that are as frequent stand in the order of their codes. */
function combinationsOf(tally: Tally): PeoplePeriod['combinations'] {
  return namesUnder(tally, 'c')
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, combinationsNamed)
    .map(([targets, cases]) => ({ targets, cases }));
}
