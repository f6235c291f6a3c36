/**
 * 操作の記録 as CSV, for whoever keeps it elsewhere: one line an entry, oldest first, with the sentence of the page and what a machine needs
 * to sort and count. Nothing that was recorded is left out: `facts` holds it as JSON. Pure.
 */
import {
  type MunicipalityNames,
  municipalityOf,
  nameAction,
  sayEntry,
} from '#sheets-schema/vocabulary/audit-sentence.ts';
import { auditColumnWords, auditWords } from '#sheets-schema/vocabulary/words/audit.ts';
import type { RecordedEntry } from './audit-entry.ts';

const columns = Object.values(auditColumnWords).map(({ ja }) => ja);
/** Where a spreadsheet would begin a formula: also in full-width and small forms. */
const formulaStart = /^[\s\u3000\uFEFF]*[=+\-@＝＋－＠﹦﹢﹣﹫−]/u;

/** @param unreadable names of entries that could not be read: each is a line that says so, at the end */
export function writeAuditCsv(
  entries: readonly RecordedEntry[],
  { names, unreadable }: { readonly names: MunicipalityNames; readonly unreadable: readonly string[] },
): string {
  const lines = [
    ...entries.toReversed().map((entry) => lineOf(entry, names)),
    ...unreadable.map((name) => [
      '',
      '',
      '',
      '',
      '',
      auditWords.unreadableLine.ja,
      auditWords.unreadableLine.en,
      '',
      name,
      '',
    ]),
  ];
  return `\uFEFF${[columns, ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

function lineOf(entry: RecordedEntry, names: MunicipalityNames): readonly string[] {
  const { at, action, actor, subject, facts } = entry;
  const municipality = municipalityOf(entry) ?? '';
  const reading = { names, years: 'eras' } as const;
  return [
    timeInJapan(at),
    actor ?? '',
    nameAction(action, 'ja'),
    municipality,
    names.get(municipality) ?? '',
    sayEntry(entry, { ...reading, language: 'ja' }),
    sayEntry(entry, { ...reading, language: 'en' }),
    action,
    subject ?? '',
    JSON.stringify(facts),
  ];
}

/** '2026-11-15 09:00:00', which spreadsheets take for a time. */
function timeInJapan(at: string): string {
  return new Date(Date.parse(at) + 9 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

function quoted(cell: string): string {
  const safe = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
