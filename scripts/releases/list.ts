/** The list of releases with what changed from each to the next. */
import {
  compareReleases,
  type MunicipalityChange,
  ReleaseUnreadable,
  StoreUnanswering,
} from '#functions/keep/compare-releases.ts';
import { listKeptReleases, type PublishedRelease } from '#functions/publish/history.ts';
import type { Store } from '#functions/world.ts';
import { describeExtent, describeMoment } from './describe.ts';

/** What is known of what changed. unknown: the store did not answer. */
type Difference =
  | { readonly kind: 'first' | 'unreadable' | 'unknown' }
  | { readonly kind: 'compared'; readonly changes: readonly MunicipalityChange[] };

export interface ListedReleases {
  readonly text: string;
  /** Whether the store answered for all that is listed. */
  readonly isKnown: boolean;
}

/** Newest first: when, the name, and what changed since the one below. */
export async function listReleasesWithChanges(
  store: Store,
  { newest, isJson }: { newest: number; isJson: boolean },
): Promise<ListedReleases> {
  const kept = await listKeptReleases(store);
  const lines: string[] = [];
  const listed: object[] = [];
  let isKnown = true;
  for (const [position, entry] of kept.slice(0, newest).entries()) {
    const difference = await compareWith(store, kept[position + 1], entry);
    if (difference.kind === 'unknown') isKnown = false;
    lines.push(`${describeMoment(entry.publishedAt)}  ${entry.release}  ${describeDifference(difference)}`);
    const changed =
      difference.kind === 'compared' ? difference.changes.filter(({ change }) => change !== 'same') : null;
    listed.push({
      ...entry,
      isCurrent: position === 0,
      comparison: difference.kind,
      municipalities: changed?.map(({ municipality }) => municipality) ?? null,
      figures: changed?.reduce((sum, { figures }) => sum + figures.length, 0) ?? null,
    });
  }
  if (isJson) return { text: `${JSON.stringify(listed, null, 2)}\n`, isKnown };
  if (kept.length > newest)
    lines.push(
      `ほか${kept.length - newest}版（--newest ${kept.length} ですべて） ${kept.length - newest} more (all with --newest ${kept.length})`,
    );
  if (!isKnown)
    lines.push(
      '保存場所が応じず、読めない公開版がありました。しばらくしてからもう一度お試しください。 The store did not answer for some of it; try again in a while.',
    );
  return { text: lines.map((line) => `${line}\n`).join(''), isKnown };
}

async function compareWith(
  store: Store,
  before: PublishedRelease | undefined,
  { release }: PublishedRelease,
): Promise<Difference> {
  if (before === undefined) return { kind: 'first' };
  try {
    return { kind: 'compared', changes: await compareReleases(store, [before.release, release]) };
  } catch (error) {
    if (error instanceof ReleaseUnreadable) return { kind: 'unreadable' };
    if (error instanceof StoreUnanswering) return { kind: 'unknown' };
    throw error;
  }
}

function describeDifference(difference: Difference): string {
  switch (difference.kind) {
    case 'first':
      return '最初の版 first';
    case 'unreadable':
      return '比べられません（なくなっているか、別の版の形です） cannot be compared: lost, or of another version';
    case 'unknown':
      return 'いまは読めませんでした could not be read just now';
    case 'compared':
      return describeExtent(difference.changes);
    default:
      return difference satisfies never;
  }
}
