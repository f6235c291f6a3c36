/** A store that looks, each time that the current release changes, whether it is whole and of one piece. */
import { objectsOfIndex, objectsOfRelease } from '../../../functions/publish/object-graph.ts';
import type { Release } from '../../../functions/publish/release.ts';
import type { Store } from '../../../functions/world.ts';
import { type Act, judgeFall } from './accident.ts';

export interface WatchedStore {
  readonly store: Store;
  /** What was wrong with releases when they became current. */
  readonly wrong: string[];
  /** How many became current. */
  releases(): number;
}

/** `mayFall`: whether somebody has said that rows may vanish. */
export function watchStore(
  inner: Store,
  { mayFall = () => false, act = () => undefined }: { readonly mayFall?: () => boolean; readonly act?: Act } = {},
): WatchedStore {
  const wrong: string[] = [];
  /** Every object that a state of a workbook ever named, by workbook. */
  const named = new Set<string>();
  let releases = 0;
  let current = '';
  return {
    wrong,
    releases: () => releases,
    store: {
      ...inner,
      async movePointer(name, content, expected) {
        const before = name.startsWith('workbooks/') ? ingestedOf((await inner.readPointer(name))?.content) : null;
        const outcome = await inner.movePointer(name, content, expected);
        if (outcome !== 'moved') return outcome;
        if (name.startsWith('workbooks/')) {
          const { workbook, ingested, hold } = JSON.parse(content) as WorkbookState;
          if (hold?.code.startsWith('guard/')) act('asked whether that is right');
          if (ingested !== null) named.add(`${workbook} ${ingested}`);
          if (!mayFall()) wrong.push(...(await judgeFall(inner, before, ingested)));
        }
        if (name === 'release') {
          const now = (JSON.parse(content) as { releases: { release: string }[] }).releases[0]?.release ?? '';
          if (now !== current) {
            releases += 1;
            wrong.push(...(await judgeRelease(inner, now, named)));
          }
          current = now;
        }
        return outcome;
      },
      async removeObject(name) {
        act('objects pruned');
        await inner.removeObject(name);
      },
    },
  };
}

interface WorkbookState {
  readonly workbook: string;
  readonly ingested: string | null;
  readonly hold: { readonly code: string } | null;
}

function ingestedOf(content: string | undefined): string | null {
  return content === undefined ? null : (JSON.parse(content) as WorkbookState).ingested;
}

async function readJson(store: Store, name: string): Promise<unknown> {
  const bytes = await store.readObject(name);
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
}

type RowCounts = Readonly<Record<string, Readonly<Record<string, { readonly accepted: number }>>>>;

/** Each object there, each workbook in a state that it was in, and each municipality's index made of just those workbooks. */
export async function judgeRelease(store: Store, name: string, named: ReadonlySet<string>): Promise<readonly string[]> {
  const release = (await readJson(store, name)) as Release | null;
  if (release === null) return ['release: not there'];
  const wrong: string[] = [];
  for (const { workbook, object } of release.workbooks) {
    if (!named.has(`${workbook} ${object}`)) wrong.push(`release: ${workbook} was never in that state`);
  }
  const waiting = [...objectsOfRelease(release)];
  const seen = new Set<string>();
  for (let needed = waiting.pop(); needed !== undefined; needed = waiting.pop()) {
    if (seen.has(needed.name)) continue;
    seen.add(needed.name);
    if (!(await store.hasObject(needed.name))) wrong.push(`release: ${needed.role} ${needed.place} is not there`);
    else if (needed.role === 'index') waiting.push(...objectsOfIndex((await readJson(store, needed.name)) as object));
  }
  const accepted = new Map<string, number>();
  for (const { object } of release.workbooks) {
    const ingested = (await readJson(store, object)) as {
      office: { municipality: string };
      rowCounts: RowCounts;
    } | null;
    if (ingested === null) continue;
    const counts = Object.values(ingested.rowCounts).flatMap((months) => Object.values(months));
    const { municipality } = ingested.office;
    accepted.set(
      municipality,
      counts.reduce((sum, count) => sum + count.accepted, accepted.get(municipality) ?? 0),
    );
  }
  for (const [municipality, rows] of accepted) {
    const index = (await readJson(store, release.audiences[`office:${municipality}`] ?? '')) as {
      offices: { rowsAccepted: number }[];
    } | null;
    const shown = (index?.offices ?? []).reduce((sum, { rowsAccepted }) => sum + rowsAccepted, 0);
    if (shown !== rows) wrong.push(`release: ${municipality} shows ${shown} rows of ${rows}`);
  }
  return wrong;
}
