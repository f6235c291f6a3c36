/** What stands in place of a figure: loading (after 400 ms), nothing yet, nobody signed in, no right to see, failed. Each its own words. */

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import type { Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { signInWords } from '#sheets-schema/vocabulary/words/sign-in.ts';
import { stateWords } from '#sheets-schema/vocabulary/words/states.ts';
import type { Loaded, Trouble } from '../../api.ts';
import { say } from '../../shape/say.ts';
import { hasLine, language, retryFailed, session } from '../../signals.ts';
import { ViewLink } from './view-link.tsx';

/** After so many milliseconds it is said that something loads, and that it takes long. */
const late = 400;
const veryLate = 8000;

/** The page's skeleton at once, the word after 400 ms, a word of patience after 8 s. */
export function Loading() {
  const [phrase, setPhrase] = useState<Phrase | null>(null);
  useEffect(() => {
    const timers = [
      setTimeout(() => setPhrase(stateWords.loading), late),
      setTimeout(() => setPhrase(stateWords.slow), veryLate),
    ];
    return () => timers.forEach(clearTimeout);
  }, []);
  return (
    <div class="state-block loading">
      <p role="status">{phrase !== null && say(phrase, language.value)}</p>
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

const troubleWords: Readonly<Record<Trouble, Phrase>> = {
  'signed-out': stateWords.signedOut,
  'not-registered': signInWords.notRegistered,
  forbidden: stateWords.forbidden,
  gone: stateWords.failed,
  'release-gone': stateWords.failed,
  offline: stateWords.notKept,
  slow: stateWords.noAnswer,
  'newer-format': stateWords.newerFormat,
  failed: stateWords.failed,
};

/** もう一度試す; the focus stays in the page while the button is gone. */
export function Retry() {
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
        retryFailed();
      }}
    >
      {say(stateWords.retry, language.value)}
    </button>
  );
}

/** The one thing to do: nothing without a right, a new page where this one is too old or where somebody signs in, else once more. */
function Remedy({ trouble }: { trouble: Trouble }) {
  if (trouble === 'forbidden' || trouble === 'not-registered') return null;
  if (trouble !== 'newer-format' && trouble !== 'signed-out') return <Retry />;
  return (
    <button type="button" class="button" onClick={() => location.reload()}>
      {say(stateWords.reload, language.value)}
    </button>
  );
}

/** What went wrong in the user's words, with the one thing to do. */
export function Failed({ trouble }: { trouble: Trouble }) {
  const who = session.value.status === 'ready' ? session.value.value : null;
  if (trouble === 'forbidden' && who?.isAdministrator === true && !who.isLocal) return <ForbiddenToAdministrator />;
  const isUnanswered = trouble === 'offline' && hasLine.value;
  return (
    <div class="state-block" role="alert">
      <p>{say(isUnanswered ? stateWords.unansweredHere : troubleWords[trouble], language.value)}</p>
      <Remedy trouble={trouble} />
    </div>
  );
}

/** Nobody else could be asked for the right: what to do, and the way to what may be seen without it. */
function ForbiddenToAdministrator() {
  return (
    <div class="state-block" role="alert">
      <p>{say(stateWords.forbiddenToAdministrator, language.value)}</p>
      <p>
        <ViewLink to={{ view: 'health' }}>{say(pageWords.health, language.value)}</ViewLink>
      </p>
    </div>
  );
}

/** Said where parts of a page are missing and the others stand. */
export function PartsMissing({ of }: { of: readonly Loaded<unknown>[] }) {
  if (!of.some(({ status }) => status === 'failed')) return null;
  return (
    <div class="parts-missing" role="status">
      <p>{say(stateWords.partsMissing, language.value)}</p>
      <Retry />
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
