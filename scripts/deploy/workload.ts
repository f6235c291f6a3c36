/**
 * How much a month is for so many municipalities: what is known of our own programs (requests of a run, objects and bytes of a release) and
 * what is taken for granted of people. Every figure of the estimate comes from here.
 */
import { functionSpecs, schedules } from './functions.ts';
import type { prices } from './prices.ts';

/** What is taken for granted. Change it, and the estimate changes. */
export const assumed = {
  workbooksOfMunicipality: 4,
  workingDays: 22,
  /** Runs a working day in which a municipality is found changed. */
  changesADay: 6,
  /** Of the measured prefecture (60 municipalities, ten fiscal years): 7,848 objects, 1.5 GB. */
  objectsOfMunicipality: 131,
  gibOfMunicipality: 0.025,
  /** Written anew by one change: the views of the year that is being typed, and of all years. */
  shareOfObjectsChanged: 1 / 3,
  /** Seconds of one workbook: reading, checking, answering. */
  secondsOfWorkbook: 2,
  /** Seconds of one changed municipality in a release, and of one that is taken over (two requests). */
  secondsOfChanged: 2,
  secondsTakenOver: 0.06,
  /** Seconds of a release besides, with the protection of small numbers. */
  secondsOfRelease: 5,
  /** Opened pages a municipality and month, and what each asks for. */
  pagesOpened: 400,
  requestsOfPage: 4,
  gibOfPage: 0.000_12,
  /** Copies that are kept: one a day for 90 days, one a month for ten years, and 30 days of what was overwritten. */
  daysKept: 90,
  monthsKept: 120,
  daysOfVersions: 30,
  secrets: 3,
} as const;

/** Requests of 30 ms, 32 at a time. */
const secondsOfState = 0.03 / 32;
/** From 7 to 20 o'clock on six days every ten minutes, and every hour. */
const plansAMonth = 13 * 6 * 26 + 24 * 30;
const tellsAMonth = 13 * 30;
/** Every minute, thirty seconds long since it looks twice. */
const peopleCalls = 60 * 24 * 30;
const secondsOfPeople = 31;

export type Quantities = Readonly<Record<keyof typeof prices, { readonly amount: number; readonly how: string }>>;

export function estimateMonth(municipalities: number): Quantities {
  const m = municipalities;
  const a = assumed;
  const workbooks = m * a.workbooksOfMunicipality;
  const changes = m * a.changesADay * a.workingDays;
  const written = changes * a.objectsOfMunicipality * a.shareOfObjectsChanged;
  const seconds = {
    plan: plansAMonth * (2 + workbooks * secondsOfState),
    ingest: changes * (1 + a.secondsOfWorkbook),
    publish:
      plansAMonth * (a.secondsOfRelease + m * a.secondsTakenOver + workbooks * secondsOfState) +
      changes * a.secondsOfChanged,
    tell: tellsAMonth * 5,
    people: peopleCalls * secondsOfPeople,
    api: m * a.pagesOpened * a.requestsOfPage * 0.1,
  } as const;
  const sumOf = (size: (spec: (typeof functionSpecs)[number]) => number) =>
    functionSpecs.reduce((sum, spec) => sum + (seconds[spec.name as keyof typeof seconds] ?? 0) * size(spec), 0);
  const copies = a.daysKept * a.shareOfObjectsChanged + a.monthsKept * a.shareOfObjectsChanged + 1;
  const overwritten = (written / a.objectsOfMunicipality) * a.gibOfMunicipality;
  const requests = plansAMonth * 2 + changes + peopleCalls + tellsAMonth + m * a.pagesOpened * a.requestsOfPage;
  const n = (value: number) => Math.round(value).toLocaleString('en');
  return {
    cpuSeconds: {
      amount: sumOf(({ cpu }) => Number(cpu)),
      how: `plan ${n(seconds.plan)}, ingest ${n(seconds.ingest)}, publish ${n(seconds.publish)}, people ${n(seconds.people)} × 0.333, api ${n(seconds.api)}`,
    },
    gibSeconds: { amount: sumOf(gibOf), how: 'the same seconds × memory (1, 2, 2, 0.5, 0.5 GiB)' },
    requests: {
      amount: requests,
      how: `${n(plansAMonth)} plans and releases, ${n(changes)} ingests, ${n(peopleCalls)} people, pages`,
    },
    egressGib: {
      amount: m * a.pagesOpened * a.gibOfPage,
      how: `${n(m * a.pagesOpened)} pages × ${a.gibOfPage * 1024 * 1024} KB`,
    },
    storedGib: {
      amount: m * a.gibOfMunicipality * copies + overwritten,
      how: `${n(m)} × ${a.gibOfMunicipality} GiB × ${n(copies)} copies' worth, and 30 days of earlier versions`,
    },
    operationsA: {
      amount: written + changes * 8 + plansAMonth * 12,
      how: `${n(changes)} changes × ${n(a.objectsOfMunicipality * a.shareOfObjectsChanged)} objects, states and pointers`,
    },
    operationsB: {
      amount:
        plansAMonth * (workbooks * 2 + m * 3) + written * 1.5 + peopleCalls * 3 + m * a.pagesOpened * a.requestsOfPage,
      how: `${n(plansAMonth)} runs × (${n(workbooks)} states × 2 + ${n(m)} × 3), written ones looked for, people, pages`,
    },
    tasks: { amount: changes + plansAMonth * 2, how: `${n(changes)} ingests, ${n(plansAMonth)} releases` },
    jobs: { amount: schedules.length, how: schedules.map(({ name }) => name).join(', ') },
    secretVersions: { amount: a.secrets, how: 'session, client, mail' },
    hostingGib: { amount: m * a.pagesOpened * a.gibOfPage * 0.3, how: 'first visits load the dashboard, 85 KB' },
  };
}

function gibOf({ memory }: { readonly memory: string }): number {
  return memory.endsWith('Gi') ? Number.parseFloat(memory) : Number.parseFloat(memory) / 1024;
}
