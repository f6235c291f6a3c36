/** The page's side of the worker: starts it, asks it to keep what is shown, and notices when a newer build has taken over. */
import { effect } from '@preact/signals';
import type { OfficeIndex, PrefectureIndex, Session } from '#functions/publish/release.ts';
import { loadObject } from '../api.ts';
import { objectAddress } from '../object-addresses.ts';
import { index, isOffline, isReplaced, release, session } from '../signals.ts';
import { findWanted, type KeepOrder } from './addresses.ts';

const updateEvery = 60 * 60 * 1000;

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work);
  else setTimeout(work, 1000);
}

/** Whoever asked the browser to save data keeps only what they open. */
function isSavingData(): boolean {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

/** What is to be kept now; `null` while there is nothing to keep or nobody to ask. */
function findShown(): { readonly who: Session; readonly of: OfficeIndex; readonly shown: string } | null {
  const [who, of, shown] = [session.value, index.value, release.value];
  if (who.status !== 'ready' || of.status !== 'ready' || shown === null || isOffline.value) return null;
  // While a newer release loads, the one on the screen is about to go.
  if (who.value.release !== shown) return null;
  return { who: who.value, of: of.value, shown };
}

/** The comparison of the municipality's prefecture; `null` where there is none, or it does not come. */
async function loadComparison(
  who: Session,
  code: string,
  shown: string,
): Promise<PrefectureIndex['comparison'] | null> {
  if (!who.prefectures.some((prefecture) => prefecture.code === code)) return null;
  const address = objectAddress(`prefectures/${code}`, shown);
  // An index that an earlier version published compares nothing.
  const { comparison }: Partial<PrefectureIndex> = await loadObject<PrefectureIndex>(
    address,
    new AbortController().signal,
  );
  return comparison ?? null;
}

async function createOrder({ who, of, shown }: NonNullable<ReturnType<typeof findShown>>): Promise<KeepOrder> {
  const { code, prefecture } = of.municipality;
  const comparison = await loadComparison(who, prefecture, shown).catch(() => null);
  const wanted = findWanted(of, who, (path) => objectAddress(path, shown), comparison);
  return { kind: 'keep', release: shown, municipality: code, wanted };
}

/** Called once, after the first view is drawn. Does nothing where the browser knows no workers or the line is not trusted. */
export async function followWorker(): Promise<void> {
  const workers = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
  if (workers === undefined || !isSecureContext) return;
  let isControlled = workers.controller !== null;
  workers.addEventListener('controllerchange', () => {
    // The first worker of a page replaces nothing.
    if (isControlled) isReplaced.value = true;
    isControlled = true;
  });
  const registration = await workers.register('/worker.js', { updateViaCache: 'none' });
  setInterval(() => void registration.update().catch(() => undefined), updateEvery);
  const ready = await workers.ready;
  let asked = '';
  effect(() => {
    const found = findShown();
    if (found === null || isSavingData()) return;
    const key = `${found.shown}/${found.of.municipality.code}`;
    if (key === asked) return;
    asked = key;
    whenIdle(() => void createOrder(found).then((order) => ready.active?.postMessage(order)));
  });
}
