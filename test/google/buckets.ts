/** Cloud Storage's objects: get, insert, list and delete, with generations as preconditions. */
import { invalid, json, refusal } from './answers.ts';
import { readMask } from './discovery/check.ts';
import { storageDocument } from './discovery/document.ts';
import { selectFields } from './fields.ts';

interface StoredObject {
  readonly bytes: Uint8Array;
  readonly generation: string;
  readonly contentType: string;
  readonly writtenAt: string;
}

/** One bucket per name; all exist. `pageSize` is small, so that every listing has to turn pages. */
export function createBuckets(pageSize = 3) {
  const objects = new Map<string, StoredObject>();
  let generations = 1_700_000_000_000_000;

  const describe = (bucket: string, name: string, object: StoredObject) => ({
    kind: 'storage#object',
    name,
    bucket,
    generation: object.generation,
    metageneration: '1',
    contentType: object.contentType,
    size: String(object.bytes.length),
    timeCreated: object.writtenAt,
    updated: object.writtenAt,
  });
  const holds = (current: StoredObject | undefined, query: URLSearchParams) => {
    const expected = query.get('ifGenerationMatch');
    return expected === null || expected === (current?.generation ?? '0');
  };
  const answer = (value: unknown, query: URLSearchParams, schema = 'Object') => {
    const mask = query.get('fields');
    const refuse = (path: string) => invalid(`Invalid field selection ${path}`, { reason: 'invalidParameter' });
    return json(mask === null ? value : selectFields(value, readMask(storageDocument, schema, mask, refuse)));
  };

  return {
    read(bucket: string, name: string, query: URLSearchParams): Response {
      const object = objects.get(`${bucket}/${name}`);
      if (object === undefined) return refusal(404, { message: `No such object: ${bucket}/${name}` });
      if (query.get('alt') !== 'media') return answer(describe(bucket, name, object), query);
      return new Response(Uint8Array.from(object.bytes), {
        headers: { 'content-type': object.contentType, 'x-goog-generation': object.generation },
      });
    },
    async insert(bucket: string, request: Request, query: URLSearchParams): Promise<Response> {
      const name = query.get('name');
      if (name === null || query.get('uploadType') !== 'media') return refusal(400);
      const bytes = new Uint8Array(await request.arrayBuffer());
      // From here on nothing waits: two requests never overtake each other between the check and the write.
      if (!holds(objects.get(`${bucket}/${name}`), query)) return refusal(412);
      generations += 1;
      const object = {
        bytes,
        generation: String(generations),
        contentType: request.headers.get('content-type') ?? 'application/octet-stream',
        writtenAt: new Date().toISOString(),
      };
      objects.set(`${bucket}/${name}`, object);
      return answer(describe(bucket, name, object), query);
    },
    list(bucket: string, query: URLSearchParams): Response {
      const prefix = query.get('prefix') ?? '';
      const found = [...objects]
        .flatMap(([path, object]) =>
          path.startsWith(`${bucket}/`) ? [{ name: path.slice(bucket.length + 1), object }] : [],
        )
        .filter(({ name }) => name.startsWith(prefix))
        .toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
      const start = Number(query.get('pageToken') ?? 0);
      const page = {
        kind: 'storage#objects',
        ...(start + pageSize < found.length ? { nextPageToken: String(start + pageSize) } : {}),
        // An empty page has no `items` at all.
        ...(found.length === 0
          ? {}
          : { items: found.slice(start, start + pageSize).map(({ name, object }) => describe(bucket, name, object)) }),
      };
      return answer(page, query, 'Objects');
    },
    remove(bucket: string, name: string, query: URLSearchParams): Response {
      const object = objects.get(`${bucket}/${name}`);
      if (object === undefined) return refusal(404);
      if (!holds(object, query)) return refusal(412);
      objects.delete(`${bucket}/${name}`);
      return new Response(null, { status: 204 });
    },
  };
}
