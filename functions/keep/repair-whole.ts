/**
 * Mends a store until nothing more comes to light (全部を直す): what a lost index leads to is known only once it is there again, so that each
 * round of mending may uncover the next.
 */
import type { Store } from '../world.ts';
import type { StoreCheck, StoreTrouble } from './check-store.ts';
import { leadsOn } from './find-needed.ts';
import { type Backup, type Remedy, repairStore } from './repair-store.ts';

export interface WholeRepair {
  /** Each trouble once, in the order in which they came to light. */
  readonly remedies: readonly Remedy[];
  /** Whether what would be put back may lead to more that is lost; never of a repair that is sent, which looks. */
  readonly mayUncoverMore: boolean;
  /** Whether it broke off after it had begun, because the store did not answer for some of it. To be repaired again. */
  readonly brokeOff: boolean;
}

/**
 * @param check looks at the store as it is then, at least once
 * @param isSent left out: nothing is changed, and it is said what the first round would do
 * @throws where the store fails meanwhile; what was mended until then stays so
 */
export async function repairWhole({
  store,
  check,
  backup,
  isSent,
}: {
  store: Store;
  check: (store: Store) => Promise<StoreCheck>;
  backup: Backup | null;
  isSent: boolean;
}): Promise<WholeRepair> {
  const remedies: Remedy[] = [];
  const seen = new Set<string>();
  for (;;) {
    const found = await check(store);
    const troubles = found.troubles.filter((trouble) => !seen.has(keyOf(trouble)));
    const round = await repairStore({ store, check: { ...found, troubles }, backup, isSent });
    const brokeOff = remedies.length > 0 && round.some(({ cure }) => cure === 'later');
    remedies.push(...round);
    const isToGoOn = round.some(({ trouble, cure }) => cure === 'copied' && mayLeadOn(trouble));
    if (!isSent || !isToGoOn) return { remedies, mayUncoverMore: isToGoOn, brokeOff };
    for (const trouble of troubles) seen.add(keyOf(trouble));
  }
}

const keyOf = ({ kind, name }: StoreTrouble) => `${kind} ${name}`;

/** Whether what is put back may lead to other objects. What nobody is known to need may be needed by what is lost, and lead on itself. */
function mayLeadOn(trouble: StoreTrouble): boolean {
  return (
    trouble.kind === 'malformed' || !('needed' in trouble) || trouble.needed === null || leadsOn(trouble.needed.role)
  );
}
