/** What stands in place of a figure: loading (after 400 ms), nothing yet, no right to see, failed. Each its own words. */

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { stateWords } from '#sheets-schema/vocabulary/words/states.ts';
import type { Loaded, Trouble } from '../../api.ts';
import { retryAll } from '../../loaders.ts';
import { say } from '../../shape/say.ts';
import { language, retryIndex } from '../../signals.ts';

/** The page's skeleton at once, the word after 400 ms. */
export function Loading() {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="state-block" role="status">
      {isLate && <p>{say(stateWords.loading, language.value)}</p>}
      <div class="skeleton" aria-hidden="true" />
    </div>
  );
}

/** まだ報告がありません。 */
export function Empty({ text }: { text?: string }) {
  return (
    <div class="state-block" role="status">
      <p>{text ?? say(stateWords.empty, language.value)}</p>
    </div>
  );
}

/** What went wrong in the user's words, with the one thing to do. */
export function Failed({ trouble }: { trouble: Trouble }) {
  const phrase =
    trouble === 'forbidden'
      ? stateWords.forbidden
      : trouble === 'newer-format'
        ? stateWords.newerFormat
        : stateWords.failed;
  return (
    <div class="state-block" role="alert">
      <p>{say(phrase, language.value)}</p>
      {trouble !== 'forbidden' && (
        <button
          type="button"
          class="button"
          onClick={() => {
            if (trouble === 'newer-format') location.reload();
            retryIndex();
            retryAll();
          }}
        >
          {say(stateWords.retry, language.value)}
        </button>
      )}
    </div>
  );
}

/** Exactly one of: loading, nothing yet, failed, or what is drawn from the value. */
export function Settled<T>({ of, children }: { of: Loaded<T>; children: (value: T) => ComponentChildren }) {
  switch (of.status) {
    case 'loading':
      return <Loading />;
    case 'empty':
      return <Empty />;
    case 'failed':
      return <Failed trouble={of.trouble} />;
    case 'ready':
      return <>{children(of.value)}</>;
    default:
      return of satisfies never;
  }
}
