/**
 * Serves the API over a folder store, as the cloud function does but without the framework around it, in a process of its own, so that who
 * asks and who answers do not share one; says its address.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '#functions/adapters/clock.ts';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import { packBytes } from '#functions/adapters/pack.ts';
import { createListener } from '#functions/listener.ts';
import { openApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import { keepRelease } from '#functions/serve/kept-release.ts';
import { benchNow } from '../prefecture/prefecture.ts';

const [folder = ''] = process.argv.slice(2);
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const opened = openApi({
  store: keepRelease(createFolderStore(folder), systemClock, 1),
  identity: localIdentity,
  pollSeconds: 3600,
  log: quiet,
  clock: { now: () => benchNow },
  pack: packBytes,
});
const answer = createListener(opened);
const server = createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ origin: `http://127.0.0.1:${port}` });
});
