/**
 * What each audience starts from. An office sees its own municipality exactly; a prefecture sees its municipalities by fiscal
 * year, small numbers hidden; the public sees less of them.
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

/** Everybody. */
export const publicAudience = 'public' satisfies Audience;
