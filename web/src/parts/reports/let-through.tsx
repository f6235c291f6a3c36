/** 「これで正しいですか」 for administrators: a held workbook that looks like an accident is let through, once that is confirmed. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { WorkbooksAnswer } from '#functions/publish/run-status.ts';
import { letThroughWords } from '#sheets-schema/vocabulary/words/let-through.ts';
import { letThrough } from '../../api.ts';
import { say } from '../../shape/say.ts';
import { language, retryFailed, session } from '../../signals.ts';
import '../../styles/let-through.css';

/** 'failed' and 'not-allowed' leave the question open, so that it can be answered once more. answered: by somebody, before this page. */
type Step = 'asked' | 'confirming' | 'sending' | 'let-through' | 'answered' | 'not-asked' | 'not-allowed' | 'failed';

interface Question {
  readonly workbook: string;
  readonly question: string;
  readonly isLetThrough: boolean;
}

interface AskedOf extends Question {
  readonly fileName: string;
  readonly reason: { readonly ja: string; readonly en: string };
}

/** Nothing for others, and where nothing is asked. */
export function LetThrough({ answer }: { answer: WorkbooksAnswer }) {
  const lang = language.value;
  const isAdministrator = session.value.status === 'ready' && session.value.value.isAdministrator === true;
  const asked = answer.workbooks.flatMap(
    ({ workbook, fileName, question, isLetThrough = false, held }): readonly AskedOf[] =>
      question == null || held === null ? [] : [{ workbook, fileName, question, isLetThrough, reason: held.reason }],
  );
  if (!isAdministrator || asked.length === 0) return null;
  const open = asked.filter(({ isLetThrough }) => !isLetThrough).length;
  return (
    <section class="section let-through" aria-labelledby="let-through-title">
      <h2 id="let-through-title">
        {open > 0
          ? say(letThroughWords.title, lang, { count: open })
          : say(letThroughWords.titleAnswered, lang, { count: asked.length })}
      </h2>
      <ul class="held">
        {asked.map((one) => (
          <AskedWorkbook key={`${one.workbook} ${one.question}`} {...one} />
        ))}
      </ul>
    </section>
  );
}

/** Where the focus goes when the step before has taken away what had it. */
function useFocusOf(step: Step, name: Named['ref']) {
  const before = useRef<Step>(step);
  const button = useRef<HTMLButtonElement>(null);
  const question = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (before.current === step) return;
    if (step === 'confirming') question.current?.focus();
    if (step === 'asked' && before.current !== 'not-asked') button.current?.focus();
    if (step === 'let-through' || step === 'answered' || step === 'not-asked') name.current?.focus();
    before.current = step;
  }, [step, name]);
  return { button, question };
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

function AskedWorkbook({ fileName, reason, ...asked }: AskedOf) {
  const name = { id: useId(), ref: useRef<HTMLParagraphElement>(null) };
  return (
    <li>
      <p id={name.id} class="let-through-name" ref={name.ref} tabIndex={-1}>
        <strong>{fileName}</strong>
      </p>
      <p>{reason[language.value]}</p>
      <AnswerQuestion asked={asked} name={name} />
    </li>
  );
}

/** What names the workbook, above the question; it has the focus once there is nothing left to be pressed. */
interface Named {
  readonly id: string;
  readonly ref: { readonly current: HTMLElement | null };
}

/** Asks for the answer to one question. Give it a key of workbook and question: another question begins anew. */
export function AnswerQuestion({ asked, name }: { asked: Question; name: Named }) {
  const lang = language.value;
  const [own, setStep] = useState<Step>('asked');
  const step = asked.isLetThrough && own !== 'let-through' ? 'answered' : own;
  const focus = useFocusOf(step, name.ref);
  const answer = async (isRight: boolean) => {
    setStep(isRight ? 'sending' : 'asked');
    if (isRight) setStep(await letThrough(asked.workbook, asked.question));
  };
  const isOpen = step === 'confirming' || step === 'sending' || step === 'not-allowed' || step === 'failed';
  return (
    <>
      {step === 'asked' && (
        <button
          type="button"
          class="button"
          ref={focus.button}
          aria-describedby={name.id}
          onClick={() => setStep('confirming')}
        >
          {say(letThroughWords.button, lang)}
        </button>
      )}
      {isOpen && (
        <Confirming
          name={name.id}
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
    </>
  );
}
