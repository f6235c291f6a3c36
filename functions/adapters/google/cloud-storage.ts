/** A Store over a bucket: `objects/<name>.json` and `pointers/<name>.json`, moved with generations as preconditions. */
import { storage_v1 } from 'googleapis/build/src/apis/storage/v1.js';
import type { GlobalOptions } from 'googleapis-common';
import type { Store } from '../../world.ts';
import { isObjectName, requireObjectName } from '../object-name.ts';
import { createGoogleAuth, storeScopes } from './auth.ts';
import { type Patience, retryConfig, statusOf, untilTheNextMinute, wasRepeated } from './errors.ts';

export interface BucketAccess {
  readonly bucket: string;
  /** A folder in the bucket, with or without '/' at its end; '' for the bucket itself. */
  readonly prefix: string;
  /** Instead of Google (tests, private proxies); `null` is Google. */
  readonly rootUrl: string | null;
  readonly auth: GlobalOptions['auth'];
  readonly patience: Patience;
}

/** As the machine's own service account. */
export function createCloudStorageStore(place: Pick<BucketAccess, 'bucket' | 'prefix' | 'rootUrl'>): Store {
  return createBucketStore({ ...place, auth: createGoogleAuth(storeScopes), patience: untilTheNextMinute });
}

/** A pointer's version is its generation. */
export function createBucketStore({ bucket, prefix, rootUrl, auth, patience }: BucketAccess): Store {
  // Uploads look at the options of the call only.
  const root = rootUrl === null ? {} : { rootUrl };
  const storage = new storage_v1.Storage({ auth, retryConfig: retryConfig(patience), ...root } as GlobalOptions);
  const folder = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  const objects = `${folder}objects/`;
  const pointers = `${folder}pointers/`;
  const extension = '.json';

  async function read(object: string): Promise<{ bytes: Uint8Array; generation: string } | null> {
    const answer = await orNull(
      storage.objects.get({ bucket, object, alt: 'media' }, { ...root, responseType: 'arraybuffer' }),
    );
    if (answer === null) return null;
    const generation = new Headers(answer.headers as HeadersInit).get('x-goog-generation') ?? '';
    // The client types every answer as the object's metadata; with alt=media and arraybuffer it is the bytes.
    return { bytes: new Uint8Array(answer.data as unknown as ArrayBuffer), generation };
  }

  /** 'refused': the precondition does not hold, or no longer after an answer was lost and the request made again. */
  async function write(name: string, bytes: Uint8Array, ifGenerationMatch: string) {
    try {
      const media = { mimeType: 'application/json', body: Buffer.from(bytes) };
      await storage.objects.insert({ bucket, name, ifGenerationMatch, media, fields: 'generation' }, root);
      return 'written';
    } catch (error) {
      if (statusOf(error) !== 412) throw error;
      return wasRepeated(error) ? 'refused-again' : 'refused';
    }
  }

  async function list(prefixToList: string) {
    const found: { readonly name: string; readonly writtenAt: Date }[] = [];
    let pageToken: string | undefined;
    do {
      const { data } = await storage.objects.list({
        bucket,
        prefix: prefixToList,
        fields: 'nextPageToken,items(name,timeCreated)',
        ...(pageToken === undefined ? {} : { pageToken }),
      });
      for (const { name, timeCreated } of data.items ?? []) {
        if (name && timeCreated) found.push({ name, writtenAt: new Date(timeCreated) });
      }
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken !== undefined);
    return found;
  }

  async function readPointer(name: string) {
    const found = await read(`${pointers}${name}${extension}`);
    return found && { content: new TextDecoder().decode(found.bytes), version: found.generation };
  }

  const plainName = (object: string, folderOfIt: string) => object.slice(folderOfIt.length, -extension.length);

  return {
    async putObject(name, bytes) {
      requireObjectName(name);
      await write(`${objects}${name}${extension}`, bytes, '0');
    },
    async readObject(name) {
      return isObjectName(name) ? ((await read(`${objects}${name}${extension}`))?.bytes ?? null) : null;
    },
    async hasObject(name) {
      if (!isObjectName(name)) return false;
      return (
        (await orNull(storage.objects.get({ bucket, object: `${objects}${name}${extension}`, fields: 'name' }))) !==
        null
      );
    },
    async listObjects() {
      return (await list(objects)).map((object) => ({ ...object, name: plainName(object.name, objects) }));
    },
    async removeObject(name) {
      if (isObjectName(name)) await orNull(storage.objects.delete({ bucket, object: `${objects}${name}${extension}` }));
    },
    readPointer,
    async movePointer(name, content, expected) {
      const bytes = new TextEncoder().encode(content);
      if (expected !== null && !/^\d+$/.test(expected)) return 'lost-race';
      const outcome = await write(`${pointers}${name}${extension}`, bytes, expected ?? '0');
      if (outcome !== 'refused-again') return outcome === 'written' ? 'moved' : 'lost-race';
      // The answer to the first request was lost: perhaps it was we who moved it, and the second met our own move.
      return (await readPointer(name))?.content === content ? 'moved' : 'lost-race';
    },
    async listPointers(prefixToList) {
      const found = await list(`${pointers}${prefixToList}`);
      return found.map((object) => plainName(object.name, pointers)).toSorted();
    },
    async removePointer(name) {
      await orNull(storage.objects.delete({ bucket, object: `${pointers}${name}${extension}` }));
    },
  };
}

async function orNull<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}
