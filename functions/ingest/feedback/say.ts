/** Fills the sentences that stand in an office's workbook (チェック結果, notes). They speak Japanese only (messages/answers.ts says why). */
import { answerMessages } from '#sheets-schema/vocabulary/messages/answers.ts';
import type { Day } from '../../domain/codes.ts';

export type AnswerMessage = keyof typeof answerMessages;

/** A sentence with its facts; numbers are grouped by three. */
export function say(message: AnswerMessage, facts: Readonly<Record<string, string | number>> = {}): string {
  return answerMessages[message].ja.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const fact = facts[name] ?? '';
    return typeof fact === 'number' ? String(fact).replace(/(?<=[0-9])(?=(?:[0-9]{3})+$)/g, ',') : fact;
  });
}

/** '2024年11月21日'. */
export function sayDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return say('day', { year, month: String(Number(month)), date: String(Number(date)) });
}

/** '13行目、14' before the 行目 of the sentence. */
export function sayRows(rows: readonly number[]): string {
  return rows.join('行目、');
}

/** What a cell and a note can hold everywhere: no signs that programs leave out or refuse, and not too long. */
export function asPlainText(text: string, most: number): string {
  const letters = [...text.replace(/(?!\n)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')];
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`;
}
