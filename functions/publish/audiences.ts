/**
 * What each audience starts from. An office sees its own municipality exactly; a prefecture sees municipal totals by
 * fiscal year and nothing finer. The public has nothing yet: small numbers are not protected, so the API refuses it.
 */
import type { MunicipalityCode } from '../domain/codes.ts';
import type { Audience } from './release.ts';

/** The audience of one municipality's own offices. */
export function officeAudience(municipality: MunicipalityCode): Audience {
  return `office:${municipality}`;
}

/** The audience of a prefecture, by the first two digits. */
export function prefectureAudience(prefecture: string): Audience {
  return `prefecture:${prefecture}`;
}
