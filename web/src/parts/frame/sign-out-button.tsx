/** A button that ends the session and goes on; where that fails, it says that somebody is still signed in. */
import { useState } from 'preact/hooks';
import { signInWords } from '#sheets-schema/vocabulary/words/sign-in.ts';
import { signOut } from '../../api.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';

/** @param then where to go when nobody is signed in any more */
export function SignOutButton({ label, look, then }: { label: string; look: string; then: string }) {
  const [step, setStep] = useState<'ready' | 'sending' | 'failed'>('ready');
  const leave = async () => {
    if (step === 'sending') return;
    setStep('sending');
    if ((await signOut()) === 'signed-out') location.assign(then);
    else setStep('failed');
  };
  return (
    <>
      <button type="button" class={look} aria-disabled={step === 'sending'} onClick={() => void leave()}>
        {label}
      </button>
      {step === 'failed' && (
        <p class="sign-out-trouble" role="alert">
          {say(signInWords.signOutFailed, language.value)}
        </p>
      )}
    </>
  );
}
