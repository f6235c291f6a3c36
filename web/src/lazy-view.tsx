/** A page that is loaded when it is first shown. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Failed, Loading } from './parts/frame/states.tsx';

export function lazyView(load: () => Promise<{ readonly default: ComponentType }>): ComponentType {
  let known: ComponentType | null = null;
  return function LazyView() {
    const [isFailed, setFailed] = useState(false);
    const [, setLoaded] = useState(known !== null);
    useEffect(() => {
      if (known !== null) return;
      load().then(
        (module) => {
          known = module.default;
          setLoaded(true);
        },
        () => setFailed(true),
      );
    }, []);
    if (isFailed) return <Failed trouble="newer-format" />;
    const View = known;
    return View === null ? <Loading /> : <View />;
  };
}
