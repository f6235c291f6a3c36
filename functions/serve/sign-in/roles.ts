/** Which roles of 利用者 somebody has, and what they may open with them. Deny by default. Pure. */
import type { GivenRole } from '../../domain/people-list.ts';
import { subjectOfRole } from '../../domain/role-subject.ts';
import type { Audience } from '../../publish/release.ts';
import type { Visitor } from '../identity.ts';

/** The visitor that these roles make of whoever has this address; without any role, they may open what everybody may. */
export function describeVisitor(
  address: string,
  roles: readonly GivenRole[],
  openToAll: readonly Audience[],
): Visitor & { readonly audiences: readonly Audience[] } {
  const subjects = roles.map(subjectOfRole);
  const own = subjects.filter((subject) => subject !== 'administrator');
  return {
    isLocal: false,
    address,
    isAdministrator: subjects.includes('administrator'),
    audiences: [...new Set([...own, ...openToAll])],
  };
}

/** The groups that are registered at all. */
export function listGroups(people: readonly GivenRole[]): readonly string[] {
  return [...new Set(people.filter(({ kind }) => kind === 'group').map(({ address }) => address))];
}

/** Rows of the person and of the groups that they are in. */
export function findRoles(
  people: readonly GivenRole[],
  who: { readonly address: string; readonly groups: ReadonlySet<string> },
): readonly GivenRole[] {
  return people.filter(({ kind, address }) => (kind === 'person' ? address === who.address : who.groups.has(address)));
}
