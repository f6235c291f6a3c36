/** 操作の記録: who did what when, by month, narrowed to an action and a person. For administrators. */
import { useRef, useState } from 'preact/hooks';
import type { AuditAnswer } from '#functions/publish/run-status.ts';
import { nameAction } from '#sheets-schema/vocabulary/audit-sentence.ts';
import { auditWords } from '#sheets-schema/vocabulary/words/audit.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { useAddress } from '../loaders.ts';
import { FigureTable } from '../parts/figure/figure-table.tsx';
import { InFrame } from '../parts/figure/in-frame.ts';
import { AdministratorsOnly, NoAdministrator } from '../parts/frame/administrators-only.tsx';
import { ChoiceSelect } from '../parts/frame/choice-select.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Settled } from '../parts/frame/states.tsx';
import { formatNumber, formatPeriod } from '../shape/figures/format.ts';
import { auditChoices, filterAudit, shapeAudit } from '../shape/operation/audit-table.ts';
import { say } from '../shape/say.ts';
import { language, navigate, viewState } from '../signals.ts';
import '../styles/operation.css';

const everything = 'all';

/** By action and person, and the month as CSV. */
function Filters({
  answer,
  action,
  who,
  shown,
  onPerson,
}: {
  answer: AuditAnswer;
  action: string | null;
  who: string | null;
  shown: number;
  onPerson: (person: string | null) => void;
}) {
  const lang = language.value;
  const { actions, people } = auditChoices(answer);
  return (
    <>
      <div class="page-controls audit-filters">
        <ChoiceSelect
          id="audit-action"
          label={say(auditWords.action, lang)}
          options={[
            { key: everything, label: say(auditWords.everyAction, lang) },
            ...actions.map((key) => ({ key, label: nameAction(key, lang) })),
          ]}
          chosen={action ?? everything}
          isSet={action !== null}
          onChoose={(key) => navigate({ kind: key === everything ? null : key })}
        />
        <ChoiceSelect
          id="audit-person"
          label={say(auditWords.person, lang)}
          options={[
            { key: everything, label: say(auditWords.everyPerson, lang) },
            ...people.map((key) => ({ key, label: key === '' ? say(auditWords.unnamed, lang) : key })),
          ]}
          chosen={who ?? everything}
          isSet={who !== null}
          onChoose={(key) => onPerson(key === everything ? null : key)}
        />
        <a href={`/api/audit.csv?month=${answer.month}`} download={`kasanari-audit-${answer.month}.csv`}>
          {say(auditWords.download, lang)}
        </a>
      </div>
      <p class="measure" role="status">
        {say(auditWords.filtered, lang, {
          shown: formatNumber(shown),
          all: formatNumber(answer.entries.length),
        })}
      </p>
    </>
  );
}

function Audit({ answer }: { answer: AuditAnswer }) {
  const lang = language.value;
  // Whose entries are looked at stands in no address: it would be kept in histories and logs.
  const [person, setPerson] = useState<string | null>(null);
  const { kind } = viewState.value;
  const { month, left, unreadable } = answer;
  const { actions, people } = auditChoices(answer);
  const action = kind !== null && actions.includes(kind) ? kind : null;
  const who = person !== null && people.includes(person) ? person : null;
  const entries = filterAudit(answer, { action, person: who });
  const name = formatPeriod(month, lang);
  const names = new Map((answer.municipalities ?? []).map(({ code, name: town }) => [code, town]));
  return (
    <section class="section" aria-labelledby="audit-title">
      <h2 id="audit-title">
        {answer.entries.length === 0
          ? say(auditWords.titleNone, lang, { month: name })
          : say(auditWords.title, lang, { month: name, count: formatNumber(answer.entries.length + left) })}
      </h2>
      <p class="measure">{say(auditWords.measure, lang)}</p>
      {answer.entries.length > 0 && (
        <Filters answer={answer} action={action} who={who} shown={entries.length} onPerson={setPerson} />
      )}
      {left > 0 && <p>{say(auditWords.left, lang, { count: formatNumber(left) })}</p>}
      {unreadable.length > 0 && (
        <p class="currency">
          {say(auditWords.unreadable, lang, { count: unreadable.length, names: unreadable.join(' ') })}
        </p>
      )}
      {entries.length > 0 && (
        <div class="read-lines">
          <InFrame.Provider value={true}>
            <FigureTable model={shapeAudit(entries, lang, names)} />
          </InFrame.Provider>
        </div>
      )}
    </section>
  );
}

/** The month stays where it is chosen while another one is loaded, or cannot be. */
function LoadedAudit() {
  const lang = language.value;
  const { show } = viewState.value;
  const month = /^20\d{2}-(?:0[1-9]|1[0-2])$/.test(show ?? '') ? show : null;
  const address = month === null ? '/api/audit' : `/api/audit?month=${month}`;
  const loaded = useAddress<AuditAnswer>(address, address);
  const known = useRef<readonly string[]>([]);
  if (loaded.status === 'ready') known.current = loaded.value.months;
  const months = known.current;
  if (loaded.status === 'failed' && loaded.trouble === 'forbidden') return <NoAdministrator />;
  return (
    <>
      {months.length > 0 && (
        <div class="page-controls audit-month">
          <ChoiceSelect
            id="audit-month"
            label={say(auditWords.month, lang)}
            options={months.map((key) => ({ key, label: formatPeriod(key, lang) }))}
            chosen={month ?? months[0] ?? ''}
            onChoose={(chosen) => navigate({ show: chosen === months[0] ? null : chosen })}
          />
        </div>
      )}
      <Settled of={loaded}>{(answer) => <Audit answer={answer} />}</Settled>
    </>
  );
}

export default function AuditView() {
  return (
    <>
      <PageHead page={pageWords.audit} shown="" isFictional={false} />
      <AdministratorsOnly>
        <LoadedAudit />
      </AdministratorsOnly>
    </>
  );
}
