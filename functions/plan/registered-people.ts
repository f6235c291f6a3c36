/** The rows of 利用者 → people and groups, each with a role and the place that it is about. Pure. */
import { completeMunicipalityCode, type Finding, type FindingCode } from '#sheets-schema';
import type { registryTables } from '#sheets-schema/registry/registry.ts';
import { prefectures } from '#sheets-schema/vocabulary/prefectures.ts';
import type { MunicipalityCode, PrefectureCode } from '../domain/codes.ts';
import type { RegisteredPerson, Role } from '../domain/registration.ts';
import { createFinding, type FindingParts } from '../ingest/findings/create-finding.ts';
import { placeIn } from '../ingest/findings/place.ts';
import type { TableRows } from '../ingest/tables/read-rows.ts';
import { known } from './known.ts';

const emailAddress = /^[^\s@,;、]+@[^\s@,;、]+\.[^\s@,;、.]+$/u;

/** The good rows of 利用者, and what is wrong with the others. */
export function readPeople(rows: TableRows<typeof registryTables.people>): {
  readonly people: readonly RegisteredPerson[];
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const people: RegisteredPerson[] = [];
  for (const { row, values } of rows.accepted) {
    const refuse = (column: string, code: FindingCode, parts: Omit<FindingParts, 'code'> = {}) =>
      findings.push(createFinding(placeIn(rows.found, row, column), { ...parts, code }));
    const address = values.address.normalize('NFKC').toLowerCase();
    if (!emailAddress.test(address)) {
      refuse('address', 'person/not-an-address');
      continue;
    }
    const role = known(values.role);
    if (role === null) continue;
    const prefecture = known(values.prefecture);
    const typed = known(values.municipality);
    const prefectureName = prefectures.find((one) => one.code === prefecture)?.ja ?? null;
    const code = typed === null ? null : completeMunicipalityCode({ typed, prefectureName });
    if (code?.outcome === 'problem') {
      refuse('municipality', code.problem.code, { ...code.problem, typed });
      continue;
    }
    const municipality = code?.outcome === 'value' ? (code.value as MunicipalityCode) : null;
    const place = placeOfRole({ role, municipality, prefecture: prefecture as PrefectureCode | null });
    if (place === 'no-municipality') refuse('municipality', 'person/without-municipality');
    else if (place === 'no-prefecture') refuse('prefecture', 'person/without-prefecture');
    else people.push({ row, address, kind: known(values.kind) ?? guessKind(address), role, ...place });
  }
  return { people, findings };
}

/** What belongs to a role; codes that do not are left out, so that nobody is given more than their role says. */
function placeOfRole({
  role,
  municipality,
  prefecture,
}: {
  readonly role: Role;
  readonly municipality: MunicipalityCode | null;
  readonly prefecture: PrefectureCode | null;
}): Pick<RegisteredPerson, 'municipality' | 'prefecture'> | 'no-municipality' | 'no-prefecture' {
  switch (role) {
    case 'office':
    case 'municipality':
      return municipality === null ? 'no-municipality' : { municipality, prefecture: null };
    case 'prefecture':
      return prefecture === null ? 'no-prefecture' : { municipality: null, prefecture };
    case 'administrator':
      return { municipality: null, prefecture: null };
    default:
      return role satisfies never;
  }
}

function guessKind(address: string): RegisteredPerson['kind'] {
  return /@googlegroups\.com$|^(?:ml|group|all)[-._]|[-._](?:ml|group|all|members|team)@/.test(address)
    ? 'group'
    : 'person';
}
