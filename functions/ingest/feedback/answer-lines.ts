/** The lines of チェック結果: each finding as a row, with a link to its place. */
import { describeFinding, type Finding, findingMessages, isPersonalCode } from '#sheets-schema';
import { daysBetween } from '../../domain/calendar.ts';
import type { Day } from '../../domain/codes.ts';
import type { AnswerCell, AnswerRow } from '../../world.ts';
import { asPlainText, say, sayRows } from './say.ts';

/** More findings are not listed at once; nobody works through so many in a day. */
export const mostLines = 1_000;

/** The row of a finding. `day`: when it was first seen, `null` where that is not known. `tabIds`: ids of tabs by their names. */
export function writeLine(finding: Finding, day: Day | null, tabIds: ReadonlyMap<string, string>): AnswerRow {
  const { sentence, mend } = divide(finding);
  return {
    look: finding.severity,
    cells: [
      writePlace(finding, tabIds),
      say(finding.severity === 'error' ? 'toMend' : 'notice'),
      textOrNull(finding.header),
      isPersonalCode(finding.code) ? say('notShown') : textOrNull(finding.typed),
      textOrNull(sentence + sayOtherRows(finding)),
      textOrNull(mend),
      textOrNull(finding.suggestion),
      day === null ? null : { serial: serialOf(day), shows: 'day' },
    ],
  };
}

/**
 * Findings that stand for the same rows are one line: rows that share a 受付番号 each have a finding that names the others. The first
 * in the given order stays.
 */
export function joinSame(findings: readonly Finding[]): readonly Finding[] {
  const said = new Set<string>();
  return findings.filter(({ code, tab, row, header, typed, otherRows }) => {
    if (row === null || otherRows.length === 0) return true;
    const key = JSON.stringify([code, tab, header, typed, [row, ...otherRows].toSorted((a, b) => a - b)]);
    const isNew = !said.has(key);
    said.add(key);
    return isNew;
  });
}

function writePlace({ tab, row, cell }: Finding, tabIds: ReadonlyMap<string, string>): AnswerCell {
  if (tab === null) return say('wholeWorkbook');
  const words =
    cell !== null ? say('placeCell', { tab, cell }) : row !== null ? say('placeRow', { tab, row: String(row) }) : tab;
  const text = textOrNull(words) ?? say('wholeWorkbook');
  const tabId = tabIds.get(tab);
  if (tabId === undefined) return text;
  return { text, link: { tabId, address: cell ?? `A${row ?? 1}` } };
}

/** What a person is to do ends so. */
const isAdvice = /(?:ください|構いません)。$/;

/**
 * The sentence of a finding in two: what happened, and what to do. Where it does not say both, the advice is that of its kind.
 * Together they never say less than the sentence.
 */
function divide(finding: Finding): { readonly sentence: string; readonly mend: string } {
  const sentences = sentencesOf(describeFinding(finding, 'ja'));
  let facts = sentences.length;
  while (facts > 0 && isAdvice.test(sentences[facts - 1] ?? '')) facts -= 1;
  return facts === 0 || facts === sentences.length
    ? { sentence: sentences.join(''), mend: findingMessages[finding.code].mend.ja }
    : { sentence: sentences.slice(0, facts).join(''), mend: sentences.slice(facts).join('') };
}

/** Divided after each 。 that is in no brackets. */
function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (letter === '「' || letter === '（') depth += 1;
    if (letter === '」' || letter === '）') depth -= 1;
    if (letter !== '。' || depth !== 0) continue;
    sentences.push(text.slice(from, index + 1));
    from = index + 1;
  }
  return from < text.length ? [...sentences, text.slice(from)] : sentences;
}

/** Other rows, where the sentence itself does not name them. */
function sayOtherRows({ code, otherRows }: Finding): string {
  if (otherRows.length === 0 || findingMessages[code].ja.includes('{rows}')) return '';
  const most = 10;
  const rows = sayRows(otherRows.slice(0, most));
  return otherRows.length <= most
    ? say('otherRows', { rows })
    : say('manyOtherRows', { rows, count: otherRows.length });
}

/** Longer texts in a cell are not read, and one beyond 50,000 signs would cost the whole answer. */
const longestText = 1_000;

function textOrNull(text: string | null): string | null {
  const plain = text === null ? '' : asPlainText(text, longestText);
  return plain.trim() === '' ? null : plain;
}

/** Days since 1899-12-30, as spreadsheets count them. */
function serialOf(day: Day): number {
  return daysBetween('1899-12-30' as Day, day);
}
