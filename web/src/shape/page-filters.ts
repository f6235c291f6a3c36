/** Which filters of the header a page uses; the others are not shown on it, but stay in the address for the pages that do. */
import type { ViewName } from '../view-state.ts';

export type FilterName = 'period' | 'area' | 'pathway' | 'target';

const everything: readonly FilterName[] = ['period', 'area', 'pathway', 'target'];

/** 成果目標 and 市町村比較 have years of their own, which need not be those with figures. */
export const pageFilters: Readonly<Record<ViewName, readonly FilterName[]>> = {
  overview: everything,
  areas: everything,
  // Every pathway stands on the page itself.
  pathways: ['period', 'area', 'target'],
  targets: everything,
  support: everything,
  goals: [],
  compare: [],
  status: ['period'],
  glossary: [],
  health: [],
  audit: [],
};
