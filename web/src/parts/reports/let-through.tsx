/** 「これで正しいですか」 for administrators: a held workbook that looks like an accident is let through, once that is confirmed. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { WorkbooksAnswer } from '#functions/publish/run-status.ts';
import { letThroughWords } from '#sheets-schema/vocabulary/words/let-through.ts';
import { letThrough } from '../../api.ts';
import { say } from '../../shape/say.ts';
import { language, retryFailed, session } from '../../signals.ts';

/** 'failed' and 'not-allowed' leave the question open, so that it can be answered once more. */
type Step = 'asked' | 'confirming' | 'sending' | 'let-through' | 'not-asked' | 'not-allowed' | 'failed';

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
    <section class="section let-through" aria-labelledby="let-through-title">
      <h2 id="let-through-title">{say(letThroughWords.title, lang, { count: asked.length })}</h2>
      <ul class="held">
        {asked.map((one) => (
          <AskedWorkbook key={`${one.workbook} ${one.question}`} {...one} />
        ))}
      </ul>
    </section>
  );
}

/** Where the focus goes when the step before has taken away what had it. */
function useFocusOf(step: Step) {
  const before = useRef<Step>(step);
  const name = useRef<HTMLParagraphElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (before.current === step) return;
    if (step === 'confirming') question.current?.focus();
    if (step === 'asked' && before.current !== 'not-asked') button.current?.focus();
    if (step === 'let-through' || step === 'not-asked') name.current?.focus();
    before.current = step;
  }, [step]);
  return { name, button, question };
}

function Confirming({
  name,
  question,
  isSending,
  onAnswer,
}: {
  name: string;
  question: { readonly current: HTMLParagraphElement | null };
  isSending: boolean;
  onAnswer: (isRight: boolean) => void;
}) {
  const lang = language.value;
  const id = useId();
  return (
    <fieldset
      class="let-through-question"
      aria-labelledby={`${name} ${id}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isSending) onAnswer(false);
      }}
    >
      {/* The text has the focus first: an Enter that is held down answers nothing. */}
      <p id={id} ref={question} tabIndex={-1}>
        {say(letThroughWords.confirm, lang)}
      </p>
      <p class="let-through-answers">
        <button type="button" class="button" aria-disabled={isSending} onClick={() => !isSending && onAnswer(true)}>
          {say(letThroughWords.yes, lang)}
        </button>
        <button type="button" class="button" aria-disabled={isSending} onClick={() => !isSending && onAnswer(false)}>
          {say(letThroughWords.no, lang)}
        </button>
      </p>
    </fieldset>
  );
}

function AskedWorkbook({ workbook, fileName, question, reason }: Asked) {
  const lang = language.value;
  const [step, setStep] = useState<Step>('asked');
  const focus = useFocusOf(step);
  const name = useId();
  const answer = async (isRight: boolean) => {
    setStep(isRight ? 'sending' : 'asked');
    if (isRight) setStep(await letThrough(workbook, question));
  };
  const isOpen = step === 'confirming' || step === 'sending' || step === 'not-allowed' || step === 'failed';
  return (
    <li>
      <p id={name} class="let-through-name" ref={focus.name} tabIndex={-1}>
        <strong>{fileName}</strong>
      </p>
      <p>{reason[lang]}</p>
      {step === 'asked' && (
        <button
          type="button"
          class="button"
          ref={focus.button}
          aria-describedby={name}
          onClick={() => setStep('confirming')}
        >
          {say(letThroughWords.button, lang)}
        </button>
      )}
      {isOpen && (
        <Confirming
          name={name}
          question={focus.question}
          isSending={step === 'sending'}
          onAnswer={(isRight) => void answer(isRight)}
        />
      )}
      <p role="status" class={`let-through-said let-through-${step}`}>
        {step !== 'asked' && step !== 'confirming' && say(letThroughWords[step], lang)}
      </p>
      {step === 'not-asked' && (
        <button
          type="button"
          class="button"
          onClick={() => {
            document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
            setStep('asked');
            retryFailed();
          }}
        >
          {say(letThroughWords.again, lang)}
        </button>
      )}
    </li>
  );
}
