import { describe, expect, test } from 'vitest';
import { systemClock } from '#functions/adapters/clock.ts';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { appendAudit } from '#functions/audit/append-audit.ts';
import type { AuditEntry } from '#functions/audit/audit-entry.ts';

const signedIn: AuditEntry = {
  format: 1,
  at: '2026-11-21T01:02:03.456Z',
  action: 'signed-in',
  actor: 'fukushi@city.example.jp',
  subject: null,
  facts: {},
};

describe('what is recorded', () => {
  test('stays as it was written, one pointer an entry, and twice the same is once', async () => {
    const store = createMemoryStore(systemClock);
    await appendAudit(store, signedIn);
    await appendAudit(store, signedIn);
    await appendAudit(store, { ...signedIn, actor: 'soudan@shakyo.example.jp' });
    const names = await store.listPointers('audit/2026-11/');
    expect(names).toHaveLength(2);
    const stored = await Promise.all(names.map(async (name) => (await store.readPointer(name))?.content ?? ''));
    expect(stored.map((content) => (JSON.parse(content) as AuditEntry).actor).toSorted()).toEqual([
      'fukushi@city.example.jp',
      'soudan@shakyo.example.jp',
    ]);
  });
});
