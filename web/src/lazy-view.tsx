/** A page, or a part of one, that is loaded when it is first shown. */
import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { PageLoading } from './parts/frame/page-loading.tsx';
import { Failed } from './parts/frame/states.tsx';
import { isOffline, retryEvent } from './signals.ts';

/** @param Waiting stands in its place until then; a part of a page has the page's name above it already */
export function lazyView<Props extends object = Record<never, never>>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  Waiting: ComponentType = PageLoading,
): FunctionComponent<Props> & { readonly loadAhead: () => void } {
  let known: ComponentType<Props> | null = null;
  function LazyView(props: Props) {
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
    return View === null ? <Waiting /> : <View {...props} />;
  }
  // What goes wrong is said when the page is shown.
  return Object.assign(LazyView, { loadAhead: () => void load().catch(() => undefined) });
}
