/**
 * What is to be true once it is quiet again: the release is that of the same workbooks taken in once, without any trouble, by a store
 * without a past; and so is what stands in them.
 */
import { createAnswerableWorkbooks } from '../../../functions/adapters/memory/answerable.ts';
import { createMemoryStore } from '../../../functions/adapters/memory/store.ts';
import { dayInJapan } from '../../../functions/domain/calendar.ts';
import type { RegisteredProtection } from '../../../functions/domain/registration.ts';
import { ingestWorkbooks } from '../../../functions/ingest/ingest.ts';
import { checkStore } from '../../../functions/keep/check-store.ts';
import { planRun } from '../../../functions/plan/plan.ts';
import { canonicalJson } from '../../../functions/publish/canonical.ts';
import type { Cut, Release } from '../../../functions/publish/release.ts';
import type { RunStatus } from '../../../functions/publish/run-status.ts';
import { type RunWorld, runOnce } from '../../../functions/run.ts';
import type { SheetGrid, Store } from '../../../functions/world.ts';
import { silentLog } from '../../builders/ingest.ts';
import { registered, withoutAnswers } from './towns.ts';

type Workbooks = ReturnType<typeof createAnswerableWorkbooks>;

interface End {
  readonly store: Store;
  readonly workbooks: Workbooks;
}

export async function checkEnd({
  store,
  workbooks,
  clock,
  isRegistered,
  protections,
  isCompared,
}: End & {
  /** Whether to publish the same workbooks once more, without a past, and to compare every figure; else only what was taken in. */
  readonly isCompared: boolean;

  readonly clock: RunWorld['clock'];
  readonly isRegistered: boolean;
  readonly protections: readonly RegisteredProtection[];
}): Promise<{
  wrong: readonly string[];
  isSameRelease: boolean;
}> {
  const names = (await workbooks.source.list()).map(({ id }) => id);
  const clean = createAnswerableWorkbooks(
    names.map((id) => ({ id, grids: withoutAnswers(workbooks.gridsOf(id)) })),
    clock,
  );
  const source: RunWorld['source'] = {
    ...clean.source,
    list: async () =>
      (await clean.source.list()).map(
        (entry) => ({ ...entry, ...(isRegistered ? { municipality: registered[entry.id] } : {}) }) as typeof entry,
      ),
  };
  const plain: End = { store: createMemoryStore(clock), workbooks: clean };
  const world = { source, feedback: clean.feedback, store: plain.store, clock, log: silentLog };
  if (isCompared) await runOnce({ ...world, protections: () => protections });
  else await takeInAll(world);
  const [name, wanted] = [await currentRelease(store), await currentRelease(plain.store)];
  return {
    wrong: [
      ...(isCompared ? await compareReleases(store, plain.store) : await compareTakenIn(store, plain.store)),
      ...(await compareStatus(store)),
      ...names.flatMap((id) => compareAnswers(workbooks.gridsOf(id), clean.gridsOf(id))),
      ...(await findDuplicates(store)),
      ...(isCompared ? (await checkStore(store)).troubles : []).map(
        ({ kind, name: object }) => `store: ${kind} ${object.slice(0, 12)}`,
      ),
      ...(await store.listPointers('open-work/')).map(() => 'work is still open'),
    ],
    isSameRelease: name === wanted,
  };
}

async function takeInAll({
  clock,
  ...world
}: RunWorld & { readonly feedback: NonNullable<RunWorld['feedback']> }): Promise<void> {
  const now = clock.now();
  const plan = await planRun({ ...world, today: dayInJapan(now) });
  await ingestWorkbooks({ ...world, plan, now, isTimeUp: () => false });
}

/** The published rows are those that are taken in without a past, byte for byte. */
async function compareTakenIn(store: Store, plain: Store): Promise<readonly string[]> {
  const release = await readJson<Release>(store, await currentRelease(store));
  const published = new Map((release?.workbooks ?? []).map(({ workbook, object }) => [workbook, object]));
  const states = await Promise.all(
    (await plain.listPointers('workbooks/')).map(async (pointer) => await plain.readPointer(pointer)),
  );
  const wanted = states.map(
    (state) => JSON.parse(state?.content ?? '{}') as { workbook: string; ingested: string | null },
  );
  const isSame = wanted.every(({ workbook, ingested }) => ingested === (published.get(workbook) ?? null));
  return isSame && wanted.length >= published.size ? [] : ['other rows are published'];
}

async function readJson<Value>(store: Store, name: string | null | undefined): Promise<Value | null> {
  const bytes = name == null ? null : await store.readObject(name);
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as Value);
}

