/** The rows of 目安値 → values to compare with and changes of definition, each with its days. Pure. */
import type { Finding } from '#sheets-schema';
import type { registryTables } from '#sheets-schema/registry/registry.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { type Measure, measureOf, measures, measureUnits } from '#sheets-schema/vocabulary/measures.ts';
import type { Day, PrefectureCode } from '../domain/codes.ts';
import type { RegisteredGuide } from '../domain/registration.ts';
import { createFinding, type FindingParts } from '../ingest/findings/create-finding.ts';
import { placeIn } from '../ingest/findings/place.ts';
import { isUnreadable, type TableRows } from '../ingest/tables/read-rows.ts';
import { known } from './known.ts';

/** The good rows of 目安値, and what is wrong with the others. */
export function readGuides(rows: TableRows<typeof registryTables.guides>): {
  readonly guides: readonly RegisteredGuide[];
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const good: RegisteredGuide[] = [];
  for (const accepted of rows.accepted) {
    const { row, values } = accepted;
    const refuse = (column: string, parts: FindingParts) =>
      findings.push(createFinding(placeIn(rows.found, row, column), parts));
    // A value in an unknown unit, or of unknown days or scope, would be drawn where it does not belong.
    if ((['value', 'unit', 'until', 'prefecture', 'isBreak'] as const).some((column) => isUnreadable(accepted, column)))
      continue;
    const asked = known(values.measure);
    const from = known(values.from) as Day | null;
    if (asked === null || from === null) continue;
    const value = known(values.value);
    const until = known(values.until) as Day | null;
    const isBreak = known(values.isBreak) ?? false;
    const measure = asked.standard === null ? null : measureOf(asked.standard, known(values.unit));
    if (measure === null) {
      const words = asked.standard === null ? [] : unitsOf(asked.standard);
      const indicator = indicators.find(({ code }) => code === asked.standard)?.ja ?? asked.words;
      if (words.length === 0) refuse('measure', { code: 'guide/not-compared', facts: { indicator } });
      else refuse('unit', { code: 'guide/other-unit', facts: { indicator, words: words.join('、') } });
    } else if (value === null && !isBreak) refuse('value', { code: 'guide/nothing-said' });
    else if (value !== null && value < 0) refuse('value', { code: 'guide/below-zero' });
    else if (until !== null && until < from) refuse('until', { code: 'guide/ends-before-start' });
    else {
      good.push({
        row,
        measure,
        value,
        from,
        until,
        prefecture: known(values.prefecture) as PrefectureCode | null,
        source: known(values.source),
        definition: known(values.definition),
        isBreak,
      });
    }
  }
  return { guides: dropOverlapping(good, rows, findings), findings };
}

/** In which units an indicator is compared, in our words. */
function unitsOf(indicator: string): readonly string[] {
  return (measures as readonly Measure[]).flatMap(({ code, unit }) =>
    measureOf(indicator, unit) === code ? [measureUnits[unit].words[0]] : [],
  );
}

/** Of two values of one measure and scope that hold on the same day, the one in the row above. */
function dropOverlapping(
  good: readonly RegisteredGuide[],
  rows: TableRows<typeof registryTables.guides>,
  findings: Finding[],
): readonly RegisteredGuide[] {
  const kept: RegisteredGuide[] = [];
  for (const guide of good) {
    const other = kept.find((one) => isOverlap(one, guide));
    if (other === undefined) kept.push(guide);
    else {
      findings.push(
        createFinding(placeIn(rows.found, guide.row, 'from'), { code: 'guide/overlap', otherRows: [other.row] }),
      );
    }
  }
  return kept;
}

function isOverlap(one: RegisteredGuide, other: RegisteredGuide): boolean {
  if (one.value === null || other.value === null) return false;
  if (one.measure !== other.measure || one.prefecture !== other.prefecture) return false;
  return (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until);
}
