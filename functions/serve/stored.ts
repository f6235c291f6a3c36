/**
 * Hands out published objects: the stored bytes as they are, under their name as ETag, and `304` before anything is
 * read where the asker has them already. The one place where bytes get their type.
 */
import type { Context, TypedResponse } from 'hono';
import { sha256 } from 'hono/utils/crypto';
import type { ObjectName } from '../publish/release.ts';
import { chooseEncoding, type PackedBytes } from './packed.ts';
import type { OpenRelease, Published } from './published.ts';
import type { RequestVariables } from './requests.ts';
import { describeStored, isKnownToAsker, jsonType } from './stored-headers.ts';

/** A JSON answer whose body is known to be a `T`. */
export type Stored<T> = Response & TypedResponse<T, 200, 'json'>;

/** Answers with what `read` gives, unless the asker has the entity `tag` already. */
export async function answerTagged<T>(
  context: Context,
  answer: {
    readonly tag: string;
    readonly isPinned: boolean;
    readonly contentType: string;
    readonly read: () => Promise<Uint8Array | ReadableStream<Uint8Array> | PackedBytes>;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Stored<T>> {
  const headers = new Headers({
    ...answer.headers,
    ...describeStored({ tag: answer.tag, isPinned: answer.isPinned, encoding: null }),
  });
  if (isKnownToAsker(context.req.header('if-none-match'), answer.tag))
    return new Response(null, { status: 304, headers }) as Stored<T>;
  const read = await answer.read();
  const body = 'encoding' in read ? read.bytes : read;
  if ('encoding' in read && read.encoding !== null) {
    headers.set('etag', `W/"${answer.tag}"`);
    headers.set('content-encoding', read.encoding);
  }
  headers.set('content-type', answer.contentType);
  if (body instanceof Uint8Array) headers.set('content-length', String(body.byteLength));
  return new Response(body as BodyInit, { status: 200, headers }) as Stored<T>;
}

/** Answers with a stored object, byte for byte or compressed, and remembers it for whoever asks for the same. */
export async function answerStored<T>(
  context: Context<RequestVariables>,
  {
    published,
    name,
    opened: { isPinned, version },
  }: {
    readonly published: Published;
    readonly name: ObjectName;
    readonly opened: Pick<OpenRelease, 'isPinned' | 'version'>;
  },
): Promise<Stored<T>> {
  const { visitor, known, packed } = context.var;
  const { method, url } = context.req;
  const { pathname, search } = new URL(url);
  if (version !== undefined) known?.remember(visitor, pathname + search, { name, isPinned, version });
  const encoding = method === 'HEAD' ? null : chooseEncoding(context.req.header('accept-encoding'));
  const read = async () => await published.readBytes(name);
  return await answerTagged<T>(context, {
    tag: name,
    isPinned,
    contentType: jsonType,
    read: encoding === null || packed === null ? read : async () => await packed.pack(name, encoding, read),
  });
}

/** Answers with a small object put together from published ones; its ETag is made from its content. */
export async function answerComposed<T>(context: Context, body: T, isPinned: boolean): Promise<Stored<T>> {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return await answerTagged<T>(context, {
    tag: (await sha256(bytes)) ?? '',
    isPinned,
    contentType: jsonType,
    read: () => Promise.resolve(bytes),
  });
}
