/** Releases and what changed between them, in words for a terminal. Pure. */
import { dayInJapan } from '#functions/domain/calendar.ts';
import type { StoredFigure } from '#functions/domain/figure.ts';
import type { MovedFigure, MunicipalityChange } from '#functions/keep/compare-releases.ts';
import type { PruneResult } from '#functions/keep/prune.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';

/** So many figures of a municipality are printed; --json gives all. */
const figuresPrinted = 12;

const states = { u: '未報告 unreported', x: '秘匿 suppressed', n: 'なし none' } as const;
const names = new Map<string, string>(indicators.map(({ code, ja }) => [code, ja]));

/** 2026-11-21 19:10 (Japan). */
export function describeMoment(iso: string): string {
  const inJapan = new Date(Date.parse(iso) + 9 * 3_600_000).toISOString();
  return `${dayInJapan(new Date(iso))} ${inJapan.slice(11, 16)}`;
}

/** '2市町村・15件の数字 2 municipalities, 15 figures'. */
export function describeExtent(changes: readonly MunicipalityChange[]): string {
  const moved = changes.filter(({ change }) => change !== 'same');
  const figures = moved.reduce((sum, each) => sum + each.figures.length, 0);
  if (moved.length === 0) return '数字は同じ same figures';
  return `${moved.length}市町村・数字${figures}個 ${moved.length} municipalities, ${figures} figures`;
}

const kinds: Readonly<Record<MunicipalityChange['change'], string>> = {
  added: '新しく加わりました added',
  removed: 'なくなりました removed',
  changed: '数字が変わりました changed',
  same: '数字は同じです same figures',
  unreadable: '読めない公開版があります one of the two cannot be read',
};

export function describeChanges(changes: readonly MunicipalityChange[]): string {
  const lines = changes.flatMap((each) => {
    if (each.change === 'same' && each.corrections.length === 0) return [];
    const printed = each.figures.slice(0, figuresPrinted).map((figure) => `  ${describeFigure(figure)}`);
    const more = each.figures.length - printed.length;
    const corrected = each.corrections.reduce((sum, { changes: some, more: rest }) => sum + some.length + rest, 0);
    return [
      `${each.municipality}: ${kinds[each.change]}`,
      ...printed,
      ...(more > 0 ? [`  ほか${more}個（--json ですべて） ${more} more (all with --json)`] : []),
      ...(corrected > 0 ? [`  訂正の記録 ${corrected}件 ${corrected} corrections on record`] : []),
    ];
  });
  return `${[describeExtent(changes), ...lines].join('\n')}\n`;
}

function describeFigure({ indicator, area, period, before, after }: MovedFigure): string {
  const name = names.get(indicator) ?? '';
  return `${indicator} ${name} ${area} ${period}: ${describeStored(before)} → ${describeStored(after)}`;
}

function describeStored(figure: StoredFigure): string {
  return typeof figure === 'number' ? String(Math.round(figure * 1000) / 1000) : states[figure];
}

export function describePruned(
  { releasesKept, releasesDropped, objectsRemoved, objectsMissing }: PruneResult,
  isDryRun: boolean,
): string {
  const said = isDryRun
    ? `${releasesKept}版を残し、${releasesDropped}版と${objectsRemoved}個のファイルを消すことになります（まだ何もしていません）。 Would keep ${releasesKept} releases and remove ${releasesDropped} and ${objectsRemoved} objects; nothing is done yet.`
    : `${releasesKept}版を残し、${objectsRemoved}個のファイルを消しました。 ${releasesKept} releases kept, ${objectsRemoved} objects removed.`;
  const missing = `${objectsMissing}個のファイルが見つかりません。npm run store -- check で確かめてください。 ${objectsMissing} objects are missing: see npm run store -- check.`;
  return `${said}\n${objectsMissing > 0 ? `${missing}\n` : ''}`;
}
