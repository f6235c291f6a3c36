/** What the session says of who asks: whether they may sign in or out, and, at one's own machine, as whom they may choose to look. */
import * as z from 'zod';
import type { Session } from '../publish/release.ts';
import { localIdentity, readLocalRole, type Visitor } from './identity.ts';
import { listOffices } from './office-list.ts';
import type { OpenRelease, Published } from './published.ts';

export const accountSchema = z
  .object({ address: z.string().nullable(), canSignIn: z.boolean(), canSignOut: z.boolean() })
  .optional()
  .meta({ description: 'Who has signed in; left out where nobody does' });

export const localRolesSchema = z
  .object({
    chosen: z.string().nullable().meta({ description: 'null: everything' }),
    choices: z.array(z.object({ role: z.string(), name: z.string() })),
  })
  .optional()
  .meta({
    description: "As whom a person may look at their own machine: 'office:162051', 'prefecture:16', 'public' …",
  });

export function describeAccount(visitor: Visitor, canSignIn: boolean): Pick<Session, 'account'> {
  if (visitor.by === 'local' || (!canSignIn && visitor.address === null)) return {};
  const { address, by } = visitor;
  return { account: { address, canSignIn: canSignIn && address === null, canSignOut: by === 'cookie' } };
}

/** Named by the release, whatever the role that is chosen now; the two without a place are named by the dashboard. */
export async function describeLocalRoles(
  request: Request,
  visitor: Visitor,
  published: Published,
  opened: OpenRelease | null,
): Promise<Pick<Session, 'localRoles'>> {
  if (visitor.by !== 'local') return {};
  const everything = await localIdentity.identify(new Request(request.url));
  const offices = opened === null ? [] : await listOffices(published, opened, everything);
  const prefectures = new Map(
    offices.map(({ municipality }) => [municipality.prefecture, municipality.prefectureName] as const),
  );
  return {
    localRoles: {
      chosen: readLocalRole(request),
      choices: [
        ...[...prefectures].map(([code, name]) => ({ role: `prefecture:${code}`, name })),
        ...offices.map(({ municipality: { code, name } }) => ({ role: `office:${code}`, name })),
      ],
    },
  };
}
