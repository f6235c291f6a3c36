/** 運用の状態 as tables and sentences. Pure. */
import type { OperationAnswer } from '#functions/publish/run-status.ts';
import { describeSendProblem } from '#sheets-schema/vocabulary/send-problem.ts';
import { auditReasonWords } from '#sheets-schema/vocabulary/words/audit-reasons.ts';
import { operationWords } from '#sheets-schema/vocabulary/words/operation.ts';
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatDay, formatMoment, formatNumber } from '../figures/format.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel } from '../table-model.ts';

type Run = OperationAnswer['runs'][number];

const text = (words: string): TableCell => ({ kind: 'text', text: words });

/** A day, or a moment where it is one. */
export function formatSince(since: string, language: Language): string {
  return since.length === 10 ? formatDay(since, language) : formatMoment(since, language);
}

/** Whether it runs, since when not, and by when the next run is to have ended. */
export function sayHealth(answer: OperationAnswer, language: Language): string {
  const { status, since, failedRuns, expectedBy } = answer;
  const moment = since === null ? '' : formatMoment(since, language);
  if (status === 'late') return say(operationWords.late, language, { moment });
  if (status === 'failing') return say(operationWords.failing, language, { moment, count: failedRuns });
  if (answer.ranAt === null) return say(operationWords.none, language);
  const next =
    expectedBy === null ? [] : [say(operationWords.expected, language, { moment: formatMoment(expectedBy, language) })];
  return [say(operationWords.ok, language), ...next].join(language === 'ja' ? '' : ' ');
}

/** With why it failed, which is in sight on a telephone, too; what has no words stands as it was recorded. */
function sayOutcome(outcome: Run['outcome'], error: string | null, language: Language): string {
  const phrases: Readonly<Record<string, Phrase | undefined>> = auditReasonWords;
  const said = operationWords[outcome][language];
  if (error === null) return said;
  return say(operationWords.outcomeBecause, language, { outcome: said, reason: phrases[error]?.[language] ?? error });
}

export function shapeRuns({ runs }: OperationAnswer, language: Language): TableModel {
  const words = operationWords;
  const numbers = ['columnListed', 'columnRead', 'columnHeld', 'columnUnanswered', 'columnPostponed'] as const;
  return {
    caption: words.runs[language],
    rowHeader: words.columnEnded[language],
    columns: [
      { key: 'outcome', label: words.columnOutcome[language], isText: true },
      { key: 'seconds', label: words.columnSeconds[language] },
      ...numbers.map((key) => ({ key, label: words[key][language] })),
    ],
    rows: runs.map(({ run, startedAt, endedAt, outcome, error, workbooks }) => ({
      key: run,
      label: formatMoment(endedAt, language),
      cells: [
        text(sayOutcome(outcome, error, language)),
        text(formatNumber((Date.parse(endedAt) - Date.parse(startedAt)) / 1000)),
        ...[workbooks.listed, workbooks.read, workbooks.held, workbooks.unanswered, workbooks.postponed].map((count) =>
          text(outcome === 'failed' ? '' : formatNumber(count)),
        ),
      ],
    })),
  };
}

export function shapeReceivers({ receivers }: OperationAnswer, language: Language): TableModel {
  const words = operationWords;
  return {
    caption: words.receivers[language],
    rowHeader: words.columnReceiver[language],
    columns: [
      { key: 'sent', label: words.columnSent[language], isText: true },
      { key: 'state', label: words.columnState[language], isText: true },
    ],
    rows: receivers.map(({ name, sentAt, failedSince, problem }) => ({
      key: name,
      label: name,
      cells: [
        text(sentAt === null ? words.never[language] : formatMoment(sentAt, language)),
        text(
          failedSince === null
            ? words.receiverFine[language]
            : say(words.receiverFails, language, {
                moment: formatMoment(failedSince, language),
                problem: problem === null ? '' : describeSendProblem(problem, language),
              }),
        ),
      ],
    })),
  };
}
