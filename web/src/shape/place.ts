/**
 * Whose figures are looked at: a municipality's own, or those of a prefecture's municipalities side by side, as its officers or as
 * everybody may see them. Pure.
 */
import type { Session } from '#functions/publish/release.ts';
import type { ViewState } from '../view-state.ts';
import { findHome } from './home.ts';

type Openable = Session['municipalities'][number];

/** A prefecture as somebody sees it: 'prefecture' for its officers, 'public' for everybody (公開). */
export interface PrefecturePlace {
  readonly code: string;
  readonly name: string;
  readonly audience: 'prefecture' | 'public';
}

export interface Place {
  readonly municipality: Openable | null;
  /** The prefecture of the municipality, or the one that is looked at; `null` where none may be opened. */
  readonly prefecture: PrefecturePlace | null;
}

/** What of a session a place is found from. */
export type Rights = Pick<Session, 'municipalities' | 'prefectures' | 'publicPrefectures'>;

/** What the address asks for: a municipality (six digits) or a prefecture (two), and whether as everybody sees it. */
export interface Asked {
  readonly code: string | null;
  readonly audience: string | null;
}

/** A prefecture by its code: as its officers see it where that may be opened, unless what everybody sees is asked for. */
export function findPrefecture(rights: Rights, code: string, audience: string | null): PrefecturePlace | null {
  const all = [
    ...rights.prefectures.map((each) => ({ code: each.code, name: each.name, audience: 'prefecture' as const })),
    ...rights.publicPrefectures.map((each) => ({ code: each.code, name: each.name, audience: 'public' as const })),
  ].filter((each) => each.code === code);
  return all.find((each) => each.audience === audience) ?? all[0] ?? null;
}

/** Prefectures that may be opened in one way or the other, by code. */
export function openPrefectures(rights: Rights): readonly { readonly code: string; readonly name: string }[] {
  const all = [...rights.prefectures, ...rights.publicPrefectures].map(({ code, name }) => [code, name] as const);
  return [...new Map(all)].map(([code, name]) => ({ code, name })).toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/**
 * @param home where somebody begins who may open municipalities; whoever may open none begins with a prefecture
 */
export function findPlace(rights: Rights, { code, audience }: Asked, home: string | null): Place {
  const named = (wanted: string | null) => rights.municipalities.find((each) => each.code === wanted);
  const asked = code === null ? null : findPrefecture(rights, code.slice(0, 2), audience);
  if (code?.length === 2 && asked !== null) return { municipality: null, prefecture: asked };
  const municipality = named(code) ?? named(home) ?? findHome(rights);
  if (municipality !== null)
    return { municipality, prefecture: asked ?? findPrefecture(rights, municipality.prefecture, audience) };
  const [first] = rights.prefectures.length > 0 ? rights.prefectures : rights.publicPrefectures;
  return {
    municipality,
    prefecture: asked ?? (first === undefined ? null : findPrefecture(rights, first.code, audience)),
  };
}

/** Whether an address named what is not shown. A comparison may be looked at from any municipality of its prefecture. */
export function isUnknown(
  { municipality, prefecture }: Place,
  asked: Pick<ViewState, 'municipality' | 'view'>,
): boolean {
  const { municipality: code, view } = asked;
  if (code === null || municipality?.code === code || prefecture?.code === code) return false;
  return view !== 'compare' || prefecture?.code !== code.slice(0, 2);
}

/** Where the objects of a prefecture lie below /api. */
export function prefecturePath({ code, audience }: PrefecturePlace): string {
  return audience === 'public' ? `public/prefectures/${code}` : `prefectures/${code}`;
}

/** Whose tidy facts (整然データ) can be taken along. */
export function exportAddress({
  municipality,
  prefecture,
}: Place): { readonly href: string; readonly name: string } | null {
  if (municipality !== null)
    return {
      href: `/api/exports/facts.csv?audience=office:${municipality.code}`,
      name: `kasanari-${municipality.code}.csv`,
    };
  if (prefecture === null) return null;
  const audience = prefecture.audience === 'public' ? 'public' : `prefecture:${prefecture.code}`;
  return {
    href: `/api/exports/facts.csv?audience=${audience}`,
    name: `kasanari-${audience.replace(':', '-')}.csv`,
  };
}
