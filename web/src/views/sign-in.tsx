/** What somebody sees who is not signed in, or whose account is not registered: one button, and what to do when it does not help. */
import type { Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { signInWords } from '#sheets-schema/vocabulary/words/sign-in.ts';
import { signInAddress } from '../api.ts';
import { PageHead } from '../parts/frame/page-head.tsx';
import { SignOutButton } from '../parts/frame/sign-out-button.tsx';
import { say } from '../shape/say.ts';
import { readSignInTrouble, type SignInTrouble } from '../shape/sign-in-trouble.ts';
import { language } from '../signals.ts';
import '../styles/sign-in.css';

const troubleWords: Readonly<Record<SignInTrouble, Phrase>> = {
  'not-registered': signInWords.notRegistered,
  lost: signInWords.lost,
  refused: signInWords.refused,
  unavailable: signInWords.unavailable,
};

/** @param isSignedIn whether an account is signed in that is not registered (any more) */
export default function SignIn({ isSignedIn }: { isSignedIn: boolean }) {
  const lang = language.value;
  const trouble = isSignedIn ? 'not-registered' : readSignInTrouble(location.search);
  const start = signInAddress(location.pathname + location.search);
  return (
    <>
      <PageHead page={signInWords.heading} shown="" />
      <div class="sign-in">
        {trouble !== null && (
          <p class="sign-in-trouble" role="alert">
            {say(troubleWords[trouble], lang)}
          </p>
        )}
        <p>{say(signInWords.sentence, lang)}</p>
        {isSignedIn ? (
          <SignOutButton label={say(signInWords.otherAccount, lang)} look="button button-main" then={start} />
        ) : (
          <a class="button button-main" href={start}>
            {say(signInWords.button, lang)}
          </a>
        )}
        <h2>{say(signInWords.helpHeading, lang)}</h2>
        <p>{say(signInWords.help, lang)}</p>
        <p>{say(signInWords.whom, lang)}</p>
      </div>
    </>
  );
}
