/**
 * Records who signs in without our own pages (an ID token, Identity-Aware Proxy), and who is refused so: each request brings its proof anew, so
 * that what an address asks first on a day counts as signing in. Sessions in cookies are recorded where they begin (sign-in-routes.ts).
 */
import { createOnceADay } from '../../audit/once-a-day.ts';
import type { Clock, Store } from '../../world.ts';
import type { Identity, Visitor } from '../identity.ts';
import { ProblemError } from '../problem.ts';

/** Its `identify` also throws when the store fails: who cannot be recorded sees nothing. */
export function createRecordedIdentity(
  identity: Identity,
  world: { readonly store: Pick<Store, 'movePointer'>; readonly clock: Clock },
): Identity {
  const record = createOnceADay(world);

  async function identify(request: Request): Promise<Visitor> {
    let visitor: Visitor;
    try {
      visitor = await identity.identify(request);
    } catch (refused) {
      if (refused instanceof ProblemError && refused.code === 'not-registered' && refused.facts.name !== undefined)
        await record({ action: 'refused', actor: refused.facts.name, subject: null, facts: {} });
      throw refused;
    }
    const { address, by } = visitor;
    if (address !== null && (by === 'token' || by === 'proxy'))
      await record({ action: 'signed-in', actor: address, subject: null, facts: { by } });
    return visitor;
  }

  const { recall } = identity;
  return { identify, ...(recall !== undefined && { recall }) };
}
