/**
 * What changed from one release to another: for each municipality the figures of its areas by month and fiscal year, and the corrections that
 * were recorded in between. The exact figures of the offices, for the administrator.
 */
import type { StoredFigure } from '../domain/figure.ts';
import type { CorrectionsObject } from '../publish/detail.ts';
import { correctionsSchema } from '../publish/detail-schemas.ts';
import type { Cut, Release } from '../publish/release.ts';
import { pastIndexSchema, releaseSchema } from '../publish/release-schemas.ts';
import { cutSchema } from '../publish/schemas.ts';
import type { Store } from '../world.ts';
import { parseJson } from './read-roots.ts';

/** A release that is lost, or of another version: asked again later it is no other. */
export class ReleaseUnreadable extends Error {
  constructor(release: string) {
    const name = release.slice(0, 8);
    super(
      `公開版 ${name} は読めません（なくなっているか、別の版の形です）。 Release ${name} cannot be read: it is lost, or of another version.`,
    );
    this.name = 'ReleaseUnreadable';
  }
}

/** The store failed when it was asked: nobody knows what is there. Asked again later, it may answer. */
export class StoreUnanswering extends Error {
  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `保存場所が応じず、いまは読めませんでした。しばらくしてからもう一度お試しください。 The store could not be read just now; try again in a while. (${reason})`,
      { cause },
    );
    this.name = 'StoreUnanswering';
  }
}

/** One figure that is another one now. 'n' stands where there was none. */
export interface MovedFigure {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly before: StoredFigure;
  readonly after: StoredFigure;
}

export interface MunicipalityChange {
  readonly municipality: string;
  /** same: no figure changed. unreadable: one of the two is of another version, or lost. */
  readonly change: 'added' | 'removed' | 'changed' | 'same' | 'unreadable';
  readonly figures: readonly MovedFigure[];
  /** 訂正の記録 of the days after the first release up to the second. */
  readonly corrections: CorrectionsObject['entries'];
}

/**
 * Municipalities in the order of their codes; those that stayed the same too.
 *
 * @throws ReleaseUnreadable, StoreUnanswering
 */
export async function compareReleases(
  store: Store,
  [first, second]: readonly [first: string, second: string],
  municipality: string | null = null,
): Promise<readonly MunicipalityChange[]> {
  const [before, after] = await Promise.all([readRelease(store, first), readRelease(store, second)]);
  const codes = new Set([...codesOf(before), ...codesOf(after)]);
  const changes: MunicipalityChange[] = [];
  for (const code of [...codes].toSorted()) {
    if (municipality !== null && code !== municipality) continue;
    changes.push(await compareMunicipality(store, code, [before, after]));
  }
  return changes;
}

async function readRelease(store: Store, name: string): Promise<Release> {
  const parsed = releaseSchema.safeParse(await readObject(store, name));
  if (parsed.success) return parsed.data;
  throw new ReleaseUnreadable(name);
}

/** `undefined` where the store does not have it, or it is damaged. @throws StoreUnanswering */
async function readObject(store: Store, name: string): Promise<unknown> {
  let bytes: Uint8Array | null;
  try {
    bytes = await store.readObject(name);
  } catch (cause) {
    throw new StoreUnanswering(cause);
  }
  return bytes === null ? undefined : parseJson(new TextDecoder().decode(bytes));
}

function codesOf(release: Release): readonly string[] {
  return Object.keys(release.audiences).flatMap((audience) =>
    audience.startsWith('office:') ? [audience.slice('office:'.length)] : [],
  );
}

async function compareMunicipality(
  store: Store,
  code: string,
  [before, after]: readonly [Release, Release],
): Promise<MunicipalityChange> {
  const [one, other] = [before, after].map((release) => release.audiences[`office:${code}`]);
  const answer = (change: MunicipalityChange['change'], more: Partial<MunicipalityChange> = {}) => ({
    municipality: code,
    change,
    figures: [],
    corrections: [],
    ...more,
  });
  if (other === undefined) return answer('removed');
  if (one === undefined) return answer('added');
  if (one === other) return answer('same');
  const indexes = [];
  for (const name of [one, other]) indexes.push(pastIndexSchema.safeParse(await readObject(store, name)).data);
  const [index, newIndex] = indexes;
  if (index === undefined || newIndex === undefined) return answer('unreadable');
  const cuts = [];
  for (const each of [index, newIndex]) cuts.push(each.cuts['division/all'] ?? '');
  const ledger = correctionsSchema.safeParse(await readObject(store, newIndex.details.corrections ?? '')).data;
  const corrections = (ledger?.entries ?? []).filter(({ asOf }) => asOf > index.asOf && asOf <= newIndex.asOf);
  if (cuts[0] === cuts[1]) return answer('same', { corrections });
  const [cut, newCut] = await Promise.all(
    cuts.map(async (name) => cutSchema.safeParse(await readObject(store, name)).data as Cut | undefined),
  );
  if (cut === undefined || newCut === undefined) return answer('unreadable', { corrections });
  const figures = compareCuts(cut, newCut);
  return answer(figures.length === 0 ? 'same' : 'changed', { figures, corrections });
}

const isReal = (period: string) => /^(?:\d{4}-\d{2}|FY\d{4})$/.test(period);

/** Figures of all pathways and targets together that differ, by indicator, area and period. Pure. */
export function compareCuts(before: Cut, after: Cut): readonly MovedFigure[] {
  const keys = new Set([...Object.keys(before.series), ...Object.keys(after.series)]);
  const periods = [...new Set([...before.periods, ...after.periods].filter(isReal))].toSorted();
  return [...keys].toSorted().flatMap((key): MovedFigure[] => {
    const [indicator = '', area = '', pathway, target] = key.split('|');
    if (pathway !== 'all' || target !== 'all' || !/^[A-Z]\d+$/.test(indicator)) return [];
    const [then, now] = [readerOf(before, key), readerOf(after, key)];
    return periods.flatMap((period) => {
      const [old, fresh] = [then(period), now(period)];
      return old === fresh ? [] : [{ indicator, area, period, before: old, after: fresh }];
    });
  });
}

function readerOf(cut: Cut, key: string): (period: string) => StoredFigure {
  const figures = cut.series[key];
  const positions = new Map(cut.periods.map((period, position) => [period, position]));
  return (period) => figures?.[positions.get(period) ?? -1] ?? 'n';
}
