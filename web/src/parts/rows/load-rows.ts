/** Loads every object that holds rows behind a figure; they are one answer, there when all of them are. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { RowsObject } from '#functions/publish/row-views.ts';
import { createSlot, type Loaded, loadObject } from '../../api.ts';
import { objectAddress } from '../../object-addresses.ts';
import { release } from '../../signals.ts';

/** `names` are details of a municipality, like 'rows/cases-FY2024'. */
export function useRows(municipality: string, names: readonly string[]): Loaded<readonly RowsObject[]> {
  const slot = useMemo(createSlot, []);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<{ key: string; loaded: Loaded<readonly RowsObject[]> } | null>(null);
  const addresses = names.map((name) => objectAddress(`municipalities/${municipality}/details/${name}`, release.value));
  const key = addresses.join('\n');
  useEffect(() => {
    slot.start(
      async (abort) => await Promise.all(addresses.map((address) => loadObject<RowsObject>(address, abort))),
      (loaded) => setState({ key, loaded }),
    );
    return () => slot.stop();
  }, [slot, key, attempt]);
  useEffect(() => {
    const again = () => setAttempt((before) => before + 1);
    addEventListener('kasanari:retry', again);
    return () => removeEventListener('kasanari:retry', again);
  }, []);
  return state?.key === key ? state.loaded : { status: 'loading' };
}
