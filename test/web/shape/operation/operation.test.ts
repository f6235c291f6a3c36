/** 運用の状態 and 操作の記録 as they are drawn. */
import { describe, expect, test } from 'vitest';
import type { AuditAnswer, OperationAnswer } from '#functions/publish/run-status.ts';
import { auditChoices, filterAudit, shapeAudit } from '../../../../web/src/shape/operation/audit-table.ts';
import { sayHealth, shapeReceivers, shapeRuns } from '../../../../web/src/shape/operation/operation-tables.ts';

const operation: OperationAnswer = {
  format: 1,
  status: 'ok',
  since: null,
  failedRuns: 0,
  ranAt: '2026-11-18T03:30:00.000Z',
  expectedMinutes: 180,
  expectedBy: '2026-11-18T06:30:00.000Z',
  rules: 10,
  troubles: [],
  runs: [
    {
      run: 'b',
      startedAt: '2026-11-18T03:29:30.000Z',
      endedAt: '2026-11-18T03:30:00.000Z',
      outcome: 'unchanged',
      error: null,
      workbooks: { listed: 1234, read: 0, held: 1, unanswered: 0, postponed: 0 },
    },
    {
      run: 'a',
      startedAt: '2026-11-18T03:20:00.000Z',
      endedAt: '2026-11-18T03:20:00.000Z',
      outcome: 'failed',
      error: 'google/forbidden',
      workbooks: { listed: 0, read: 0, held: 0, unanswered: 0, postponed: 0 },
    },
  ],
  receivers: [
    { name: 'slack-1', sentAt: null, failedSince: '2026-11-18T03:00:00.000Z', problem: 'http-500' },
    { name: 'mail', sentAt: '2026-11-18T03:00:00.000Z', failedSince: null, problem: null },
  ],
  waiting: 1,
};
const textsOf = (model: ReturnType<typeof shapeRuns>) =>
  model.rows.map(({ label, cells }) => [label, ...cells.map((cell) => (cell.kind === 'text' ? cell.text : cell.kind))]);

describe('how it runs', () => {
  test('is one sentence', () => {
    expect(sayHealth(operation, 'ja')).toBe('取り込みは動いています。次は11月18日 15:30までに終わるはずです。');
    expect(sayHealth({ ...operation, expectedBy: null }, 'en')).toBe('Runs come and end well.');
    expect(sayHealth({ ...operation, ranAt: null, expectedBy: null }, 'ja')).toMatch(
      /^まだ取り込みが終わっていません。/,
    );
    const since = '2026-11-18T03:30:00.000Z';
    expect(sayHealth({ ...operation, status: 'late', since }, 'ja')).toContain('11月18日 12:30から動いていません');
    expect(sayHealth({ ...operation, status: 'failing', since, failedRuns: 3 }, 'ja')).toContain('3回続けて失敗');
  });

  test('a run that failed has a reason and no counts, which would look like zeros', () => {
    expect(textsOf(shapeRuns(operation, 'ja'))).toEqual([
      ['11月18日 12:30', '変わりなし', '30', '1,234', '0', '1', '0', '0'],
      ['11月18日 12:20', '失敗：共有されていない', '0', '', '', '', '', ''],
    ]);
  });

  test('a receiver that is not reached says since when, what happened and what to do', () => {
    expect(textsOf(shapeReceivers(operation, 'ja'))).toEqual([
      [
        'slack-1',
        'まだありません',
        '11月18日 12:00から送れません。送り先のサービスに不具合があります。次の回にもう一度送るので、まず待ってください。1日たっても続くときは、そのサービスの障害のお知らせを見てください。（http-500）',
      ],
      ['mail', '11月18日 12:00', '送れています'],
    ]);
  });
});

describe('what was done', () => {
  const entry = (change: Partial<AuditAnswer['entries'][number]>): AuditAnswer['entries'][number] => ({
    at: '2026-11-18T03:00:00.000Z',
    action: 'signed-in',
    actor: 'fukushi@city.example.jp',
    subject: null,
    facts: {},
    ...change,
  });
  const audit: AuditAnswer = {
    format: 1,
    month: '2026-11',
    months: ['2026-11'],
    entries: [entry({}), entry({ action: 'released', actor: null, subject: 'a'.repeat(64), facts: { count: 3 } })],
    left: 0,
    unreadable: [],
  };

  test('is narrowed to an action and a person, also to what nobody did', () => {
    expect(auditChoices(audit)).toEqual({
      actions: ['released', 'signed-in'],
      people: ['', 'fukushi@city.example.jp'],
    });
    expect(filterAudit(audit, { action: null, person: null })).toHaveLength(2);
    expect(filterAudit(audit, { action: 'signed-in', person: '' })).toEqual([]);
    expect(filterAudit(audit, { action: null, person: '' }).map(({ action }) => action)).toEqual(['released']);
  });

  test('a line is a time as Japan counts it, and a sentence', () => {
    const { columns, rows } = shapeAudit([entry({ at: '2026-11-20T05:03:00.000Z' })], 'ja', new Map());
    expect(columns.map(({ label }) => label)).toEqual(['だれが、何をしたか']);
    expect(rows.map(({ label, cells }) => [label, cells])).toEqual([
      ['11月20日 14:03', [{ kind: 'text', text: 'fukushi@city.example.jp がサインインしました' }]],
    ]);
  });
});
