/** Which workbook speaks for an office (報告機関) where several claim to, and which vanished ones were replaced. Pure. */
import { fold } from '#sheets-schema';
import type { Area } from '../domain/area.ts';
import type { MunicipalityCode, WorkbookId } from '../domain/codes.ts';
import type { WorkbookEntry } from '../world.ts';
import { isSameOffice } from './checks/check-profile.ts';
import type { Office } from './ingested.ts';
import type { OpenedWorkbook } from './tables/open-workbook.ts';

/** What is known of a workbook before its rows are checked. */
export interface Claim {
  readonly workbook: WorkbookId;
  readonly name: string;
  readonly office: Office;
  readonly fiscalYear: number | null;
  /** Areas as stated, accepted or not; `null` without a tab 圏域. */
  readonly areas: readonly Area[] | null;
  readonly isListed: boolean;
}

export interface Settled {
  /** The claims that count, in registered order. */
  readonly claims: readonly Claim[];
  /** Claims that another one shuts out: of two listed ones the later, and vanished ones that were replaced. */
  readonly shutOut: readonly { readonly claim: Claim; readonly by: Claim }[];
}

/** Two workbooks of one office count both only if they speak for different years (対象年度). */
export function settleOffices(claims: readonly Claim[]): Settled {
  const kept: Claim[] = [];
  const shutOut: { claim: Claim; by: Claim }[] = [];
  for (const claim of [...claims.filter((one) => one.isListed), ...claims.filter((one) => !one.isListed)]) {
    const by = kept.find((other) => isSameOffice(other.office, claim.office) && !speakForDifferentYears(other, claim));
    if (by === undefined) kept.push(claim);
    else shutOut.push({ claim, by });
  }
  return { claims: kept, shutOut };
}

function speakForDifferentYears(one: Claim, other: Claim): boolean {
  return one.fiscalYear !== null && other.fiscalYear !== null && one.fiscalYear !== other.fiscalYear;
}

/** What an opened workbook claims. */
export function claimOf({ id, name }: WorkbookEntry, { profile, areas }: OpenedWorkbook): Claim {
  const { office, fiscalYear } = profile;
  return { workbook: id, name, office, fiscalYear, areas: areas?.areas ?? null, isListed: true };
}

/** Whether an area is the municipality as a whole, by its code or one of the names that its workbooks give it. */
export function isMunicipality(
  members: readonly Claim[],
  municipality: MunicipalityCode,
  words: readonly string[],
): boolean {
  const own = new Set([municipality, ...members.map(({ office }) => office.municipalityName)].map(fold));
  return words.some((word) => own.has(fold(word)));
}
