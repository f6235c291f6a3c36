/** Each line of 操作の記録 can be read aloud, in both languages, and says nothing in keys of ours. */
import { expect, test } from 'vitest';
import { auditActions } from '#functions/audit/audit-entry.ts';
import { municipalityOf, nameAction, type SaidEntry, sayEntry } from '#sheets-schema/vocabulary/audit-sentence.ts';
import { auditCodeWords, auditFactWords } from '#sheets-schema/vocabulary/words/audit-facts.ts';
import { auditSentences } from '#sheets-schema/vocabulary/words/audit-sentences.ts';

const names = new Map([['162051', '氷見市']]);
const workbook = '1AkaneSpreadsheetOfNobodyInParticularAtAll00';
const release = 'abcdef0123456789'.repeat(4);
const anEntry = (change: Partial<SaidEntry>): SaidEntry => ({
  action: 'let-through',
  actor: 'yamada@city.example.jp',
  subject: workbook,
  facts: {},
  ...change,
});
const held = {
  municipality: '162051',
  code: 'guard/rows-fell',
  since: '2026-11-18',
  run: '2026-11-18T03:30:00.000Z-1a2b',
};

test.each<readonly [Partial<SaidEntry>, string, string]>([
  [
    { facts: { municipality: '162051', question: '0123abcd', changes: 3, by: 'administrator' } },
    'yamada@city.example.jp が氷見市のブック「1AkaneSp…」を通しました（前との違い 3か所、ダッシュボードで、確認番号 0123abcd）',
    'yamada@city.example.jp let the workbook "1AkaneSp…" of 氷見市 through (differences: 3; on the dashboard; question 0123abcd)',
  ],
  [
    { actor: null, subject: '氷見/本所 1.xlsx', facts: { changes: 1, by: 'tick' } },
    'ブック「氷見/本所 1.xlsx」を通す答えがありました（前との違い 1か所、チェック結果の欄で）',
    'Somebody let the workbook "氷見/本所 1.xlsx" through (differences: 1; in the tab チェック結果)',
  ],
  [
    {
      action: 'role-given',
      actor: null,
      subject: 'office:162051',
      facts: { to: 'hanako@city.example.jp', kind: 'person', role: 'municipality' },
    },
    '登録簿で、hanako@city.example.jp に氷見市の役割「市区町村」が付きました（個人のアドレス）',
    "By the registry, hanako@city.example.jp now has the role municipality (市区町村), for 氷見市 (a person's address)",
  ],
  [
    { action: 'exported', subject: 'office:992046', facts: { form: 'tidy-csv', municipality: '992046', release } },
    'yamada@city.example.jp が市区町村コード992046の職員用の数字を書き出しました（CSV、公開版 abcdef01…）',
    'yamada@city.example.jp exported the figures for staff of municipality 992046 (CSV; release abcdef01…)',
  ],
  [
    { action: 'exported', subject: 'prefecture:16', facts: { form: 'tidy-csv', release, municipality: '162051' } },
    'yamada@city.example.jp が富山県の担当者用の数字を書き出しました（氷見市、CSV、公開版 abcdef01…）',
    'yamada@city.example.jp exported the figures for officers of Toyama (氷見市; CSV; release abcdef01…)',
  ],
  [
    { action: 'exported', subject: 'audit', facts: { month: '2026-10' } },
    'yamada@city.example.jp が操作の記録を書き出しました（令和8年10月分）',
    'yamada@city.example.jp exported the audit log (Oct 2026)',
  ],
  [
    { action: 'held', actor: null, facts: held },
    '取り込みが氷見市のブック「1AkaneSp…」を保留にしました（わけ：行が大きく減った、令和8年11月18日から、11月18日 12:30に始めた取り込み）',
    'A run held the workbook "1AkaneSp…" of 氷見市 (why: many rows fewer; since 18 Nov 2026; run begun 18 Nov 12:30)',
  ],
  [
    {
      action: 'released',
      actor: null,
      subject: release,
      facts: { run: '2026-11-18T03:30:00.000Z', objectsWritten: 1234 },
    },
    '取り込みが公開版 abcdef01…を公開しました（書いたファイル 1,234個、11月18日 12:30に始めた取り込み）',
    'A run published release abcdef01… (files written: 1,234; run begun 18 Nov 12:30)',
  ],
  [
    { action: 'rolled-back', subject: release, facts: { publishedAt: '2026-10-31T15:10:00.000Z' } },
    'yamada@city.example.jp が公開版 abcdef01…に戻しました（令和8年11月1日 0:10に公開したもの）',
    'yamada@city.example.jp went back to release abcdef01… (published 1 Nov 2026 0:10)',
  ],
  [
    {
      action: 'settings-changed',
      actor: null,
      subject: 'public:16',
      facts: { threshold: 10, zeros: 'hidden', roundedTo: 10 },
    },
    '登録簿で、富山県の公開用の数字の秘匿の決まりが変わりました（10件に満たない数を隠す、0も隠す、10ごとに丸める）',
    'By the registry, the rule of suppression changed for the figures of Toyama for everybody (counts below 10 are hidden; zeros are hidden too; rounded to multiples of 10)',
  ],
  [
    { action: 'signed-in', subject: null, facts: { by: 'proxy' } },
    'yamada@city.example.jp がサインインしました（Identity-Aware Proxy で）',
    'yamada@city.example.jp signed in (by Identity-Aware Proxy)',
  ],
])('%j', (change, ja, en) => {
  expect([
    sayEntry(anEntry(change), { language: 'ja', years: 'eras', names }),
    sayEntry(anEntry(change), { language: 'en', years: 'eras', names }),
  ]).toEqual([ja, en]);
});

