/**
 * What is shown ↔ the address, both ways, pure: a view is a link. Parameters stand in a fixed order and defaults are
 * left out, so that one view has one address. Whether a code exists is decided elsewhere (shape/selection.ts).
 */

import type { YearStyle } from '#sheets-schema/vocabulary/days.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';

/** The pages, in the order of the navigation. */
export const viewNames = [
  'overview',
  'areas',
  'pathways',
  'targets',
  'support',
  'goals',
  'compare',
  'status',
  'glossary',
] as const;
/** Pages of administrators, about no municipality. */
export const administratorViews = ['health', 'audit'] as const;
export type ViewName = (typeof viewNames)[number] | (typeof administratorViews)[number];

/** What is shown. `null` means the default: the first municipality, the newest fiscal year, everything. */
export interface ViewState {
  readonly view: ViewName;
  /** Municipality (six digits). */
  readonly municipality: string | null;
  /** '2024-04', 'FY2024Q1', 'FY2024'. */
  readonly period: string | null;
  readonly area: string | null;
  readonly pathway: string | null;
  readonly target: string | null;
  /** Which level of 経路 and 対象 is listed: 大分類 1, 小分類 2. */
  readonly level: 1 | 2;
  /** Which of the parallel divisions (分け方) is listed: a 圏域種別. */
  readonly division: string | null;
  readonly indicator: string | null;
  /** Which of its ways to look a page shows: 'months' or 'flow' of 経路別, 'issues' or 'cross' of 対象・課題別. */
  readonly show: string | null;
  /** Which goals or findings are listed: a state of 成果目標, 'error' or 'notice' of チェック結果. */
  readonly state: string | null;
  /** Of which 事業, reporting office (報告機関) and kind of finding. */
  readonly programme: string | null;
  readonly office: string | null;
  readonly kind: string | null;
  /** 市町村比較: the municipality whose peers (似た市町村) are shown, those chosen by hand ('992010,992028'), and the second measure (尺度). */
  readonly town: string | null;
  readonly peers: string | null;
  readonly against: string | null;
  /** 'public': a prefecture as everybody may see it (公開), for whoever may see more. */
  readonly audience: string | null;
  /** The figure that is shown as its table; 'table' for all of the page. */
  readonly table: string | null;
  /** The figure whose rows are listed (この数字の行), as shape/rows/rows-query.ts prints it. */
  readonly rows: string | null;
  /** Whether Japanese years are those of eras (元号) or Western (西暦). */
  readonly years: YearStyle;
  readonly language: Language;
}

/** Everything at its default. */
export const plainView: ViewState = {
  view: 'overview',
  municipality: null,
  period: null,
  area: null,
  pathway: null,
  target: null,
  level: 1,
  division: null,
  indicator: null,
  show: null,
  state: null,
  programme: null,
  office: null,
  kind: null,
  town: null,
  peers: null,
  against: null,
  audience: null,
  table: null,
  rows: null,
  years: 'eras',
  language: 'ja',
};

/** What belongs to one page alone; another page begins without it. */
const ofOnePage = {
  indicator: null,
  show: null,
  state: null,
  programme: null,
  office: null,
  kind: null,
  town: null,
  peers: null,
  against: null,
  table: null,
  rows: null,
} as const;

/** The view after a change; on another page, what belonged to the one before is left behind. */
export function changeView(before: ViewState, change: Partial<ViewState>): ViewState {
  const isOtherPage = change.view !== undefined && change.view !== before.view;
  return { ...before, ...(isOtherPage ? ofOnePage : {}), ...change };
}

/** An address as read: the view, and whether its page was one that exists. */
export interface ReadAddress {
  readonly state: ViewState;
  readonly isPageKnown: boolean;
}

/** Parameters that hold any text, in the order in which they are printed before and after `level`. */
const before = ['period', 'area', 'pathway', 'target'] as const;
const after = [
  'division',
  'indicator',
  'show',
  'state',
  'programme',
  'office',
  'kind',
  'town',
  'peers',
  'against',
  'audience',
] as const;

function isViewName(text: string): text is ViewName {
  return [...viewNames, ...administratorViews].some((name) => name === text);
}

/** '/162051/pathways?period=FY2024&lang=en'. */
export function printAddress(state: ViewState): string {
  const path = [state.municipality, state.view === 'overview' ? null : state.view].filter((part) => part !== null);
  const parameters = new URLSearchParams();
  for (const name of before) if (state[name] !== null) parameters.append(name, state[name]);
  if (state.level !== 1) parameters.append('level', String(state.level));
  for (const name of after) if (state[name] !== null) parameters.append(name, state[name]);
  if (state.table !== null) parameters.append('view', state.table);
  if (state.rows !== null) parameters.append('rows', state.rows);
  if (state.years !== 'eras') parameters.append('years', state.years);
  if (state.language !== 'ja') parameters.append('lang', state.language);
  const query = parameters.toString();
  return `/${path.join('/')}${query === '' ? '' : `?${query}`}`;
}

/** Reads any address; what it does not understand is left at its default. */
export function parseAddress(address: string): ReadAddress {
  const [path = '', query = ''] = address.split('?');
  const segments = path.split('/').filter((segment) => segment !== '');
  const municipality = /^\d{2,6}$/.test(segments[0] ?? '') ? (segments.shift() ?? null) : null;
  const page = segments[0] ?? 'overview';
  const parameters = new URLSearchParams(query);
  const text = (name: string) => parameters.get(name) || null;
  return {
    state: {
      view: isViewName(page) ? page : 'overview',
      municipality,
      period: text('period'),
      area: text('area'),
      pathway: text('pathway'),
      target: text('target'),
      level: parameters.get('level') === '2' ? 2 : 1,
      division: text('division'),
      indicator: text('indicator'),
      show: text('show'),
      state: text('state'),
      programme: text('programme'),
      office: text('office'),
      kind: text('kind'),
      town: text('town'),
      peers: text('peers'),
      against: text('against'),
      audience: parameters.get('audience') === 'public' ? 'public' : null,
      table: text('view'),
      rows: text('rows'),
      years: parameters.get('years') === 'western' ? 'western' : 'eras',
      language: parameters.get('lang') === 'en' ? 'en' : 'ja',
    },
    isPageKnown: isViewName(page) && segments.length <= 1,
  };
}
