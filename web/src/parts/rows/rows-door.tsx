/** この数字の行, loaded when the address names a figure for the first time. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { viewState } from '../../signals.ts';
import { Failed } from '../frame/states.tsx';

let known: ComponentType | null = null;

export function RowsDoor() {
  const isWanted = viewState.value.rows !== null;
  const [state, setState] = useState<'waiting' | 'there' | 'failed'>('waiting');
  useEffect(() => {
    if (!isWanted || known !== null) return;
    import('./rows-panel.tsx').then(
      (module) => {
        known = module.default;
        setState('there');
      },
      () => setState('failed'),
    );
  }, [isWanted]);
  if (!isWanted) return null;
  if (state === 'failed') return <Failed trouble="newer-format" />;
  const Panel = known;
  return Panel === null ? null : <Panel />;
}
