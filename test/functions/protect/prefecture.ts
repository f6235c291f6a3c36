/** A prefecture that does not exist (架空のデータ), of any size: new consultations of its towns by year, pathway and target. Always the same. */
import { pathways, targets } from '#sheets-schema/vocabulary/codes.ts';

export interface Town {
  readonly code: string;
  readonly inhabitants: number;
}

/** 0 to 1, always the same for the same seed. */
export function createChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Few cities and many small towns: the sizes of a real prefecture, from 450,000 people down to 800. */
export function createTowns(count: number): Town[] {
  return Array.from({ length: count }, (_, rank) => ({
    code: `99${String(rank + 1).padStart(3, '0')}0`,
    inhabitants: Math.round(450_000 * (800 / 450_000) ** ((rank / Math.max(1, count - 1)) ** 0.8)),
  }));
}

const ownShares: Readonly<Record<string, number>> = {
  P01: 0.27,
  P02: 0.19,
  P03: 0.04,
  P04: 0.13,
  P05: 0.2,
  P06: 0.11,
  P07: 0.03,
  P08: 0.02,
  P99: 0.01,
};
const targetShares: Readonly<Record<string, number>> = {
  T01: 0.45,
  T02: 0.2,
  T03: 0.12,
  T04: 0.06,
  T05: 0.25,
  T06: 0.06,
  T07: 0.08,
  T08: 0.03,
  T09: 0.01,
  T10: 0.03,
  T11: 0.05,
  T99: 0.01,
};

/** Counts by 'town|year|month|…': call `count(town, year, pathway, target)` with 'all' for any. */
export function createCounts(towns: readonly Town[], years: readonly string[], perThousand: number, seed = 1) {
  const chance = createChance(seed);
  const pick = (shares: Readonly<Record<string, number>>): string => {
    let left = chance() * Object.values(shares).reduce((sum, share) => sum + share, 0);
    for (const [code, share] of Object.entries(shares)) {
      left -= share;
      if (left < 0) return code;
    }
    return 'P01';
  };
  const below = (
    list: { readonly codes: readonly { readonly code: string; readonly parent: string | null }[] },
    parent: string,
  ) => list.codes.filter((each) => each.parent === parent).map(({ code }) => code);
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { code, inhabitants } of towns) {
    for (const year of years) {
      const cases = Math.round((inhabitants / 1000) * perThousand * (0.7 + 0.6 * chance()));
      for (let number = 0; number < cases; number += 1) {
        const first = pick(ownShares);
        const children = below(pathways, first);
        const second = children[Math.floor(chance() ** 2 * children.length)];
        const own = new Set([pick(targetShares), ...(chance() < 0.25 ? [pick(targetShares)] : [])]);
        const kinds = own.has('T02') ? below(targets, 'T02').filter(() => chance() < 0.35) : [];
        const month = String(1 + Math.floor(chance() * 12));
        for (const place of [code, '99']) {
          for (const pathway of ['all', first, ...(second === undefined ? [] : [second])])
            add(`${place}|${year}|${pathway}|all`);
          for (const target of [...own, ...kinds]) add(`${place}|${year}|all|${target}`);
          add(`${place}|${year}/${month}|all|all`);
        }
      }
    }
  }
  return (place: string, period: string, pathway: string, target: string): number =>
    counts.get(`${place}|${period}|${pathway}|${target}`) ?? 0;
}
