/** 運用の状態: whether it runs, what is wrong and who should do what, the latest runs, and who is told. For administrators. */
import { useId, useRef } from 'preact/hooks';
import type { OperationAnswer } from '#functions/publish/run-status.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { operationWords } from '#sheets-schema/vocabulary/words/operation.ts';
import { useAddress } from '../loaders.ts';
import { FigureTable } from '../parts/figure/figure-table.tsx';
import { InFrame } from '../parts/figure/in-frame.ts';
import { AdministratorsOnly, NoAdministrator } from '../parts/frame/administrators-only.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Settled } from '../parts/frame/states.tsx';
import { AnswerQuestion } from '../parts/reports/let-through.tsx';
import { formatDay, formatMoment } from '../shape/figures/format.ts';
import { formatSince, sayHealth, shapeReceivers, shapeRuns } from '../shape/operation/operation-tables.ts';
import { say } from '../shape/say.ts';
import { addressOf, language, navigate, retryEvent, session } from '../signals.ts';
import '../styles/operation.css';

function Trouble({ trouble }: { trouble: OperationAnswer['troubles'][number] }) {
  const lang = language.value;
  const { name, what, who, since, toldOn, municipality, address, asked = null } = trouble;
  const heading = { id: useId(), ref: useRef<HTMLHeadingElement>(null) };
  const told =
    toldOn === null
      ? say(operationWords.notTold, lang)
      : say(operationWords.told, lang, { day: formatDay(toldOn, lang) });
  const status = { view: 'status', municipality } as const;
  const isOpenToThem =
    session.value.status === 'ready' && session.value.value.municipalities.some(({ code }) => code === municipality);
  return (
    <li>
      <h3 id={heading.id} ref={heading.ref} tabIndex={-1}>
        {name[lang]}
      </h3>
      <p class="measure">
        {say(operationWords.since, lang, { day: formatSince(since, lang) })}
        {lang === 'ja' ? '・' : ', '}
        {told}
      </p>
      <p>{what[lang]}</p>
      {asked?.isLetThrough !== true && <p>{who[lang]}</p>}
      {asked !== null && (
        <div class="let-through">
          <AnswerQuestion key={`${asked.workbook} ${asked.question}`} asked={asked} name={heading} />
        </div>
      )}
      {(address !== null || isOpenToThem) && (
        <p class="trouble-links">
          {address !== null && (
            <a href={address} target="_blank" rel="noopener noreferrer">
              {say(operationWords.openWorkbook, lang)}
            </a>
          )}
          {isOpenToThem && (
            <a
              href={addressOf(status)}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
                event.preventDefault();
                navigate(status);
                scrollTo(0, 0);
              }}
            >
              {say(operationWords.openStatus, lang)}
            </a>
          )}
        </p>
      )}
    </li>
  );
}

function Operation({ answer }: { answer: OperationAnswer }) {
  const lang = language.value;
  const { troubles, runs, receivers, waiting, rules, status } = answer;
  return (
    <InFrame.Provider value={true}>
      <p class={`operation-health operation-${status}`} role="status">
        <strong>{sayHealth(answer, lang)}</strong>
      </p>
      <p class="operation-again">
        <button type="button" class="button" onClick={() => dispatchEvent(new Event(retryEvent))}>
          {say(operationWords.again, lang)}
        </button>
      </p>
      <section class="section" aria-labelledby="troubles-title">
        <h2 id="troubles-title">
          {troubles.length === 0
            ? say(operationWords.troublesNone, lang)
            : say(operationWords.troubles, lang, { count: troubles.length })}
        </h2>
        {troubles.length > 0 && (
          <ul class="troubles">
            {troubles.map((trouble) => (
              <Trouble key={trouble.key} trouble={trouble} />
            ))}
          </ul>
        )}
      </section>
      <section class="section" aria-labelledby="runs-title">
        <h2 id="runs-title">{say(operationWords.runs, lang)}</h2>
        {runs.length === 0 ? (
          <p>{say(operationWords.runsNone, lang)}</p>
        ) : (
          <FigureTable model={shapeRuns(answer, lang)} />
        )}
        {rules !== null && <p class="measure operation-note">{say(operationWords.rules, lang, { count: rules })}</p>}
      </section>
      <section class="section" aria-labelledby="receivers-title">
        <h2 id="receivers-title">{say(operationWords.receivers, lang)}</h2>
        {receivers.length === 0 ? (
          <>
            <p>{say(operationWords.receiversNone, lang)}</p>
            <p>
              <code class="command">npm run tell -- --test</code>
            </p>
          </>
        ) : (
          <div class="read-lines">
            <FigureTable model={shapeReceivers(answer, lang)} />
          </div>
        )}
        {waiting > 0 && <p class="operation-note">{say(operationWords.waiting, lang, { count: waiting })}</p>}
      </section>
    </InFrame.Provider>
  );
}

function LoadedOperation() {
  const lang = language.value;
  const loaded = useAddress<OperationAnswer>('/api/operation', 'operation');
  const ranAt = loaded.status === 'ready' ? loaded.value.ranAt : null;
  if (loaded.status === 'failed' && loaded.trouble === 'forbidden') return <NoAdministrator />;
  return (
    <>
      {ranAt !== null && (
        <p class="measure">{say(operationWords.shown, lang, { moment: formatMoment(ranAt, lang) })}</p>
      )}
      <Settled of={loaded}>{(answer) => <Operation answer={answer} />}</Settled>
    </>
  );
}

export default function HealthView() {
  return (
    <>
      <PageHead page={pageWords.health} shown="" isFictional={false} />
      <AdministratorsOnly>
        <LoadedOperation />
      </AdministratorsOnly>
    </>
  );
}
