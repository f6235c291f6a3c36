/** Goes back to an earlier release and records who did it. */
import { appendAudit } from '../audit/append-audit.ts';
import { type PublishedRelease, rollBack } from '../publish/history.ts';
import type { Store } from '../world.ts';

/**
 * Recorded first: what cannot be recorded is not done.
 *
 * @param brought releases that came out of a backup, and that the store does not list yet
 * @param actor the address of whoever does it; `null` where the command does not know it
 */
export async function goBack(
  store: Store,
  {
    to,
    action,
    actor,
    brought = [],
    now,
  }: {
    to: PublishedRelease;
    action: 'rolled-back' | 'restored';
    actor: string | null;
    brought?: readonly PublishedRelease[];
    now: Date;
  },
): Promise<'moved' | 'lost-race' | 'unknown-release'> {
  const facts = { publishedAt: to.publishedAt };
  await appendAudit(store, { format: 1, at: now.toISOString(), action, actor, subject: to.release, facts });
  return await rollBack(store, to.release, now, brought);
}
