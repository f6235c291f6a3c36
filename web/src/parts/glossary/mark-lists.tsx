/** The marks of the dashboard explained: of figures, of goals, of monthly reports and of findings. */
import { glossaryWords } from '#sheets-schema/vocabulary/words/glossary.ts';
import type { Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { goalStates } from '../../shape/goals/goal-rows.ts';
import { reportStates } from '../../shape/reports/report-rows.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { StateMark } from '../figure/figure-text.tsx';
import { GoalStateText } from '../goals/goal-row.tsx';
import { ReportMark } from '../reports/report-calendar.tsx';
import { Marks } from './terms.tsx';
import '../../styles/goals.css';
import '../../styles/workbooks.css';

const w = glossaryWords;

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

/** 0, 未報告, 秘匿, 対象外, ＊. */
export function FigureMarks() {
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

/** 達成, 届く見込み, … */
export function GoalMarks() {
  const lang = language.value;
  return (
    <Marks
      rows={goalStates.map(({ state, mark, word }) => ({
        key: state,
        mark: <GoalStateText state={state} mark={mark} word={say(word, lang)} />,
        name: '',
        text: say(goalTexts[state], lang),
      }))}
    />
  );
}

/** ● ◐ ⓪ … ・ of the calendar. */
export function ReportMarks() {
  const lang = language.value;
  return (
    <Marks
      rows={(['reported', 'late', 'zero', 'unreported', 'not-due'] as const).map((look) => ({
        key: look,
        mark: <ReportMark look={look} />,
        name: say(look === 'late' ? statusWords.late : reportStates[look].word, lang),
        text: say(look === 'late' ? statusWords.legendLate : reportTexts[look], lang),
      }))}
    />
  );
}

/** 要修正 and お知らせ. */
export function FindingMarks() {
  const lang = language.value;
  return (
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
  );
}
