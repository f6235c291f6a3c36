/** 操作の記録 as a table, narrowed to an action and a person. Pure. */
import type { AuditAnswer } from '#functions/publish/run-status.ts';
import { type MunicipalityNames, sayEntry } from '#sheets-schema/vocabulary/audit-sentence.ts';
import { auditWords } from '#sheets-schema/vocabulary/words/audit.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatMoment } from '../figures/format.ts';
import { yearStyle } from '../figures/year-style.ts';
import type { TableModel } from '../table-model.ts';

type Entry = AuditAnswer['entries'][number];

export interface AuditFilter {
  readonly action: string | null;
  /** An address; '' is what nobody did. */
  readonly person: string | null;
}

/** Actions and people of the month, each once, in order. */
export function auditChoices({ entries }: AuditAnswer): {
  readonly actions: readonly string[];
  readonly people: readonly string[];
} {
  const once = (values: readonly string[]) => [...new Set(values)].toSorted();
  return {
    actions: once(entries.map(({ action }) => action)),
    people: once(entries.map(({ actor }) => actor ?? '')),
  };
}

export function filterAudit({ entries }: AuditAnswer, { action, person }: AuditFilter): readonly Entry[] {
  return entries.filter(
    (entry) => (action === null || entry.action === action) && (person === null || (entry.actor ?? '') === person),
  );
}

/** Two columns, so that a line can be read aloud. */
export function shapeAudit(entries: readonly Entry[], language: Language, names: MunicipalityNames): TableModel {
  return {
    caption: auditWords.name[language],
    rowHeader: auditWords.columnAt[language],
    columns: [{ key: 'entry', label: auditWords.columnEntry[language], isText: true }],
    rows: entries.map((entry, place) => ({
      key: `${entry.at} ${place}`,
      label: formatMoment(entry.at, language),
      cells: [{ kind: 'text' as const, text: sayEntry(entry, { language, years: yearStyle(), names }) }],
    })),
  };
}
