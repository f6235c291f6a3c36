/** Everything that is wrong now, from what runs left in the store. Pure. */
import { describeFailure, type FindingMessage, findingMessages } from '#sheets-schema';
import { tellingMessages } from '#sheets-schema/vocabulary/messages/telling.ts';
import { prefectures } from '#sheets-schema/vocabulary/prefectures.ts';
import { dayInJapan } from '../domain/calendar.ts';
import type { RegistryProblem, RunRecord, RunStatus } from '../publish/run-status.ts';
import { fill } from './fill.ts';
import { plain, plainFacts } from './plain.ts';
import { judgeHealth } from './run-health.ts';
import { channelKey, type Trouble, trouble, troubleKinds } from './trouble.ts';
import { findUpkeepTroubles, type Upkeep } from './upkeep.ts';

/** What is known of a workbook's people. */
export interface WorkbookPlace {
  readonly municipalityName: string | null;
  readonly office: string | null;
  readonly registryRow: number | null;
}

/** What troubles are found in. */
export interface Situation {
  readonly status: RunStatus | null;
  /** Newest first. */
  readonly runs: readonly RunRecord[];
  readonly now: Date;
  readonly expectedMinutes: number | null;
  /** Since when somebody watches; before any run, it counts as the last one. `null`: nobody has watched before. */
  readonly watchedSince: string | null;
  /** By id of the workbook. */
  readonly places: ReadonlyMap<string, WorkbookPlace>;
  /** What is done beside runs. */
  readonly upkeep: Upkeep;
  /** Receivers that could not be reached the last times, by name, with since when. */
  readonly brokenChannels: readonly { readonly name: string; readonly since: string }[];
}

type Hold = NonNullable<RunStatus['workbooks'][number]['hold']>;

/** Reasons that mostly are gone with the next run. */
const passing: ReadonlySet<string> = new Set([
  'workbook/busy',
  'workbook/broken-answer',
  'workbook/answer-failed',
  'google/busy',
  'google/broken',
  'file/locked',
  'file/changing',
  'file/answer-locked',
]);
/** Somebody set the workbook aside on purpose. */
const onPurpose = 'workbook/inactive';

