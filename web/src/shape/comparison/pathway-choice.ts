/** What of a prefecture's pathways is published, and what of it the address asks for (経路別 of 市町村比較). */
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';

export type PublishedPathways = Pick<PrefectureIndex, 'slices' | 'shares' | 'prefecture' | 'years'>;

/** What of the address the table shows: '件数' or '構成比', and the pathway whose second level is open. */
export interface PathwayChoice {
  readonly values: 'count' | 'share';
  readonly open: string | null;
}

export const firstPathways = pathways.codes.filter(({ parent }) => parent === null).map(({ code }) => code);

export function partsOf(whole: string): readonly string[] {
  return pathways.codes.filter(({ parent }) => parent === whole).map(({ code }) => code);
}

/** The fiscal years of which a release holds counts by pathway. */
export function pathwayYears({ slices, prefecture, years }: PublishedPathways): readonly string[] {
  const isSaid = (code: string, year: number) => {
    const figure = slices[`N01|${prefecture.code}|${code}|all`]?.[year] ?? 'n';
    return figure !== 'u' && figure !== 'n';
  };
  return years.filter((_, year) => firstPathways.some((code) => isSaid(code, year)));
}

/** Whether it holds shares of them. */
export function hasShares({ shares = {} }: PublishedPathways): boolean {
  return Object.keys(shares).length > 0;
}

/** Whether the parts of a pathway are published. */
export function hasParts({ slices, prefecture }: PublishedPathways, whole: string): boolean {
  return partsOf(whole).some((code) => slices[`N01|${prefecture.code}|${code}|all`] !== undefined);
}

/** 'share', 'P04', 'share.P04' as the address says it; anything else is left out. */
export function readPathwayChoice(kind: string | null, index: PublishedPathways): PathwayChoice {
  const asked = (kind ?? '').split('.');
  return {
    values: asked.includes('share') && hasShares(index) ? 'share' : 'count',
    open: asked.find((code) => firstPathways.some((known) => known === code) && hasParts(index, code)) ?? null,
  };
}

export function printPathwayChoice({ values, open }: PathwayChoice): string | null {
  const parts = [...(values === 'share' ? ['share'] : []), ...(open === null ? [] : [open])];
  return parts.length === 0 ? null : parts.join('.');
}
