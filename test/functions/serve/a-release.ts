/** A small release put into a store by hand: two municipalities of one prefecture. 架空のデータ except for the names. */
import { createHash } from 'node:crypto';
import type { ComparisonObject, MeasureComparison } from '#functions/publish/comparison.ts';
import type { CorrectionsObject, FlowObject, PeopleObject, SupportObject } from '#functions/publish/detail.ts';
import type {
  Cut,
  FindingsObject,
  GoalsObject,
  OfficeIndex,
  PrefectureIndex,
  PublicIndex,
  Release,
  ReleaseHistory,
} from '#functions/publish/release.ts';
import type { Store } from '#functions/world.ts';

export const himi = '162051';
export const funahashi = '163210';

/** Writes an object under its own name. */
export async function put(store: Store, object: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(object));
  const name = createHash('sha256').update(bytes).digest('hex');
  await store.putObject(name, bytes);
  return name;
}

/** A cut with one series. */
export function aCut(municipality: string, cut: string, figures: readonly number[]): Cut {
  return {
    format: 1,
    kind: 'cut',
    cut,
    municipality,
    periods: ['2018-04', 'FY2018Q1', 'FY2018'],
    series: { [`N01|${municipality}|all|all`]: figures },
  };
}

/** A flow with one case, nothing of people and support, and an empty ledger. */
async function putDetails(store: Store, municipality: string): Promise<OfficeIndex['details']> {
  const of = { format: 1, municipality, area: municipality, periods: {} } as const;
  const flow: FlowObject = {
    ...of,
    kind: 'flow',
    periods: {
      FY2018: {
        cases: 1,
        of: 1,
        pathways: [['P01', 1]],
        targets: [['T01', 1]],
        handovers: [['stays', 1]],
        pathwayTargets: [['P01', 'T01', 1]],
        targetHandovers: [['T01', 'stays', 1]],
        pathwayHandovers: [['P01', 'stays', 1]],
      },
    },
  };
  const people: PeopleObject = { ...of, kind: 'people' };
  const support: SupportObject = { ...of, kind: 'support' };
  const corrections: CorrectionsObject = { format: 1, kind: 'corrections', municipality, entries: [] };
  return {
    [`flow/${municipality}`]: await put(store, flow),
    [`people/${municipality}`]: await put(store, people),
    [`support/${municipality}`]: await put(store, support),
    corrections: await put(store, corrections),
  };
}

async function putOffice(store: Store, municipality: OfficeIndex['municipality'], figures: readonly number[]) {
  const goals: GoalsObject = { format: 1, kind: 'goals', municipality: municipality.code, goals: [] };
  const findings: FindingsObject = { format: 1, kind: 'findings', municipality: municipality.code, workbooks: [] };
  const cuts = [`area/${municipality.code}`, 'division/all', 'division/P04'];
  const index: OfficeIndex = {
    format: 1,
    kind: 'office',
    audience: `office:${municipality.code}`,
    asOf: '2026-11-20',
    municipality,
    sources: [],
    profile: { inhabitants: 47_992, households: null, elderly: null, children: null, populationAsOf: '2018-04-01' },
    areas: [],
    months: ['2018-04'],
    quarters: ['FY2018Q1'],
    years: ['FY2018'],
    dataUntil: '2018-04-30',
    offices: [
      {
        office: '社会福祉協議会',
        workbook: `${municipality.code}.xlsx`,
        fileName: `${municipality.code}.xlsx`,
        held: null,
        dataUntil: '2018-04-30',
        months: ['reported'],
        sources: {},
        late: [null],
        missing: {},
        rowsRead: 3,
        rowsAccepted: 2,
        errors: 1,
        notices: 0,
      },
    ],
    reports: { '2018-04': { due: 1, reported: 1 } },
    missing: {},
    monthsWithData: {},
    compared: {},
    cuts: Object.fromEntries(
      await Promise.all(
        cuts.map(async (cut) => [cut, await put(store, aCut(municipality.code, cut, figures))] as const),
      ),
    ),
    goals: await put(store, goals),
    findings: await put(store, findings),
    details: await putDetails(store, municipality.code),
    signals: [],
  };
  return await put(store, index);
}

/** Publishes a release whose every figure is `figure`, on top of those before. @returns its name */
export async function publishByHand(
  store: Store,
  {
    figure,
    publishedAt,
    isProtected = true,
  }: { readonly figure: number; readonly publishedAt: string; readonly isProtected?: boolean },
): Promise<string> {
  const toyama = { prefecture: '16', prefectureName: '富山県', isFictional: true };
  const figures = [figure, figure, figure];
  const comparison: ComparisonObject = {
    format: 1,
    kind: 'comparison',
    prefecture: { code: '16', name: '富山県' },
    asOf: '2026-11-20',
    periods: ['FY2018'],
    years: ['FY2018'],
    towns: [],
    classes: {},
    measures: {},
  };
  const measure: MeasureComparison = {
    format: 1,
    kind: 'comparedMeasure',
    prefecture: '16',
    measure: 'R06',
    unit: 'perHundredThousandMonth',
    guides: [],
    breaks: [],
    periods: [],
    trends: [],
  };
  const prefecture: PrefectureIndex = {
    format: 1,
    kind: 'prefecture',
    audience: 'prefecture:16',
    asOf: '2026-11-20',
    prefecture: { code: '16', name: '富山県' },
    years: ['FY2018'],
    municipalities: [himi, funahashi].map((code) => ({
      code,
      name: code,
      ...toyama,
      inhabitants: null,
      households: null,
      elderly: null,
      dataUntil: null,
      monthsWithData: {},
      goals: {},
    })),
    series: { [`N01|${himi}`]: [figure] },
    slices: { [`N01|${himi}|P04|all`]: [figure] },
    protection: { threshold: 5, zeros: 'shown', roundedTo: 1 },
    comparison: { start: await put(store, comparison), measures: { R06: await put(store, measure) } },
  };
  const everybodys: PublicIndex = {
    format: 1,
    kind: 'public',
    audience: 'public',
    asOf: '2026-11-20',
    prefectures: [{ code: '16', name: '富山県', index: await put(store, { ...prefecture, audience: 'public' }) }],
  };
  const audiences: Release['audiences'] = {
    [`office:${himi}`]: await putOffice(store, { code: himi, name: '氷見市', ...toyama }, figures),
    [`office:${funahashi}`]: await putOffice(store, { code: funahashi, name: '舟橋村', ...toyama }, figures),
    // Releases of earlier versions knew no protection.
    'prefecture:16': await put(store, isProtected ? prefecture : { ...prefecture, protection: undefined }),
    public: await put(store, everybodys),
  };
  const release: Release = { format: 1, asOf: '2026-11-20', rules: 1, audiences, municipalities: {}, workbooks: [] };
  const name = await put(store, release);
  const pointer = await store.readPointer('release');
  const before = pointer === null ? [] : (JSON.parse(pointer.content) as ReleaseHistory).releases;
  const history: ReleaseHistory = { format: 1, releases: [{ release: name, publishedAt }, ...before] };
  await store.movePointer('release', JSON.stringify(history), pointer?.version ?? null);
  return name;
}
