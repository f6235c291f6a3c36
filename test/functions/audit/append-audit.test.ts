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

  test('has words for each of its facts, or it is no fact that can be recorded', async () => {
    const store = createMemoryStore(systemClock);
    const worded = { month: '2026-11', changes: 3 };
    const wordless = { ...worded, somethingNew: 3 };
    await appendAudit(store, { ...signedIn, facts: worded });
    // @ts-expect-error a fact without words, also where the other facts have some
    await appendAudit(store, { ...signedIn, facts: wordless });
    // @ts-expect-error a code without words
    await appendAudit(store, { ...signedIn, facts: { by: 'chance' } });
    expect(await store.listPointers('audit/')).toHaveLength(3);
  });
});
