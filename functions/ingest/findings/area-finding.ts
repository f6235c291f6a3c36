/** An area that could not be found → what to say at its cell. */
import type { FindingCode, FindingFacts } from '#sheets-schema';
import type { AreaFound } from '../checks/find-area.ts';

/** `null` where the word leads somewhere: to an area, the root, or 'outside'. */
export function describeAreaTrouble(found: AreaFound): {
  readonly code: FindingCode;
  readonly facts: FindingFacts;
  readonly suggestion: string | null;
} | null {
  switch (found.outcome) {
    case 'area':
    case 'root':
      return null;
    case 'not-found':
      return found.suggestion === null
        ? { code: 'area/not-found', facts: {}, suggestion: null }
        : { code: 'area/not-found-but-near', facts: { suggestion: found.suggestion }, suggestion: found.suggestion };
    case 'same-name':
      return { code: 'area/ambiguous', facts: { codes: found.codes.join('、') }, suggestion: found.codes[0] ?? null };
    case 'not-valid': {
      const { area, successor } = found;
      const facts = { area: area.name, from: area.validFrom ?? '', until: area.validUntil ?? '' };
      return successor === null
        ? { code: 'area/not-valid', facts, suggestion: null }
        : { code: 'area/succeeded', facts: { ...facts, successor: successor.name }, suggestion: successor.name };
    }
    case 'refused':
      return { code: 'area/refused', facts: { area: found.code }, suggestion: null };
    default:
      return found satisfies never;
  }
}
