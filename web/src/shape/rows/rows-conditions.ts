/** Whether a row lies in a figure's slice: its area, 経路, 対象, and what a drawing narrows further. */
import type { ActionRowView, ActivityRowView, CaseRowView, MeetingRowView } from '#functions/publish/row-views.ts';
import { ageBands, pathways, sexes, targets } from '#sheets-schema/vocabulary/codes.ts';
import { firstLevel, isAmong } from './rows-place.ts';
import type { RowsCondition } from './rows-query.ts';

/** A row of any tab. */
export type AnyRow = CaseRowView | ActionRowView | MeetingRowView | ActivityRowView;

/** The codes of the first level, each once. */
function firstLevels(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.map(firstLevel))];
}

/** 'unknown' for 不明, 'blank' where nothing is typed, as the ages are published. */
function named(code: string | null, unknown: string): string {
  if (code === null) return 'blank';
  return code === unknown ? 'unknown' : code;
}

/** Whether several known targets are exactly these. */
function isSet(row: AnyRow, codes: readonly string[]): boolean {
  const own = 'targets' in row ? firstLevels(row.targets).filter((code) => code !== targets.unknown) : [];
  return own.length === codes.length && own.every((code) => codes.includes(code));
}

function isBetween(actions: number | null, [from = '0', to = '']: readonly string[]): boolean {
  return actions !== null && actions >= Number(from) && (to === '' || actions <= Number(to));
}

/** Whether a row satisfies what a drawing narrows further; `office` is that of its workbook. */
export function satisfies(row: AnyRow, { by, codes }: RowsCondition, office: string): boolean {
  switch (by) {
    case 'pathway':
      return 'pathway' in row && isAmong(row.pathway, codes);
    case 'target':
      return 'targets' in row && row.targets.some((code) => isAmong(code, codes));
    case 'set':
      return isSet(row, codes);
    case 'issue':
      return 'issues' in row && row.issues.some((code) => isAmong(code, codes));
    case 'age':
      return 'ageBand' in row && codes.includes(named(row.ageBand, ageBands.unknown));
    case 'sex':
      return 'sex' in row && codes.includes(named(row.sex, sexes.unknown));
    case 'handover':
      return (
        'handovers' in row &&
        (row.handovers.length === 0 ? ['stays'] : firstLevels(row.handovers)).some((code) => codes.includes(code))
      );
    case 'actions':
      return 'actions' in row && isBetween(row.actions, codes);
    case 'method':
      return 'method' in row && codes.includes(row.method);
    case 'programme':
      return 'programme' in row && codes.includes(row.programme ?? 'blank');
    case 'kind':
      return (
        ('meetingKind' in row && codes.includes(row.meetingKind)) ||
        ('activityKind' in row && codes.includes(row.activityKind))
      );
    case 'office':
      return codes.includes(office);
    default:
      return by satisfies never;
  }
}

/** Whether a row has the pathway and the target of a slice; meetings have neither, activities no pathway. */
export function isInSlice(
  row: AnyRow,
  { pathway, target }: { readonly pathway: string; readonly target: string },
): boolean {
  if (pathway !== 'all' && !('pathway' in row && isAmong(row.pathway, [pathway]))) return false;
  return target === 'all' || ('targets' in row && row.targets.some((code) => isAmong(code, [target])));
}

/** Whether a case's 経路 is known (P01 to P08). */
export function isPathwayKnown(row: AnyRow): boolean {
  return 'pathway' in row && firstLevel(row.pathway) !== pathways.unknown;
}
