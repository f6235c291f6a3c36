/** 「これで正しいですか」 as the first lines of チェック結果: the box to tick, and each change that is asked about. */
import { describeFailure, tables } from '#sheets-schema';
import type { AnswerRow } from '../../world.ts';
import { factsOf, wordsOf } from '../guards/ask.ts';
import type { GuardedChange, Question } from '../ingested.ts';
import { say } from './say.ts';

const columns = Object.keys(tables.findings.columns);
/** 0-based column of the box: 入力された値. */
export const tickColumn = columns.indexOf('typed');

/** How a question is named in the tab, with a word: spreadsheets take '12345678' and '1234e567' for numbers. */
export function sayQuestion({ id }: Pick<Question, 'id'>): string {
  return say('questionId', { id });
}

export function writeQuestion(question: Question, tabIds: ReadonlyMap<string, string>): readonly AnswerRow[] {
  const left = question.count - question.changes.length;
  return [
    line({
      place: say('wholeWorkbook'),
      typed: { asks: say('yes') },
      header: say('tickHere'),
      sentence: say('isItRight', { count: question.count }),
      mend: say('howToAnswer'),
      suggestion: sayQuestion(question),
    }),
    ...question.changes.map((change) =>
      line({ place: placeOf(change, tabIds), header: headerOf(change), sentence: sentenceOf(change) }),
    ),
    ...(left > 0 ? [line({ sentence: say('moreChanges', { count: left }) })] : []),
  ];
}

type Cells = AnswerRow['cells'];
type Named = Readonly<Partial<Record<keyof typeof tables.findings.columns, Cells[number]>>>;

function line(cells: Named): AnswerRow {
  const named: Readonly<Record<string, Cells[number] | undefined>> = { severity: say('toConfirm'), ...cells };
  return { look: 'notice', cells: columns.map((name) => named[name] ?? null) };
}

function placeOf({ tab, ...change }: GuardedChange, tabIds: ReadonlyMap<string, string>): Cells[number] {
  const tabId = tabIds.get(tab);
  if (tabId === undefined) return tab;
  const row = change.kind === 'cumulative-fell' ? change.row : 1;
  return { text: tab, link: { tabId, address: `A${row}` } };
}

function headerOf(change: GuardedChange): string | null {
  return 'header' in change ? change.header : null;
}

function sentenceOf(change: GuardedChange): string {
  return describeFailure(`change/${wordsOf(change)}`, factsOf(change), 'ja');
}
