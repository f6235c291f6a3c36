/**
 * Printed shares by pathway (構成比) of municipalities as others see them, from shown counts alone: they tell nothing more. They are of all
 * cases, 不明 among them: the known pathways together are hidden wherever 不明 is, and every share would be hidden with them.
 */
import { pathwaysUnder } from '../domain/counting/slices.ts';
import type { StoredFigure } from '../domain/figure.ts';
import { printedPercentage, shareOut } from '../domain/rounding.ts';

/** A count as it is printed for the audience; of 'all' too. */
type CountOf = (pathway: string) => StoredFigure;

/** By 'N01|<place>|<pathway>', one percentage a year. */
export function computeSeenShares({
  places,
  years,
  reached,
  countOf,
}: {
  readonly places: readonly string[];
  readonly years: readonly string[];
  /** The pathways that the audience reaches, of both levels where it reaches the second. */
  readonly reached: readonly string[];
  /** By position of the year. */
  readonly countOf: (place: string, pathway: string, year: number) => StoredFigure;
}): Readonly<Record<string, readonly StoredFigure[]>> {
  const shares: Record<string, StoredFigure[]> = {};
  for (const place of places) {
    const ofYears = years.map((_, year) => sharesSeen((pathway) => countOf(place, pathway, year), reached));
    for (const pathway of reached) shares[`N01|${place}|${pathway}`] = ofYears.map((own) => own.get(pathway) ?? 'n');
  }
  return shares;
}

/**
 * The shares of one place and year, one decimal. A hidden count has a hidden share, and any but 0 where all cases together are hidden. What is
 * hidden is one rest, so that shares and rest add up to 100.0, and those of the second level to that of their first.
 */
export function sharesSeen(countOf: CountOf, reached: readonly string[]): ReadonlyMap<string, StoredFigure> {
  const shares = new Map<string, StoredFigure>();
  const all = countOf('all');
  const put = (pathway: string, share: number) => {
    const count = countOf(pathway);
    if (typeof count !== 'number') shares.set(pathway, count);
    else if (typeof all !== 'number') shares.set(pathway, count === 0 ? 0 : all);
    else shares.set(pathway, all === 0 ? 'n' : share);
  };
  const parts = new Set(reached.flatMap(pathwaysUnder));
  const first = reached.filter((code) => !parts.has(code));
  const tenths = shareOutShown(first, countOf, all, 1000);
  for (const [position, whole] of first.entries()) {
    const own = tenths[position] ?? 0;
    put(whole, own / 10);
    const count = countOf(whole);
    const under = pathwaysUnder(whole).filter((code) => parts.has(code) && reached.includes(code));
    const ofParts = shareOutShown(under, countOf, count, own);
    for (const [part, code] of under.entries()) {
      // A part of a hidden whole has no share to be nested in.
      const isNested = typeof count === 'number';
      put(code, isNested ? (ofParts[part] ?? 0) / 10 : printedPercentage(numberOf(countOf(code)), numberOf(all)));
    }
  }
  return shares;
}

/** Tenths of a percent by part, with what is hidden, or of no part, as a rest. */
function shareOutShown(parts: readonly string[], countOf: CountOf, whole: StoredFigure, tenths: number): number[] {
  const counts = parts.map((part) => numberOf(countOf(part)));
  const rest = Math.max(0, numberOf(whole) - counts.reduce((sum, count) => sum + count, 0));
  return shareOut([...counts, rest], tenths);
}

function numberOf(figure: StoredFigure): number {
  return typeof figure === 'number' ? figure : 0;
}
