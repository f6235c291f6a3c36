/** A page that is loaded when it is first shown. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { PageLoading } from './parts/frame/page-loading.tsx';
import { Failed } from './parts/frame/states.tsx';
import { isOffline, retryEvent } from './signals.ts';

export function lazyView(load: () => Promise<{ readonly default: ComponentType }>): ComponentType {
  let known: ComponentType | null = null;
  return function LazyView() {
    const [isFailed, setFailed] = useState(false);
    const [, setLoaded] = useState(known !== null);
    useEffect(() => {
      const start = () => {
        if (known !== null) return;
        setFailed(false);
        load().then(
          (module) => {
            known = module.default;
            setLoaded(true);
          },
          () => setFailed(true),
        );
      };
      start();
      addEventListener(retryEvent, start);
      return () => removeEventListener(retryEvent, start);
    }, []);
    // With a line, a file that is not there belongs to a build that is gone.
    if (isFailed) return <Failed trouble={isOffline.value ? 'offline' : 'newer-format'} />;
    const View = known;
    return View === null ? <PageLoading /> : <View />;
  };
}
