/** The list of releases with what changed from each to the next. */
import { compareReleases } from '#functions/keep/compare-releases.ts';
import { listKeptReleases } from '#functions/publish/history.ts';
import type { Store } from '#functions/world.ts';
import { describeExtent, describeMoment } from './describe.ts';

/** Newest first: when, the name, and what changed since the one below. */
export async function listReleasesWithChanges(
  store: Store,
  { newest, isJson }: { newest: number; isJson: boolean },
): Promise<string> {
  const kept = await listKeptReleases(store);
  const lines: string[] = [];
  const listed: object[] = [];
  for (const [position, entry] of kept.slice(0, newest).entries()) {
    const before = kept[position + 1];
    const changes =
      before === undefined ? null : await compareReleases(store, [before.release, entry.release]).catch(() => null);
    const extent =
      before === undefined
        ? '最初の版 first'
        : changes === null
          ? '比べられません cannot be compared'
          : describeExtent(changes);
    lines.push(`${describeMoment(entry.publishedAt)}  ${entry.release}  ${extent}`);
    const changed = changes?.filter(({ change }) => change !== 'same') ?? null;
    listed.push({
      ...entry,
      isCurrent: position === 0,
      municipalities: changed?.map(({ municipality }) => municipality) ?? null,
      figures: changed?.reduce((sum, { figures }) => sum + figures.length, 0) ?? null,
    });
  }
  if (isJson) return `${JSON.stringify(listed, null, 2)}\n`;
  if (kept.length > newest)
    lines.push(
      `ほか${kept.length - newest}版（--newest ${kept.length} ですべて） ${kept.length - newest} more (all with --newest ${kept.length})`,
    );
  return lines.map((line) => `${line}\n`).join('');
}
