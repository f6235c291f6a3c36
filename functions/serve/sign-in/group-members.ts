/** Who is in which registered group, asked of Cloud Identity at most once in a while. A group that cannot be asked about gives nothing. */
import type { Clock, Groups, Log } from '../../world.ts';

const knownMilliseconds = 45_000;
/** Groups of one person that are asked about at the same time. */
const askedAtOnce = 8;
/** Answers that are kept; with more of them, all are asked for anew. */
const keptAtMost = 20_000;

export interface GroupMembers {
  /** Those of the groups that the address is in. */
  findGroups(address: string, groups: readonly string[]): Promise<ReadonlySet<string>>;
}

export function createGroupMembers({
  groups: source,
  clock,
  log,
}: {
  readonly groups: Groups;
  readonly clock: Clock;
  readonly log: Log;
}): GroupMembers {
  const known = new Map<string, { readonly at: number; readonly isMember: Promise<boolean> }>();

  async function isMember(address: string, group: string): Promise<boolean> {
    const now = clock.now().getTime();
    const key = `${group} ${address}`;
    const before = known.get(key);
    if (before !== undefined && now - before.at < knownMilliseconds) return await before.isMember;
    if (known.size >= keptAtMost) known.clear();
    const asked = source.isMember(group, address).catch((error: unknown) => {
      known.delete(key);
      log.warn('access/group-unknown', { group, cause: error instanceof Error ? error.message : '' });
      return false;
    });
    known.set(key, { at: now, isMember: asked });
    return await asked;
  }

  return {
    async findGroups(address, groups) {
      const found = new Set<string>();
      for (let from = 0; from < groups.length; from += askedAtOnce) {
        const some = groups.slice(from, from + askedAtOnce);
        const answers = await Promise.all(some.map(async (group) => await isMember(address, group)));
        for (const [position, group] of some.entries()) if (answers[position] === true) found.add(group);
      }
      return found;
    },
  };
}
