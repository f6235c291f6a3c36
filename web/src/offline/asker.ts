/** Whose figures are kept: what is the same of two sessions only if the same person asks with the same rights. */
import type { Session } from '#functions/publish/release.ts';

/**
 * Everything that a session says, but what a new release or a run changes. A field that is added to the session counts as
 * part of who asks until it is named here, so that a person's name or role can never be overlooked.
 */
export function askerOf(session: Session): string {
  const {
    format: _format,
    release: _release,
    publishedAt: _publishedAt,
    pollSeconds: _poll,
    held: _held,
    ranAt: _ranAt,
    expectedMinutes: _expected,
    ...who
  } = session;
  return JSON.stringify({
    ...who,
    municipalities: session.municipalities.map(({ code }) => code).toSorted(),
    prefectures: session.prefectures.map(({ code }) => code).toSorted(),
    // A session that an earlier build kept does not say it.
    publicPrefectures: ((session.publicPrefectures as Session['publicPrefectures'] | undefined) ?? [])
      .map(({ code }) => code)
      .toSorted(),
  });
}
