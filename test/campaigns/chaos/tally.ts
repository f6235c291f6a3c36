/** What many runs of the campaign came to, and how it is printed. */
import { actionKinds } from './accident.ts';
import { faultKinds } from './faults.ts';
import type { ChaosResult } from './one-run.ts';

export interface Tally {
  runs: number;
  calls: number;
  releases: number;
  sameReleases: number;
  readonly modes: Map<string, number>;
  readonly counts: Map<string, number>;
  readonly actions: Map<string, number>;
  readonly told: Map<string, number>;
  readonly failed: ChaosResult[];
}

export function createTally(): Tally {
  return {
    runs: 0,
    calls: 0,
    releases: 0,
    sameReleases: 0,
    modes: new Map(),
    counts: new Map(),
    actions: new Map(),
    told: new Map(),
    failed: [],
  };
}

export function addToTally(tally: Tally, result: ChaosResult): void {
  tally.runs += 1;
  tally.calls += result.calls;
  tally.releases += result.releases;
  if (result.isSameRelease) tally.sameReleases += 1;
  addTo(tally.modes, new Map([[result.mode, 1]]));
  addTo(tally.counts, result.counts);
  addTo(tally.actions, result.actions);
  addTo(tally.told, result.told);
  if (result.wrong.length > 0) tally.failed.push(result);
}

function addTo(total: Map<string, number>, counts: ReadonlyMap<string, number>): void {
  for (const [name, count] of counts) total.set(name, (total.get(name) ?? 0) + count);
}

export function describeTally(tally: Tally): string {
  const faults = [...tally.counts].reduce((sum, [, count]) => sum + count, 0);
  const ofKind = (kind: string) => {
    const places = [...tally.counts].flatMap(([key, count]) =>
      key.endsWith(` ${kind}`) ? [[key.split(' ')[0] ?? '', count] as const] : [],
    );
    const sum = places.reduce((total, [, count]) => total + count, 0);
    return `  ${String(sum).padStart(7)}  ${kind} (${places.map(([place, count]) => `${place} ${count}`).join(', ')})`;
  };
  const lines = [
    `通し runs: ${tally.runs} (${[...tally.modes].map(([mode, count]) => `${mode} ${count}`).join(', ')}), 呼び出し calls: ${tally.calls}, 公開 releases: ${tally.releases}`,
    `起こした障害 faults: ${faults}`,
    ...faultKinds.map(ofKind),
    'そのほかに what else happened',
    ...actionKinds.map((what) => `  ${String(tally.actions.get(what) ?? 0).padStart(7)}  ${what}`),
    '知らされ方 how failures were told',
    ...[...tally.told].map(([how, count]) => `  ${String(count).padStart(7)}  ${how}`),
    `最後に守られなかったもの runs that ended wrong: ${tally.failed.length}`,
    ...tally.failed.map(describeFailed),
  ];
  return `${lines.join('\n')}\n`;
}

/** With what makes it happen again. */
function describeFailed({ seed, wrong, faults }: ChaosResult): string {
  const happened = faults.map(
    ({ call, operation, kind, subject }) => `${call} ${operation} ${kind} ${subject.slice(0, 24)}`,
  );
  return `  --from ${seed} --runs 1: ${wrong.join('; ')}\n    ${happened.join('\n    ')}`;
}
