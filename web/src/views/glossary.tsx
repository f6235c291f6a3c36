/** 用語と定義: what every number counts, which words the workbook understands, what the marks mean. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { glossaryWords } from '#sheets-schema/vocabulary/words/glossary.ts';
import { goalWords } from '#sheets-schema/vocabulary/words/goals.ts';
import type { Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { Later } from '../parts/frame/later.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { CodeTable } from '../parts/glossary/code-table.tsx';
import { Indicators } from '../parts/glossary/indicator-list.tsx';
import { FigureMarks, FindingMarks, GoalMarks, ReportMarks } from '../parts/glossary/mark-lists.tsx';
import { type Term, Terms } from '../parts/glossary/terms.tsx';
import { shapeCodeGroups, shapeIndicatorGroups } from '../shape/glossary/glossary-rows.ts';
import { say } from '../shape/say.ts';
import { language } from '../signals.ts';
import '../styles/glossary.css';

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

const rules: readonly Term[] = [
  ['kinds', w.kindsTerm, w.kindsText],
  ['once', w.onceTerm, w.onceText],
  ['shares', w.sharesTerm, w.sharesText],
  ['year', w.yearTerm, w.yearText],
  ['comparison', w.comparisonTerm, w.comparisonText],
  ['months', w.monthsTerm, w.monthsText],
  ['unknown', w.unknownTerm, w.unknownText],
  ['compound', w.compoundTerm, w.compoundText],
];

const terms: readonly Term[] = [
  ['office', w.officeTerm, w.officeText],
  ['area', w.areaTerm, w.areaText],
  ['pathway', w.pathwayTerm, w.pathwayText],
  ['handover', w.handoverTerm, w.handoverText],
  ['release', w.releaseTerm, w.releaseText],
  ['held', w.heldTerm, w.heldText],
];

function Part({ id, title, children }: { id: string; title: Phrase; children: ComponentChildren }) {
  return (
    <section class="section glossary-part" aria-labelledby={id}>
      <h2 id={id}>{say(title, language.value)}</h2>
      {children}
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
          <Later key={group.title}>
            <Indicators group={group} />
          </Later>
        ))}
      </Part>
      <Later>
        <Part id="rules" title={w.rulesTitle}>
          <Terms of={rules} />
        </Part>
      </Later>
      <Later>
        <Part id="marks" title={w.marksTitle}>
          <FigureMarks />
        </Part>
      </Later>
      <Later>
        <Part id="goal-marks" title={w.goalMarksTitle}>
          <GoalMarks />
          <p class="note">{say(goalWords.noteGoals, lang)}</p>
        </Part>
      </Later>
      <Later>
        <Part id="report-marks" title={w.reportMarksTitle}>
          <ReportMarks />
        </Part>
      </Later>
      <Later>
        <Part id="findings" title={w.findingsTitle}>
          <FindingMarks />
        </Part>
      </Later>
      <Later>
        <Part id="words" title={w.wordsTitle}>
          <Terms of={terms} />
        </Part>
      </Later>
      <Part id="lists" title={w.listsTitle}>
        <p class="measure">{say(w.listsLead, lang)}</p>
        {shapeCodeGroups(lang).map((group) => (
          <Later key={group.anchor}>
            <CodeTable group={group} />
          </Later>
        ))}
      </Part>
    </div>
  );
}
