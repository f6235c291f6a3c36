/** The steps of the doctor as data: what each needs, and what came of it. A step whose need is not met is not asked at all. */
import type { CredentialsCode } from '#sheets-schema/vocabulary/messages/credentials.ts';
import {
  type DoctorCode,
  type DoctorOutcome,
  type DoctorStep,
  doctorSteps,
} from '#sheets-schema/vocabulary/messages/doctor.ts';

export type Facts = Readonly<Record<string, string | number>>;

/** A sentence of the catalogue with what it is filled with. */
export interface Remark {
  readonly code: DoctorCode | CredentialsCode;
  readonly facts: Facts;
}

/** What came of one step. */
export interface Found extends Remark {
  readonly outcome: DoctorOutcome;
  /** What it is about in particular: workbooks, rows of the registry. */
  readonly remarks: readonly Remark[];
}

export interface Check {
  readonly step: DoctorStep;
  /** Steps without which this one can say nothing. */
  readonly needs: readonly DoctorStep[];
  readonly ask: () => Promise<Found>;
}

export interface Told extends Found {
  readonly step: DoctorStep;
}

export function well(code: DoctorCode, facts: Facts = {}, remarks: readonly Remark[] = []): Found {
  return { outcome: 'well', code, facts, remarks };
}

export function trouble(code: Remark['code'], facts: Facts = {}, remarks: readonly Remark[] = []): Found {
  return { outcome: 'trouble', code, facts, remarks };
}

export function unneeded(code: DoctorCode): Found {
  return { outcome: 'unneeded', code, facts: {}, remarks: [] };
}

export function unchecked(code: DoctorCode, facts: Facts = {}): Found {
  return { outcome: 'unchecked', code, facts, remarks: [] };
}

/** Asks one after the other. */
export async function runChecks(checks: readonly Check[]): Promise<readonly Told[]> {
  const told = new Map<DoctorStep, Told>();
  for (const { step, needs, ask } of checks) {
    const cause = needs.map((need) => told.get(need)).find((need) => need !== undefined && isInTheWay(need));
    told.set(step, { step, ...(cause === undefined ? await ask() : leftOut(cause)) });
  }
  return [...told.values()];
}

function isInTheWay({ outcome, code }: Told): boolean {
  return outcome === 'trouble' || code === 'unchecked/earlier';
}

/** Names the step that is to be mended, not the one that had to be left out for it. */
function leftOut(cause: Told): Found {
  return cause.outcome === 'unchecked' ? unchecked('unchecked/earlier', cause.facts) : waitsFor(cause.step);
}

/** Left out until that step is mended. */
export function waitsFor(step: DoctorStep): Found {
  const { ja, en } = doctorSteps[step];
  return unchecked('unchecked/earlier', { stepJa: ja, stepEn: en });
}
