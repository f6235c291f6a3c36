/** Which requests the worker answers, and which objects the pages of one municipality need. Pure. */
import type { OfficeIndex, PrefectureIndex, Session } from '#functions/publish/release.ts';

/** page: the dashboard itself, whatever it shows. file: a hashed file of a build. object: a part of a named release. */
export type Asked =
  | { readonly kind: 'page' | 'file' | 'session' | 'other' }
  | { readonly kind: 'object'; readonly release: string };

/** What a request asks for; `other` is left to the browser. */
export function readAsked(request: { readonly method: string; readonly mode: string }, url: URL): Asked {
  const path = url.pathname;
  if (request.method !== 'GET') return { kind: 'other' };
  if (path === '/api/session') return { kind: 'session' };
  if (path.startsWith('/api/')) {
    const release = url.searchParams.get('release');
    return release === null || !isKept(path) ? { kind: 'other' } : { kind: 'object', release };
  }
  if (path.startsWith('/assets/')) return { kind: 'file' };
  return request.mode === 'navigate' && !/\.\w+$/.test(path) ? { kind: 'page' } : { kind: 'other' };
}

/** Rows stand for single cases (受付番号) and stay with the server; so do exports. */
function isKept(path: string): boolean {
  return !path.includes('/details/rows/') && !path.startsWith('/api/exports/');
}

/** An object by its address and its name, which is the same in two releases if the object is. */
export interface Wanted {
  readonly address: string;
  readonly name: string;
}

/** What a page asks the worker to keep. */
export interface KeepOrder {
  readonly kind: 'keep';
  readonly release: string;
  readonly municipality: string;
  readonly wanted: readonly Wanted[];
}

/** Whether a message is one that a page of ours sends. */
export function isKeepOrder(message: unknown): message is KeepOrder {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'keep';
}

/**
 * The objects that the pages of a municipality show, most needed first: what every page shows before anything is chosen,
 * then the choices (areas, pathways, targets). Whoever fetches them may stop anywhere. `comparison` is that of the prefecture, or
 * `null` for whoever may not see it.
 */
export function findWanted(
  index: OfficeIndex,
  who: Session,
  addressOf: (path: string) => string,
  comparison: PrefectureIndex['comparison'] | null,
): readonly Wanted[] {
  const { code, prefecture } = index.municipality;
  const own = `municipalities/${code}`;
  const wanted = (path: string, name: string | undefined): Wanted[] =>
    name === undefined ? [] : [{ address: addressOf(path), name }];
  const cut = (name: string) => wanted(`${own}/figures/${name}`, index.cuts[name]);
  // An index that an earlier version published has no details.
  const details = (index.details as OfficeIndex['details'] | undefined) ?? {};
  const detail = (name: string) => wanted(`${own}/details/${name}`, details[name]);
  const ownName = who.municipalities.find((place) => place.code === code)?.index;
  const prefectureName = who.prefectures.find((place) => place.code === prefecture);
  const first = [
    ...wanted(own, ownName),
    ...cut(`overview/${code}`),
    ...[`pathways/${code}`, `targets/${code}`, 'areas/all', `area/${code}`, 'division/all'].flatMap(cut),
    ...wanted(`${own}/goals`, index.goals),
    ...wanted(`${own}/findings`, index.findings),
    ...['corrections', `flow/${code}`, `people/${code}`, `support/${code}`].flatMap(detail),
    ...wanted(`prefectures/${prefecture}`, prefectureName?.index),
    ...wanted(`prefectures/${prefecture}/comparison`, comparison?.start),
    ...Object.entries(comparison?.measures ?? {}).flatMap(([measure, name]) =>
      wanted(`prefectures/${prefecture}/comparison/${measure}`, name),
    ),
  ];
  const others = [
    ...Object.keys(index.cuts).flatMap(cut),
    ...Object.keys(details)
      .filter((name) => !name.startsWith('rows/'))
      .flatMap(detail),
  ];
  return [...new Map([...first, ...others].map((one) => [one.address, one])).values()];
}
