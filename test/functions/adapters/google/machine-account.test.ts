import { expect, it, vi } from 'vitest';
import { openGoogle } from '#functions/adapters/google/access.ts';
import { createCloudStorageStore } from '#functions/adapters/google/cloud-storage.ts';
import { serveStandIn } from '../../../google/server.ts';
import { createGoogleStandIn } from '../../../google/stand-in.ts';
import { folderWith } from '../folder/read-file.ts';
import { keyOf, writeKeyFile } from './key-files.ts';
import { createSpreadsheets } from './listed-spreadsheets.ts';

it('on a machine of Google, the account of the machine opens the store and the listed spreadsheets', async () => {
  const standIn = createGoogleStandIn();
  const tab = { tab: '会議', id: '0', rows: [[1]], merges: [] };
  standIn.spreadsheets = [{ id: 'A', name: '台帳', version: '1', tabs: [tab] }];
  const server = await serveStandIn(standIn);
  vi.stubEnv('GCE_METADATA_HOST', new URL(server.rootUrl).host);
  for (const name of ['KASANARI_KEY_FILE', 'GOOGLE_APPLICATION_CREDENTIALS']) vi.stubEnv(name, undefined);
  for (const name of ['HOME', 'CLOUDSDK_CONFIG']) vi.stubEnv(name, await folderWith({}));
  try {
    const store = createCloudStorageStore({ bucket: 'b', prefix: 'towns', rootUrl: server.rootUrl });
    expect(await store.movePointer('release', 'one', null)).toBe('moved');
    const access = await openGoogle({ rootUrl: server.rootUrl, canWrite: false });
    const source = createSpreadsheets({ ...access, listIds: async () => ['A'] });
    const entries = await source.list();
    expect(entries).toMatchObject([{ id: 'A', name: '台帳', revision: '1' }]);
    for (const entry of entries) expect(await source.read(entry)).toMatchObject([tab]);
    expect(standIn.requests).toContain('POST /upload/storage/v1/b/b/o');
  } finally {
    vi.unstubAllEnvs();
    await server.close();
  }
});

it('elsewhere, the key that KASANARI_KEY_FILE names opens the store', async () => {
  const standIn = createGoogleStandIn();
  const server = await serveStandIn(standIn);
  vi.stubEnv('KASANARI_KEY_FILE', await writeKeyFile(keyOf()));
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', '/nowhere');
  try {
    const store = createCloudStorageStore({ bucket: 'b', prefix: '', rootUrl: server.rootUrl });
    expect(await store.movePointer('release', 'one', null)).toBe('moved');
    expect(await store.readPointer('release')).toMatchObject({ content: 'one' });
  } finally {
    vi.unstubAllEnvs();
    await server.close();
  }
});
