/** 操作の記録 as CSV, for whoever keeps it elsewhere: one line an entry, oldest first, times as Japan's clocks show them. Pure. */
import { auditWords } from '#sheets-schema/vocabulary/words/audit.ts';
import type { RecordedEntry } from './audit-entry.ts';

const columns = ['日時', '操作', 'action', '人', '対象', '内容'];
/** Where a spreadsheet would begin a formula. */
const formulaStart = /^[\s\u3000\uFEFF]*[=+\-@＝＋－＠]/u;

export function writeAuditCsv(entries: readonly RecordedEntry[]): string {
  const lines = entries.toReversed().map(({ at, action, actor, subject, facts }) => {
    const inJapan = new Date(Date.parse(at) + 9 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
    const said = Object.entries(facts).map(([name, fact]) => `${name}=${String(fact)}`);
    return [inJapan, auditWords[action].ja, action, actor ?? auditWords.nobody.ja, subject ?? '', said.join(' ')];
  });
  return `\uFEFF${[columns, ...lines].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;
}

function quoted(cell: string): string {
  const safe = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