test('years are written as the reader has chosen', () => {
  const entry = anEntry({ action: 'exported', subject: 'audit', facts: { month: '2026-10' } });
  expect(sayEntry(entry, { language: 'ja', years: 'western', names })).toBe(
    'yamada@city.example.jp が操作の記録を書き出しました（2026年10月分）',
  );
});

test('a moment that is none is said as it was recorded', () => {
  const facts = { month: 'October', since: 'long ago', publishedAt: 'yesterday', run: '2026-99-99T99:99Z' };
  expect(sayEntry(anEntry({ action: 'signed-in', facts }), { language: 'en', years: 'eras', names })).toBe(
    'yamada@city.example.jp signed in (since long ago; October; published yesterday; run begun 2026-99-99T99:99Z)',
  );
});

test.each([
  ['the one that it names', { facts: { municipality: '162051' } }, '162051'],
  ['the one whose figures it is about', { subject: 'office:992046' }, '992046'],
  ['none, of a whole prefecture', { subject: 'prefecture:16' }, null],
  ['none, of a workbook of nobody', { subject: 'office:1.xlsx' }, null],
] as const)('the municipality of an entry is %s', (_, change, code) => {
  expect(municipalityOf(anEntry(change))).toBe(code);
});

test('what an earlier or later version recorded is shown all the same, by its own keys', () => {
  const strange = anEntry({
    action: 'turned-round',
    facts: { count: 3, done: true, by: 'a machine', code: 'new/reason' },
  });
  expect(sayEntry(strange, { language: 'ja', years: 'eras', names })).toBe(
    'yamada@city.example.jp：turned-round ブック「1AkaneSp…」（わけ：new/reason、a machine、count：3、done：はい）',
  );
  expect([nameAction('held', 'en'), nameAction('turned-round', 'ja')]).toEqual(['Workbook held', 'turned-round']);
});

test.each([...auditActions])('%s has a sentence that leaves nothing out, with and without a name', (action) => {
  const facts = Object.fromEntries((auditSentences[action]?.says ?? []).map((name) => [name, 'x']));
  for (const language of ['ja', 'en'] as const)
    for (const actor of ['yamada@city.example.jp', null]) {
      const said = sayEntry(anEntry({ action, actor, facts }), { language, years: 'eras', names });
      expect(said).not.toMatch(/[{}]/);
      if (language === 'ja') expect(said).not.toContain(action);
      if (actor !== null) expect(said).toContain(actor);
    }
});

test('every fact and every code has words in both languages', () => {
  const phrases = [
    ...Object.values(auditFactWords),
    ...Object.values(auditCodeWords).flatMap((codes) => Object.values(codes)),
  ];
  for (const { ja, en } of phrases) expect([ja, en]).not.toContain('');
  for (const { ja, en } of Object.values(auditFactWords))
    expect([ja, en].every((words) => words.includes('{value}'))).toBe(true);
});
