/** A word in a column 圏域 → the area that was valid then: by code or by name. 不明, 市外 … are no areas and do not come here. */
import { findNearest, fold } from '#sheets-schema';
import type { Area } from '../../domain/area.ts';
import type { AreaCode, Day } from '../../domain/codes.ts';
import type { UnitedAreas } from '../settle-areas.ts';

/** The days in question, both included: one day for a case, a month or a year for a total. */
export interface Span {
  readonly from: Day;
  readonly until: Day;
}

export type AreaFound =
  | { readonly outcome: 'area'; readonly code: AreaCode }
  /** The municipality as a whole, by its name, its code or its row in 圏域. */
  | { readonly outcome: 'root' }
  | { readonly outcome: 'not-found'; readonly suggestion: string | null }
  | { readonly outcome: 'same-name'; readonly codes: readonly AreaCode[] }
  | { readonly outcome: 'not-valid'; readonly area: Area; readonly successor: Area | null }
  | { readonly outcome: 'refused'; readonly code: AreaCode };

export type AreaFinder = (word: string, span: Span) => AreaFound;

/** Creates the finder of a municipality's areas. Words come folded and after 読替. */
export function createAreaFinder({
  united,
  own,
  municipality,
}: {
  united: UnitedAreas;
  /** Areas as this workbook states them: where it names one differently from the first workbook, its own rows may too. */
  own: readonly Area[];
  municipality: { readonly code: string; readonly name: string };
}): AreaFinder {
  const accepted = new Map(united.areas.map((area) => [area.code, area]));
  const byCode = new Map([...united.stated.values()].map((area) => [fold(area.code), area]));
  const byName = new Map<string, readonly Area[]>();
  for (const area of united.stated.values()) {
    const name = fold(area.name);
    byName.set(name, [...(byName.get(name) ?? []), area]);
  }
  const ownNames = new Map(own.map((area) => [fold(area.name), byCode.get(fold(area.code))]));
  const suggestions = new Map<string, string | null>();
  const municipalityWords = new Set([municipality.code, municipality.name].filter((word) => word !== '').map(fold));

  const judge = (area: Area, span: Span): AreaFound => {
    if (area.code === united.root) return { outcome: 'root' };
    if (!accepted.has(area.code)) return { outcome: 'refused', code: area.code };
    if (isValid(area, span)) return { outcome: 'area', code: area.code };
    const successor = findSuccessor(area, span);
    return { outcome: 'not-valid', area, successor };
  };

  const findSuccessor = (area: Area, span: Span): Area | null => {
    const seen = new Set<AreaCode>([area.code]);
    for (let code = area.successor; code !== null && !seen.has(code); ) {
      const next = accepted.get(code);
      if (next === undefined) return null;
      if (isValid(next, span)) return next;
      seen.add(code);
      code = next.successor;
    }
    return null;
  };

  return (word, span) => {
    const coded = byCode.get(word);
    if (coded !== undefined) return judge(coded, span);
    const named = byName.get(word) ?? [];
    const [first, ...others] = named;
    if (first !== undefined) {
      if (others.length === 0) return judge(first, span);
      // A merged district often keeps its name under a new code: on any one day the name is borne by one.
      const valid = named.filter((area) => accepted.has(area.code) && isValid(area, span));
      const [only, second] = valid;
      if (only !== undefined && second === undefined) return judge(only, span);
      return { outcome: 'same-name', codes: named.map((area) => area.code).toSorted() };
    }
    const ownArea = ownNames.get(word);
    if (ownArea !== undefined) return judge(ownArea, span);
    if (municipalityWords.has(word)) return { outcome: 'root' };
    let suggestion = suggestions.get(word);
    if (suggestion === undefined) {
      suggestion = suggestArea(word, united.areas);
      suggestions.set(word, suggestion);
    }
    return { outcome: 'not-found', suggestion };
  };
}

/** Both ends included; an area that is valid on any day of the span serves. */
function isValid(area: Area, { from, until }: Span): boolean {
  return (area.validFrom === null || area.validFrom <= until) && (area.validUntil === null || area.validUntil >= from);
}

/** The name of the area that resembles what was typed, where one does: the nearest by letters, else the one that begins alike. */
function suggestArea(word: string, areas: readonly Area[]): string | null {
  const names = new Map(areas.map((area) => [fold(area.name), area.name]));
  const near = findNearest(word, names.keys());
  if (near !== null) return names.get(near) ?? null;
  // 東山町 is 東山地区 under the name of its town.
  const alike = word.length < 3 ? [] : [...names].filter(([name]) => name.startsWith(word.slice(0, -1)));
  return alike.length === 1 ? (alike[0]?.[1] ?? null) : null;
}
