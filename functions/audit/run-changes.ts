/** What a run changed that 操作の記録 tells of: workbooks that are held now and were not, and those that are held no longer. Pure. */
import type { RunStatus } from '../publish/run-status.ts';
import type { AuditEntry } from './audit-entry.ts';

export function findChanges({
  before,
  after,
  at,
  run,
}: {
  readonly before: RunStatus | null;
  readonly after: RunStatus | null;
  readonly at: string;
  readonly run: string;
}): readonly AuditEntry[] {
  const heldBefore = new Map((before?.workbooks ?? []).map(({ workbook, hold }) => [workbook, hold]));
  const entry = (action: 'held' | 'mended', workbook: string, facts: AuditEntry['facts']): AuditEntry => ({
    format: 1,
    at,
    action,
    actor: null,
    subject: workbook,
    facts: { run, ...facts },
  });
  return (after?.workbooks ?? []).flatMap(({ workbook, municipality, hold }) => {
    const known = heldBefore.get(workbook) ?? null;
    const whose = municipality === null ? {} : { municipality };
    if (hold !== null && hold.code !== known?.code)
      return [entry('held', workbook, { ...whose, code: hold.code, since: hold.since })];
    if (hold === null && known !== null)
      return [entry('mended', workbook, { ...whose, code: known.code, since: known.since })];
    return [];
  });
}
