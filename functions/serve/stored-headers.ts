/** What an answer with a stored object says of itself, whichever way it is given. */

export const jsonType = 'application/json; charset=utf-8';

/** What an answer depends on besides its address, said to every cache on the way. */
export const variesBy = 'Accept-Encoding, Authorization, Cookie, X-Goog-IAP-JWT-Assertion';

/** A release that was named never changes; without a name the browser asks again each time. Never kept by shared caches. */
function cacheControl(isPinned: boolean): string {
  return isPinned ? 'private, max-age=31536000, immutable' : 'private, no-cache';
}

/** @param answer `encoding` is that of compressed bytes, whose tag is a weak one: they stand for the same as the plain ones */
export function describeStored({
  tag,
  isPinned,
  encoding,
}: {
  readonly tag: string;
  readonly isPinned: boolean;
  readonly encoding: string | null;
}): Readonly<Record<string, string>> {
  const fields = { etag: `"${tag}"`, 'cache-control': cacheControl(isPinned) };
  return encoding === null ? fields : { ...fields, etag: `W/"${tag}"`, 'content-encoding': encoding };
}

/** Whether the asker already has the entity: weak comparison (RFC 9110, 13.1.2), since compression makes tags weak. */
export function isKnownToAsker(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((entry) => {
    const known = entry.trim();
    return known === '*' || known.replace(/^W\//, '') === `"${tag}"`;
  });
}
