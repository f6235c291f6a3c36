import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBucketStore } from '#functions/adapters/google/cloud-storage.ts';
import { describeStore } from '../../../contracts/store.ts';
import { interceptGoogle } from '../../../google/intercepted.ts';
import { serveStandIn } from '../../../google/server.ts';
import { createGoogleStandIn, type GoogleStandIn } from '../../../google/stand-in.ts';
import { createTokenClient } from '../../../google/token.ts';

const patience = { retries: 3, firstWaitMilliseconds: 1 };
let standIn: GoogleStandIn;
let server: Awaited<ReturnType<typeof serveStandIn>>;
beforeAll(async () => {
  standIn = createGoogleStandIn();
  server = await serveStandIn(standIn);
});
afterAll(async () => await server.close());

let buckets = 0;
const newBucket = (prefix = '') => {
  buckets += 1;
  const bucket = `bucket-${buckets}`;
  return () => createBucketStore({ bucket, prefix, rootUrl: server.rootUrl, auth: createTokenClient(), patience });
};

describeStore('the bucket store', async () => ({ open: newBucket() }));
describeStore('the bucket store with a prefix', async () => ({ open: newBucket('towns/16') }));

describe('a bucket store when Google has troubles', () => {
  const upload = /^\/upload/;
  const insert = async (...statuses: (number | 'no-connection' | 'lost')[]) => {
    const store = newBucket()();
    standIn.faults = statuses.map((status) => ({ path: upload, status, times: 1 }));
    const outcome = await store.movePointer('release', 'ours', null);
    standIn.faults = [];
    return [outcome, (await store.readPointer('release'))?.content];
  };

  it('tries again after 429, 503 and a broken connection', async () => {
    expect(await insert(429, 503, 'no-connection')).toEqual(['moved', 'ours']);
  });

  it('gives up after the last try, and says what Google said', async () => {
    await expect(insert(503, 503, 503, 503)).rejects.toMatchObject({ status: 503 });
    standIn.faults = [];
  });

  it('knows its own move again when the answer was lost', async () => {
    expect(await insert('lost')).toEqual(['moved', 'ours']);
  });

  it('has lost the race when another moved the pointer while the answer was lost', async () => {
    const store = newBucket()();
    await store.movePointer('release', 'theirs', null);
    standIn.faults = [{ path: upload, status: 'no-connection', times: 1 }];
    expect(await store.movePointer('release', 'ours', null)).toBe('lost-race');
  });

  it('does not take a refusal for an absence', async () => {
    const store = newBucket()();
    standIn.faults = [{ path: /\/storage\//, status: 403, times: 2 }];
    await expect(store.readPointer('release')).rejects.toMatchObject({ status: 403 });
    await expect(store.hasObject('abc')).rejects.toMatchObject({ status: 403 });
  });

  it('speaks to Google itself where no other root is set', async () => {
    const google = interceptGoogle(standIn);
    try {
      const store = createBucketStore({ bucket: 'b', prefix: '', rootUrl: null, auth: createTokenClient(), patience });
      await store.putObject('abc', new Uint8Array([1, 2]));
      expect(await store.readObject('abc')).toEqual(new Uint8Array([1, 2]));
    } finally {
      google.close();
    }
  });
});
