/** 用語と定義: what every number counts, which words the workbook understands, what the marks mean. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { glossaryWords } from '#sheets-schema/vocabulary/words/glossary.ts';
import { goalWords } from '#sheets-schema/vocabulary/words/goals.ts';
import type { Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { StateMark } from '../parts/figure/figure-text.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { GoalStateText } from '../parts/goals/goal-row.tsx';
import { ReportMark } from '../parts/reports/report-calendar.tsx';
import {
  type CodeGroup,
  type IndicatorGroup,
  shapeCodeGroups,
  shapeIndicatorGroups,
} from '../shape/glossary/glossary-rows.ts';
import { goalStates } from '../shape/goals/goal-rows.ts';
import { reportStates } from '../shape/reports/report-rows.ts';
import { say } from '../shape/say.ts';
import { language } from '../signals.ts';
import '../styles/glossary.css';
import '../styles/goals.css';
import '../styles/workbooks.css';

const w = glossaryWords;

/** The parts of the page with their anchors, in order. */
const parts = [
  { id: 'indicators', title: w.indicatorsTitle },
  { id: 'rules', title: w.rulesTitle },
  { id: 'marks', title: w.marksTitle },
  { id: 'goal-marks', title: w.goalMarksTitle },
  { id: 'report-marks', title: w.reportMarksTitle },
  { id: 'findings', title: w.findingsTitle },
  { id: 'words', title: w.wordsTitle },
  { id: 'lists', title: w.listsTitle },
] as const;

const rules: readonly (readonly [string, Phrase, Phrase])[] = [
  ['kinds', w.kindsTerm, w.kindsText],
  ['once', w.onceTerm, w.onceText],
  ['shares', w.sharesTerm, w.sharesText],
  ['year', w.yearTerm, w.yearText],
  ['comparison', w.comparisonTerm, w.comparisonText],
  ['months', w.monthsTerm, w.monthsText],
  ['unknown', w.unknownTerm, w.unknownText],
  ['compound', w.compoundTerm, w.compoundText],
];

const terms: readonly (readonly [string, Phrase, Phrase])[] = [
  ['office', w.officeTerm, w.officeText],
  ['area', w.areaTerm, w.areaText],
  ['pathway', w.pathwayTerm, w.pathwayText],
  ['handover', w.handoverTerm, w.handoverText],
  ['release', w.releaseTerm, w.releaseText],
  ['held', w.heldTerm, w.heldText],
];

const goalTexts = {
  met: w.goalMet,
  onPace: w.goalOnPace,
  behind: w.goalBehind,
  missed: w.goalMissed,
  cannotJudge: w.goalCannotJudge,
  noResult: w.goalNoResult,
  noGoal: w.goalNoGoal,
} as const;

const reportTexts = {
  reported: statusWords.legendReported,
  zero: statusWords.legendZero,
  unreported: statusWords.legendUnreported,
  'not-due': statusWords.legendNotDue,
} as const;

function Part({ id, title, children }: { id: string; title: Phrase; children: ComponentChildren }) {
  return (
    <section class="section glossary-part" aria-labelledby={id}>
      <h2 id={id}>{say(title, language.value)}</h2>
      {children}
    </section>
  );
}

