/**
 * Hooks that load parts of the release that is shown. While a newer release loads, the figures of the one before stay
 * on the screen; another municipality or another cut starts from loading.
 */

import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DetailNames } from '#functions/publish/detail.ts';
import type { Cut, FindingsObject, GoalsObject } from '#functions/publish/release.ts';
import type { WorkbooksAnswer } from '#functions/publish/run-status.ts';
import { createSlot, keptObject, type Loaded, loadObject, type Trouble } from './api.ts';
import { areaAddress, cutAddress, objectAddress } from './object-addresses.ts';
import { completeFindings } from './shape/older-releases.ts';
import { askNow, index, release, retryEvent, session } from './signals.ts';

/** Whether there is no newer release on its way to the page. */
function isNewestShown(): boolean {
  const who = session.peek();
  return who.status !== 'ready' || who.value.release === release.peek();
}

/**
 * An object of the release under /api, like 'prefectures/16' ; `null` loads nothing and stays 'empty'.
 * `identity` names what is shown: with the same identity, the value before stays until the new one is there.
 */
export function useAddress<T>(address: string | null, identity: string): Loaded<T> {
  const slot = useMemo(createSlot, []);
  const [state, setState] = useState<{ identity: string; address: string | null; loaded: Loaded<T> } | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => () => slot.stop(), [slot]);
  useEffect(() => {
    if (address === null) {
      slot.stop();
      return;
    }
    const fail = (trouble: Trouble) =>
      setState((before) =>
        before?.identity === identity && before.loaded.status === 'ready'
          ? before
          : { identity, address, loaded: { status: 'failed', trouble } },
      );
    let isCurrent = true;
    slot.start(
      (abort) => loadObject<T>(address, abort),
      (loaded) => {
        if (loaded.status !== 'failed') setState({ identity, address, loaded });
        else if (loaded.trouble === 'gone') setState({ identity, address, loaded: { status: 'empty' } });
        else if (loaded.trouble === 'release-gone')
          // The newest session names a newer release, whose address this part is given next.
          void askNow().then(() => {
            if (isCurrent && isNewestShown()) fail('failed');
          });
        else fail(loaded.trouble);
      },
    );
    const again = () => {
      setState((before) => (before?.loaded.status === 'failed' ? null : before));
      setAttempt((count) => count + 1);
    };
    addEventListener(retryEvent, again);
    return () => {
      isCurrent = false;
      removeEventListener(retryEvent, again);
    };
  }, [address, identity, slot, attempt]);
  if (address === null) return { status: 'empty' };
  const known = keptObject<T>(address);
  if (known !== null) return { status: 'ready', value: known };
  return state !== null && state.identity === identity ? state.loaded : { status: 'loading' };
}

/** An object of the shown release by its path under /api, like 'municipalities/162051/goals'. */
export function useObject<T>(path: string | null): Loaded<T> {
  return useAddress<T>(path === null ? null : objectAddress(path, release.value), path ?? '');
}

/**
 * A cut of the municipality that is shown, like 'area/162051', 'division/all', 'division/P04'. Not in the release: 'empty'.
 * @param area who looks at this area alone says so: of a cut with every area the rest is left out
 */
export function useCut(name: string | null, area?: string): Loaded<Cut> {
  const loaded = index.value;
  const isThere = loaded.status === 'ready' && name !== null && loaded.value.cuts[name] !== undefined;
  const whole = isThere && loaded.status === 'ready' ? cutAddress(loaded.value, name, release.value) : null;
  const isPart = area !== undefined && name?.startsWith('division/') === true;
  const address = whole !== null && isPart ? areaAddress(whole, area) : whole;
  const identity =
    isThere && loaded.status === 'ready' ? `${loaded.value.municipality.code}/${name}${isPart ? `#${area}` : ''}` : '';
  const cut = useAddress<Cut>(address, identity);
  return loaded.status === 'ready' ? cut : loaded;
}

/**
 * A detail of the municipality that is shown, like 'flow/162051', 'people/E01', 'support/E01'. Not in the release: 'empty'.
 */
export function useDetail<T>(name: string | null): Loaded<T> {
  const loaded = index.value;
  // An index that an earlier version published has no details.
  const names = loaded.status === 'ready' ? (loaded.value.details as DetailNames | undefined) : undefined;
  const isThere = loaded.status === 'ready' && name !== null && names?.[name] !== undefined;
  const detail = useObject<T>(isThere ? `municipalities/${loaded.value.municipality.code}/details/${name}` : null);
  return loaded.status === 'ready' ? detail : loaded;
}

/** 成果目標 of the municipality that is shown. */
export function useGoals(): Loaded<GoalsObject> {
  const code = index.value.status === 'ready' ? index.value.value.municipality.code : null;
  return useObject<GoalsObject>(code === null ? null : `municipalities/${code}/goals`);
}

/** チェック結果 of the municipality that is shown. */
export function useFindings(): Loaded<FindingsObject> {
  const code = index.value.status === 'ready' ? index.value.value.municipality.code : null;
  const loaded = useObject<FindingsObject>(code === null ? null : `municipalities/${code}/findings`);
  const known = loaded.status === 'ready' ? loaded.value : null;
  const value = useMemo(() => (known === null ? null : completeFindings(known)), [known]);
  return value === null ? loaded : { status: 'ready', value };
}

/** Where the workbooks of the municipality stood after the latest run: no part of a release, so it is asked for with each. */
export function useWorkbooks(): Loaded<WorkbooksAnswer> {
  const code = index.value.status === 'ready' ? index.value.value.municipality.code : null;
  const address = code === null ? null : objectAddress(`municipalities/${code}/workbooks`, null);
  return useAddress<WorkbooksAnswer>(address, `${code ?? ''} ${release.value ?? ''}`);
}
