/** What a role of 利用者 is about, as rights and the audit log name it. Pure. */
import type { GivenRole } from './people-list.ts';

/** 'office:162051', 'prefecture:16' or 'administrator'. 報告機関 and 市区町村 see the same: all of their municipality. */
export type RoleSubject = `office:${string}` | `prefecture:${string}` | 'administrator';

export function subjectOfRole({ role, municipality, prefecture }: GivenRole): RoleSubject {
  switch (role) {
    case 'office':
    case 'municipality':
      return `office:${municipality ?? ''}`;
    case 'prefecture':
      return `prefecture:${prefecture ?? ''}`;
    case 'administrator':
      return 'administrator';
    default:
      return role satisfies never;
  }
}
