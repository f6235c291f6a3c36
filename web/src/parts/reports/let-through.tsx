/** 「これで正しいですか」 for administrators: a held workbook that looks like an accident is let through, once that is confirmed. */
import { useState } from 'preact/hooks';
import type { WorkbooksAnswer } from '#functions/publish/run-status.ts';
import { letThroughWords } from '#sheets-schema/vocabulary/words/let-through.ts';
import { letThrough } from '../../api.ts';
import { say } from '../../shape/say.ts';
import { language, session } from '../../signals.ts';

type Step = 'asked' | 'confirming' | 'sending' | 'let-through' | 'not-asked' | 'failed';

interface Asked {
  readonly workbook: string;
  readonly fileName: string;
  readonly question: string;
  readonly reason: { readonly ja: string; readonly en: string };
}

/** Nothing for others, and where nothing is asked. */
export function LetThrough({ answer }: { answer: WorkbooksAnswer }) {
  const lang = language.value;
  const isAdministrator = session.value.status === 'ready' && session.value.value.isAdministrator === true;
  const asked = answer.workbooks.flatMap(({ workbook, fileName, question, held }): readonly Asked[] =>
    question == null || held === null ? [] : [{ workbook, fileName, question, reason: held.reason }],
  );
  if (!isAdministrator || asked.length === 0) return null;
  return (
    <section class="section" aria-labelledby="let-through-title">
      <h2 id="let-through-title">{say(letThroughWords.title, lang, { count: asked.length })}</h2>
      <ul class="held">
        {asked.map((one) => (
          <AskedWorkbook key={`${one.workbook} ${one.question}`} {...one} />
        ))}
      </ul>
    </section>
  );
}

function AskedWorkbook({ workbook, fileName, question, reason }: Asked) {
  const lang = language.value;
  const [step, setStep] = useState<Step>('asked');
  const send = async () => {
    setStep('sending');
    setStep(await letThrough(workbook, question));
  };
  return (
    <li>
      <p>
        <strong>{fileName}</strong>
      </p>
      <p>{reason[lang]}</p>
      {step === 'asked' && (
        <button type="button" class="button" onClick={() => setStep('confirming')}>
          {say(letThroughWords.button, lang)}
        </button>
      )}
      {(step === 'confirming' || step === 'sending') && (
        <p>
          {say(letThroughWords.confirm, lang)}{' '}
          <button type="button" class="button" disabled={step === 'sending'} onClick={() => void send()}>
            {say(letThroughWords.yes, lang)}
          </button>{' '}
          <button type="button" class="button" disabled={step === 'sending'} onClick={() => setStep('asked')}>
            {say(letThroughWords.no, lang)}
          </button>
        </p>
      )}
      <p role="status">
        {step === 'let-through' || step === 'not-asked' || step === 'failed' ? say(letThroughWords[step], lang) : ''}
      </p>
    </li>
  );
}
