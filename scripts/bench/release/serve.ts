/**
 * Serves the API over a folder store, as the cloud function does, in a process of its own, so that who asks and who answers do not share
 * one; says its address.
 */
import { Hono } from 'hono';
import { systemClock } from '#functions/adapters/clock.ts';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import { keepRelease } from '#functions/serve/kept-release.ts';
import { listenOnLoopback } from '../../start/local-server.ts';
import { benchNow } from '../prefecture/prefecture.ts';

const [folder = ''] = process.argv.slice(2);
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const api = createApi({
  store: keepRelease(createFolderStore(folder), systemClock, 1),
  identity: localIdentity,
  pollSeconds: 3600,
  log: quiet,
  clock: { now: () => benchNow },
});
const { address } = await listenOnLoopback(new Hono().route('/', api), { port: 0, mustBe: true });
process.on('message', () => process.send?.({ processor: process.cpuUsage() }));
process.send?.({ origin: new URL(address).origin });