function Terms({ of }: { of: readonly (readonly [string, Phrase, Phrase])[] }) {
  const lang = language.value;
  return (
    <dl class="terms">
      {of.map(([id, term, text]) => (
        <div key={id} id={id}>
          <dt>{say(term, lang)}</dt>
          <dd>{say(text, lang)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Marks({ rows }: { rows: readonly { key: string; mark: ComponentChildren; name: string; text: string }[] }) {
  return (
    <dl class="terms marks">
      {rows.map(({ key, mark, name, text }) => (
        <div key={key}>
          <dt>
            <span class={name === '' ? undefined : 'mark-place'}>{mark}</span>
            {name}
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function FigureMarks() {
  const lang = language.value;
  const shown = (state: 'unreported' | 'suppressed' | 'n/a', name: Phrase, text: Phrase) => ({
    key: state,
    mark: <StateMark state={state} />,
    name: say(name, lang),
    text: say(text, lang),
  });
  return (
    <Marks
      rows={[
        { key: 'zero', mark: <span class="zero">0</span>, name: say(w.zeroName, lang), text: say(w.zeroText, lang) },
        shown('unreported', w.unreportedName, w.unreportedText),
        shown('suppressed', w.suppressedName, w.suppressedText),
        shown('n/a', w.notApplicableName, w.notApplicableText),
        { key: 'partly', mark: '＊', name: say(w.partlyName, lang), text: say(w.partlyText, lang) },
      ]}
    />
  );
}

function Indicators({ group }: { group: IndicatorGroup }) {
  const lang = language.value;
  return (
    <>
      <h3>{group.title}</h3>
      <dl class="terms indicators">
        {group.entries.map((entry) => (
          <div key={entry.code} id={entry.code}>
            <dt>
              <span class="code">{entry.code}</span> {entry.name}
              <span class="other" lang={lang === 'ja' ? 'en' : 'ja'}>
                {entry.otherName}
              </span>
            </dt>
            <dd>
              <p>{entry.definition}</p>
              <p class="measure facts">
                <span>{say(w.unitIs, lang, { unit: entry.unit })}</span>
                <span>{say(w.kindIs, lang, { kind: entry.kind })}</span>
                <span>{say(w.breakdownIs, lang, { names: entry.breakdown })}</span>
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function CodeTable({ group }: { group: CodeGroup }) {
  const lang = language.value;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section class="table-frame" tabIndex={0} aria-labelledby={group.anchor}>
      <h3 id={group.anchor}>{group.title}</h3>
      <table class="figures codes">
        <thead>
          <tr>
            <th scope="col">{say(w.columnWord, lang)}</th>
            <th scope="col">{say(w.columnCode, lang)}</th>
            <th scope="col">{say(w.columnOther, lang)}</th>
            <th scope="col">{say(w.columnSynonyms, lang)}</th>
          </tr>
        </thead>
        <tbody>
          {group.entries.map((entry) => (
            <tr key={entry.code} id={entry.code}>
              <th scope="row" class={entry.depth === 1 ? 'deeper' : undefined}>
                {entry.name}
              </th>
              <td>{entry.code}</td>
              <td lang={lang === 'ja' ? 'en' : 'ja'}>{entry.otherName}</td>
              <td lang="ja">{entry.synonyms}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export default function GlossaryView() {
  const lang = language.value;
  // The page is drawn after the browser looked for the anchor of its address.
  useEffect(() => {
    if (location.hash.length > 1) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, []);
  return (
    <div class="glossary">
      <PageHead page={pageWords.glossary} shown="" />
      <p class="lead">{say(w.lead, lang)}</p>
      <nav aria-label={say(w.contents, lang)} class="contents">
        <ul>
          {parts.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{say(title, lang)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Part id="indicators" title={w.indicatorsTitle}>
        {shapeIndicatorGroups(lang).map((group) => (
          <Indicators key={group.title} group={group} />
        ))}
      </Part>
      <Part id="rules" title={w.rulesTitle}>
        <Terms of={rules} />
      </Part>
      <Part id="marks" title={w.marksTitle}>
        <FigureMarks />
      </Part>
      <Part id="goal-marks" title={w.goalMarksTitle}>
        <Marks
          rows={goalStates.map(({ state, mark, word }) => ({
            key: state,
            mark: <GoalStateText state={state} mark={mark} word={say(word, lang)} />,
            name: '',
            text: say(goalTexts[state], lang),
          }))}
        />
        <p class="note">{say(goalWords.noteGoals, lang)}</p>
      </Part>
      <Part id="report-marks" title={w.reportMarksTitle}>
        <Marks
          rows={(['reported', 'zero', 'unreported', 'not-due'] as const).map((state) => ({
            key: state,
            mark: <ReportMark state={state} />,
            name: say(reportStates[state].word, lang),
            text: say(reportTexts[state], lang),
          }))}
        />
      </Part>
      <Part id="findings" title={w.findingsTitle}>
        <Marks
          rows={[
            {
              key: 'error',
              mark: <span class="badge badge-short">{say(statusWords.error, lang)}</span>,
              name: '',
              text: say(w.findingErrorText, lang),
            },
            {
              key: 'notice',
              mark: <span class="badge">{say(statusWords.notice, lang)}</span>,
              name: '',
              text: say(w.findingNoticeText, lang),
            },
          ]}
        />
      </Part>
      <Part id="words" title={w.wordsTitle}>
        <Terms of={terms} />
      </Part>
      <Part id="lists" title={w.listsTitle}>
        <p class="measure">{say(w.listsLead, lang)}</p>
        {shapeCodeGroups(lang).map((group) => (
          <CodeTable key={group.anchor} group={group} />
        ))}
      </Part>
    </div>
  );
}
