/** The two rows above the lines of チェック結果: how much is counted or why nothing is, and when that was found out. */
import { describeFailure, type Finding } from '#sheets-schema';
import { dayInJapan } from '../../domain/calendar.ts';
import { joinSame } from './answer-lines.ts';
import type { Outcome } from './outcome.ts';
import { asPlainText, say, sayDay } from './say.ts';

/** A reason that names hundreds of headers is cut; the lines below name them. */
const longestReason = 500;

/** What the workbook has come to, in one breath. */
export function writeSummary(outcome: Outcome): string {
  if (outcome.kind === 'held') {
    const reason = describeFailure(outcome.reason.code, outcome.reason.facts, 'ja');
    return (
      asPlainText(reason, longestReason) +
      say(outcome.keepsFigures ? 'keepsFigures' : 'noFiguresYet', { day: sayDay(outcome.since) })
    );
  }
  const { findings, rows } = outcome;
  const refused = rows.read - rows.accepted;
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (rows.read === 0) {
    return errors.length === 0 ? say('nothingYet') : say('nothingYetToMend', { count: countPlaces(errors) });
  }
  if (refused > 0) return say('someRefused', { ...rows, refused });
  if (errors.length > 0) return say('someCellsUnread', { read: rows.read, count: countPlaces(errors) });
  if (findings.length > 0) return say('onlyNotices', { read: rows.read, count: joinSame(findings).length });
  return say('allCounted', { read: rows.read });
}

/** 「2024年11月21日 18:05 に確認しました」, in Japan's time. */
export function writeTime(now: Date): string {
  const time = new Date(now.getTime() + 9 * 3_600_000).toISOString().slice(11, 16);
  return say('checkedAt', { day: sayDay(dayInJapan(now)), time });
}

const anyTime = new RegExp(`^${say('checkedAt', { day: say('day', digits()), time: '[0-9]{2}:[0-9]{2}' })}$`);

/** Whether a cell is our line about the time, whichever time it tells. */
export function isTimeLine(text: unknown): boolean {
  return typeof text === 'string' && anyTime.test(text);
}

function digits(): { readonly year: string; readonly month: string; readonly date: string } {
  return { year: '[0-9]{4}', month: '[0-9]{1,2}', date: '[0-9]{1,2}' };
}

/** Cells, or rows and tabs where there is no cell; each once, however many findings name it. */
function countPlaces(findings: readonly Finding[]): number {
  const places = new Map<string, Set<number | null>>();
  for (const { tab, row, header, otherRows } of findings) {
    const column = JSON.stringify([tab, header]);
    const rows = places.get(column) ?? new Set();
    places.set(column, rows);
    rows.add(row);
    for (const other of otherRows) rows.add(other);
  }
  return [...places.values()].reduce((sum, { size }) => sum + size, 0);
}