/** The weightiest kinds first; of one kind, what lasts longest first. */
export function findTroubles(situation: Situation): readonly Trouble[] {
  return [
    ...findRunTroubles(situation),
    ...findWorkbookTroubles(situation),
    ...findWithheld(situation.runs),
    ...findRegistryTroubles(situation.runs),
    ...findUpkeepTroubles(situation.upkeep, dayInJapan(situation.now)),
    ...situation.brokenChannels.map(({ name, since }) =>
      trouble({ key: channelKey(name), kind: 'channel', since, facts: { channel: { ja: name, en: name } } }),
    ),
  ].toSorted(
    (one, other) =>
      troubleKinds.indexOf(one.kind) - troubleKinds.indexOf(other.kind) ||
      compare(one.since, other.since) ||
      compare(one.key, other.key),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function findRunTroubles({ runs, status, now, expectedMinutes, watchedSince }: Situation): readonly Trouble[] {
  const ranAt = status?.ranAt ?? null;
  const hasRun = ranAt !== null || runs.length > 0;
  const health = judgeHealth({ runs, ranAt: hasRun ? ranAt : watchedSince, now, expectedMinutes });
  if (health.since === null) return [];
  if (health.status === 'late')
    return [trouble({ key: 'late', kind: 'late', since: health.since, facts: { count: expectedMinutes ?? 0 } })];
  const [last] = runs;
  return [
    trouble({
      key: 'failing',
      kind: 'failing',
      since: health.since,
      reason: last === undefined ? null : sayCause(last),
      facts: { count: health.failedRuns },
    }),
  ];
}

/** What an error of a library says stays in the log and on the page: it may hold addresses and paths. */
function sayCause({ cause, run }: RunRecord): Trouble['reason'] {
  if (cause === null || cause.code === null) return fill(tellingMessages.seeLog, { run });
  return sayFailure(cause.code, cause.facts);
}

function sayFailure(code: string, facts: Readonly<Record<string, string | number>>): NonNullable<Trouble['reason']> {
  const named = plainFacts(facts);
  return { ja: describeFailure(code, named, 'ja'), en: describeFailure(code, named, 'en') };
}

function findWorkbookTroubles({ status, places }: Situation): readonly Trouble[] {
  return (status?.workbooks ?? []).flatMap((one) => {
    const place = places.get(one.workbook);
    const workbook: Trouble['workbook'] = {
      id: one.workbook,
      name: plain(one.name),
      municipality: one.municipality,
      municipalityName: nameOrNull(place?.municipalityName),
      office: nameOrNull(place?.office),
      address: one.address?.startsWith('https://') === true ? one.address : null,
      registryRow: place?.registryRow ?? null,
      keepsFigures: one.keepsFigures,
    };
    const found = (kind: 'held' | 'asked' | 'unanswered', hold: Hold | null) =>
      hold === null || hold.code === onPurpose
        ? []
        : [
            trouble({
              key: `${kind === 'asked' ? 'held' : kind}:${one.workbook}`,
              kind,
              since: hold.since,
              workbook,
              reason: sayFailure(hold.code, hold.facts),
              mayPass: passing.has(hold.code),
            }),
          ];
    // これで正しいですか: nothing need be wrong with it.
    const held = one.hold?.code.startsWith('guard/') === true ? 'asked' : 'held';
    return [...found(held, one.hold), ...found('unanswered', one.answerTrouble)];
  });
}

function nameOrNull(name: string | null | undefined): string | null {
  return name === null || name === undefined || name === '' ? null : plain(name);
}

/** Runs that came to their end, since one that failed says nothing of audiences and the registry. */
function endedRuns(runs: readonly RunRecord[]): readonly RunRecord[] {
  return runs.filter(({ outcome }) => outcome !== 'failed');
}

/** The end of the first of the latest runs of which all have it. */
function sinceWhen(runs: readonly RunRecord[], hasIt: (run: RunRecord) => boolean): string {
  const without = runs.findIndex((run) => !hasIt(run));
  return (without === -1 ? runs.at(-1) : runs[without - 1])?.endedAt ?? '';
}

function findWithheld(records: readonly RunRecord[]): readonly Trouble[] {
  const runs = endedRuns(records);
  return (runs[0]?.withheld ?? []).map((audience) =>
    trouble({
      key: `withheld:${audience}`,
      kind: 'withheld',
      since: sinceWhen(runs, ({ withheld }) => withheld.includes(audience)),
      facts: { audience: nameAudience(audience) },
    }),
  );
}

function nameAudience(audience: string): { readonly ja: string; readonly en: string } {
  const [, code = ''] = /^prefecture:(\d{2})$/.exec(audience) ?? [];
  if (code === '') return tellingMessages.audiencePublic;
  const named = prefectures.find((prefecture) => prefecture.code === code);
  return {
    ja: tellingMessages.audiencePrefecture.ja.replace('{name}', named?.ja ?? code),
    en: tellingMessages.audiencePrefecture.en.replace('{name}', named?.ja ?? code),
  };
}

function findRegistryTroubles(records: readonly RunRecord[]): readonly Trouble[] {
  const runs = endedRuns(records);
  const problems = runs[0]?.registry ?? [];
  const rows = problems.filter(({ kind }) => kind === 'row');
  const unread = problems.filter(({ kind }) => kind === 'unread');
  return [
    ...unread.map((problem) =>
      trouble({
        key: `registry-unread:${problem.code}:${problem.tab ?? ''}`,
        kind: 'registry-unread',
        since: sinceWhen(runs, ({ registry }) =>
          registry.some(({ code, tab }) => code === problem.code && tab === problem.tab),
        ),
        reason: sayFailure(problem.code, { file: '登録簿', ...problem.facts }),
      }),
    ),
    ...(rows.length === 0
      ? []
      : [
          trouble({
            key: 'registry-rows',
            kind: 'registry-rows',
            since: sinceWhen(runs, ({ registry }) => registry.some(({ kind }) => kind === 'row')),
            reason: sayRows(rows),
          }),
        ]),
  ];
}

const rowsNamed = 5;

function sayRows(rows: readonly RegistryProblem[]): NonNullable<Trouble['reason']> {
  const messages: Readonly<Record<string, FindingMessage | undefined>> = findingMessages;
  const named = rows.slice(0, rowsNamed).map(({ tab, row, code }) => {
    const title = messages[code]?.title ?? { ja: code, en: code };
    const place = { tab: plain(tab ?? '登録'), row: row ?? '' };
    return {
      ja: fill(tellingMessages.registryRow, { ...place, title: title.ja }).ja,
      en: fill(tellingMessages.registryRow, { ...place, title: title.en }).en,
    };
  });
  const more = rows.length > rowsNamed ? [fill(tellingMessages.more, { count: rows.length - rowsNamed })] : [];
  const said = [...named, ...more];
  return { ja: said.map(({ ja }) => ja).join(''), en: said.map(({ en }) => en).join(' ') };
}
