/** Which roles of 利用者 were given and taken between two readings of the registry, as entries of 操作の記録. Pure. */
import type { GivenRole } from '../domain/people-list.ts';
import { subjectOfRole } from '../domain/role-subject.ts';
import type { AuditEntry } from './audit-entry.ts';

/** Who changed the registry is not known to us; its own version history knows. `to` is the address of whoever has the role. */
export function findRoleChanges(
  before: readonly GivenRole[],
  after: readonly GivenRole[],
  at: string,
): readonly AuditEntry[] {
  const [had, has] = [rolesByName(before), rolesByName(after)];
  const entries = (action: 'role-given' | 'role-taken', roles: ReadonlyMap<string, GivenRole>, others: typeof roles) =>
    [...roles]
      .filter(([name]) => !others.has(name))
      .map(
        ([, role]): AuditEntry => ({
          format: 1,
          at,
          action,
          actor: null,
          subject: subjectOfRole(role),
          facts: { to: role.address, kind: role.kind, role: role.role },
        }),
      );
  return [...entries('role-taken', had, has), ...entries('role-given', has, had)];
}

function rolesByName(people: readonly GivenRole[]): ReadonlyMap<string, GivenRole> {
  return new Map(people.map((role) => [[role.address, role.kind, role.role, subjectOfRole(role)].join(' '), role]));
}
