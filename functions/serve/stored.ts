/**
 * Hands out published objects: the stored bytes as they are, under their name as ETag, and `304` before anything is
 * read where the asker has them already. The one place where bytes get their type.
 */
import type { Context, TypedResponse } from 'hono';
import { sha256 } from 'hono/utils/crypto';
import type { ObjectName } from '../publish/release.ts';
import type { Published } from './published.ts';

/** A JSON answer whose body is known to be a `T`. */
export type Stored<T> = Response & TypedResponse<T, 200, 'json'>;

/** A release that was named never changes; without a name the browser asks again each time. Never kept by shared caches. */
function cacheControl(isPinned: boolean): string {
  return isPinned ? 'private, max-age=31536000, immutable' : 'private, no-cache';
}

/** Whether the asker already has the entity: weak comparison (RFC 9110, 13.1.2), since compression makes tags weak. */
export function isKnownToAsker(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((entry) => {
    const known = entry.trim();
    return known === '*' || known.replace(/^W\//, '') === `"${tag}"`;
  });
}

/** Answers with what `read` gives, unless the asker has the entity `tag` already. */
export async function answerTagged<T>(
  context: Context,
  answer: {
    readonly tag: string;
    readonly isPinned: boolean;
    readonly contentType: string;
    readonly read: () => Promise<Uint8Array | ReadableStream<Uint8Array>>;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Stored<T>> {
  const headers = new Headers({
    ...answer.headers,
    etag: `"${answer.tag}"`,
    'cache-control': cacheControl(answer.isPinned),
  });
  if (isKnownToAsker(context.req.header('if-none-match'), answer.tag))
    return new Response(null, { status: 304, headers }) as Stored<T>;
  const body = await answer.read();
  headers.set('content-type', answer.contentType);
  if (body instanceof Uint8Array) headers.set('content-length', String(body.byteLength));
  return new Response(body as BodyInit, { status: 200, headers }) as Stored<T>;
}

/** Answers with a stored object, byte for byte. */
export async function answerStored<T>(
  context: Context,
  object: { readonly published: Published; readonly name: ObjectName; readonly isPinned: boolean },
): Promise<Stored<T>> {
  return await answerTagged<T>(context, {
    tag: object.name,
    isPinned: object.isPinned,
    contentType: 'application/json; charset=utf-8',
    read: () => object.published.readBytes(object.name),
  });
}

/** Answers with a small object put together from published ones; its ETag is made from its content. */
export async function answerComposed<T>(context: Context, body: T, isPinned: boolean): Promise<Stored<T>> {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return await answerTagged<T>(context, {
    tag: (await sha256(bytes)) ?? '',
    isPinned,
    contentType: 'application/json; charset=utf-8',
    read: () => Promise.resolve(bytes),
  });
}
