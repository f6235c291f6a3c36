/** 操作の記録 as a table, narrowed to an action and a person. Pure. */
import type { AuditAnswer } from '#functions/publish/run-status.ts';
import { auditWords } from '#sheets-schema/vocabulary/words/audit.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatMoment } from '../figures/format.ts';
import type { TableModel } from '../table-model.ts';

export interface AuditFilter {
  readonly action: string | null;
  /** An address; '' is what nobody did. */
  readonly person: string | null;
}

type Entry = AuditAnswer['entries'][number];

/** The words of an action; one that a newer version records stands as it is. */
export function nameAction(action: string, language: Language): string {
  const words: Readonly<Record<string, (typeof auditWords)['exported'] | undefined>> = auditWords as never;
  return words[action]?.[language] ?? action;
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

/** Releases and workbooks have long names. */
function shorten(name: string): string {
  return /^[0-9a-f]{64}$/.test(name) ? `${name.slice(0, 12)}…` : name;
}

export function shapeAudit(entries: readonly Entry[], language: Language): TableModel {
  return {
    caption: auditWords.name[language],
    rowHeader: auditWords.columnAt[language],
    columns: [
      { key: 'action', label: auditWords.action[language], isText: true },
      { key: 'person', label: auditWords.person[language], isText: true },
      { key: 'subject', label: auditWords.columnSubject[language], isText: true },
      { key: 'facts', label: auditWords.columnFacts[language], isText: true },
    ],
    rows: entries.map(({ at, action, actor, subject, facts }, place) => ({
      key: `${at} ${place}`,
      label: formatMoment(at, language),
      cells: [
        nameAction(action, language),
        actor ?? auditWords.nobody[language],
        shorten(subject ?? ''),
        Object.entries(facts)
          .map(([name, fact]) => `${name}=${shorten(String(fact))}`)
          .join(' '),
      ].map((text) => ({ kind: 'text' as const, text })),
    })),
  };
}