async function currentRelease(store: Store): Promise<string | null> {
  const pointer = await store.readPointer('release');
  if (pointer === null) return null;
  return (JSON.parse(pointer.content) as { releases: { release: string }[] }).releases[0]?.release ?? null;
}

/** The rows that were accepted, byte for byte; and every figure that does not tell when reports came (Q03), which a past changes. */
async function compareReleases(store: Store, plain: Store): Promise<readonly string[]> {
  const release = await readJson<Release>(store, await currentRelease(store));
  const wanted = await readJson<Release>(plain, await currentRelease(plain));
  if (release === null || wanted === null) return release === wanted ? [] : ['no release'];
  if (canonicalJson(release.workbooks) !== canonicalJson(wanted.workbooks)) return ['other rows are published'];
  const wrong: string[] = [];
  for (const audience of Object.keys(wanted.audiences)) {
    if (!audience.startsWith('office:')) continue;
    const [one, other] = [await cutsOf(store, release, audience), await cutsOf(plain, wanted, audience)];
    if (one !== other) wrong.push('other figures are published');
  }
  if (Object.keys(release.audiences).join() !== Object.keys(wanted.audiences).join()) wrong.push('other audiences');
  return wrong;
}

async function cutsOf(store: Store, release: Release, audience: string): Promise<string> {
  const index = await readJson<{ cuts: Record<string, string> }>(store, release.audiences[audience]);
  const cuts: unknown[] = [];
  for (const [place, name] of Object.entries(index?.cuts ?? {}).toSorted()) {
    const cut = await readJson<Cut>(store, name);
    cuts.push([place, JSON.parse(JSON.stringify(cut, (key, value: unknown) => (key === 'Q03' ? undefined : value)))]);
  }
  return canonicalJson(cuts);
}

/** Nobody is held or unanswered any more. */
async function compareStatus(store: Store): Promise<readonly string[]> {
  const pointer = await store.readPointer('status');
  const status = pointer === null ? null : (JSON.parse(pointer.content) as RunStatus);
  if (status === null) return ['no status'];
  return status.workbooks.flatMap(({ hold, answerTrouble }) => [
    ...(hold === null ? [] : [`still held: ${hold.code}`]),
    ...(answerTrouble === null ? [] : [`still unanswered: ${answerTrouble.code}`]),
  ]);
}

/** チェック結果 once, saying the same as it would without a past but for times and days; the same marks. */
function compareAnswers(grids: readonly SheetGrid[], wanted: readonly SheetGrid[]): readonly string[] {
  const tabs = grids.filter(({ tab }) => tab === 'チェック結果');
  const wantedTabs = wanted.filter(({ tab }) => tab === 'チェック結果');
  if (tabs.length !== wantedTabs.length) return [`${tabs.length} tabs チェック結果 in a workbook`];
  const said = (tab: SheetGrid | undefined) =>
    JSON.stringify(tab?.rows.map((row) => row.filter((cell) => !isTime(cell))));
  const marks = (all: readonly SheetGrid[]) =>
    JSON.stringify(
      all.map(({ id: tab, surface }) => [
        tab,
        [...(surface?.notes ?? [])].toSorted(),
        [...(surface?.backgrounds ?? [])].toSorted(),
      ]),
    );
  const lines = (tabs[0]?.rows ?? []).map((row) => JSON.stringify(row)).filter((line) => line.length > 30);
  return [
    ...(said(tabs[0]) === said(wantedTabs[0]) ? [] : [`チェック結果 says otherwise in a workbook`]),
    ...(marks(grids) === marks(wanted) ? [] : ['other marks in a workbook']),
    ...(new Set(lines).size === lines.length ? [] : [`a finding stands twice in チェック結果`]),
  ];
}

function isTime(cell: unknown): boolean {
  return (
    (typeof cell === 'object' && cell !== null && 'serial' in cell) ||
    (typeof cell === 'string' && /[0-9]{1,2}[:時][0-9]{2}/.test(cell))
  );
}

/** No finding twice in what is stored of a workbook, nor among the days since when they are open. */
async function findDuplicates(store: Store): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const pointer of await store.listPointers('workbooks/')) {
    const state = JSON.parse((await store.readPointer(pointer))?.content ?? '{}') as {
      ingested?: string;
      firstSeen?: string;
    };
    for (const name of [state.ingested, state.firstSeen]) {
      const findings = (await readJson<{ findings: unknown[] }>(store, name))?.findings ?? [];
      if (new Set(findings.map(canonicalJson)).size !== findings.length) wrong.push('a finding is stored twice');
    }
  }
  return wrong;
}
