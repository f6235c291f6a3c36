/** What messages say, word for word, and what they never say. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose } from '#functions/tell/compose.ts';
import { findTroubles, type Situation } from '#functions/tell/find-troubles.ts';
import { plain } from '#functions/tell/plain.ts';
import type { Message } from '#functions/tell/told.ts';
import { tellingMessages, troubleMessages } from '#sheets-schema/vocabulary/messages/telling.ts';
import { aHold, aRun, aWorkbook, createTeller, situation, withWorkbooks } from './situations.ts';

const noon = '2026-11-18T03:00:00Z';
const publicUrl = 'https://kasanari.example';
const textOf = (of: Situation, longest = 10_000) => {
  const message = createTeller()(of);
  if (message === null) throw new Error('Nothing to tell');
  return compose(message, { publicUrl, longest }).text;
};
/** The sentences of what happened and who should do what, in Japanese. */
const sentences = (of: Situation) => textOf(of).split('\n----\n')[0]?.split('\n\n')[1]?.split('\n').slice(1, 3);

test('a held workbook: which office, what, since when, who should do what, where to look', () => {
  const of = withWorkbooks(
    noon,
    aWorkbook({ hold: aHold('workbook/no-required-tabs', '2026-11-18', { tabs: '圏域' }) }),
  );
  expect(textOf(of)).toBe(`かさなり：手当ての要ることが1件あります

■ 茜町 茜町社会福祉協議会（新しく）
「茜町 R8報告」の新しい内容を、11月18日から使えていません。「茜町 R8報告」にシート「圏域」が見つかりません。名前を戻すと、次の回に読みます。前回までの数字はそのままです。
茜町社会福祉協議会の担当の方が直すと、次の回に読みます。連絡先は登録簿の「登録」12行目にあります。
ブック：https://docs.google.com/spreadsheets/d/1AkaneSpreadsheet/edit
ページ：https://kasanari.example/992011/status

全体：https://kasanari.example/health

----

Kasanari: 1 in need of attention

■ 茜町 茜町社会福祉協議会 (New)
The new contents of "茜町 R8報告" have not been used since 18 Nov 2026. "茜町 R8報告" has no tab 圏域. Once it is named so again, the next run reads the workbook. Its last good figures stay.
Once 茜町社会福祉協議会 has mended it, the next run reads it. Whom to ask stands in row 12 of the tab 登録 of the registry.
Workbook: https://docs.google.com/spreadsheets/d/1AkaneSpreadsheet/edit
Page: https://kasanari.example/992011/status

All of it: https://kasanari.example/health`);
});

describe('what happened, and who should do what', () => {
  const failed = (number: number, cause: ReturnType<typeof aRun>['cause']) =>
    aRun(new Date(Date.parse(noon) - number * 900_000).toISOString(), { outcome: 'failed', cause });
  const unknown = { code: null, facts: {}, error: 'TypeError: secret of admin@example.jp' };
  const refused = { code: 'google/forbidden', facts: { file: '登録簿' }, error: 'WorkbookFailure' };
  const registryRow = { kind: 'row', code: 'person/not-an-address', tab: '利用者', row: 4, facts: {} } as const;

  test.each<[string, Situation, readonly string[]]>([
    [
      'our answer cannot be written',
      withWorkbooks(noon, aWorkbook({ answerTrouble: aHold('google/read-only', '2026-11-17') })),
      [
        '「茜町 R8報告」にチェック結果を、11月17日から書き込めていません。',
        '茜町社会福祉協議会の担当の方が直してください。数字は使っています。',
      ],
    ],
    [
      'it is asked whether a change is right',
      withWorkbooks(
        noon,
        aWorkbook({ hold: aHold('guard/rows-fell', '2026-11-18', { tab: '相談受付', from: 100, to: 3, count: 1 }) }),
      ),
      [
        '11月18日から使わずに、返事を待っています。「茜町 R8報告」に、まちがいかもしれない変化があります（1か所）。',
        '茜町社会福祉協議会の担当の方が、チェック結果で答えるか、直してください。',
      ],
    ],
    [
      'runs fail, and nobody knows why',
      situation(noon, { runs: [failed(1, unknown), failed(2, unknown)] }),
      [
        '取り込みが2回続けて失敗しています（11月18日 11:30から）。わけは「運用の状態」と、番号',
        '管理者が「運用の状態」を見てください。',
      ],
    ],
    [
      'the registry is no longer shared with us',
      situation(noon, { runs: [failed(1, refused), failed(2, refused)] }),
      ['「登録簿」が共有されていません。', '管理者が'],
    ],
    [
      'runs stopped',
      situation(noon, { runs: [aRun('2026-11-17T15:30:00Z')], status: null }),
      ['取り込みが11月18日 0:30から動いていません（長くても180分ごとに終わるはずです）。', '定期実行'],
    ],
    [
      'small numbers could be found out of the new figures',
      situation(noon, { runs: [aRun('2026-11-18T02:59:00Z', { withheld: ['prefecture:16'] })] }),
      ['富山県の都道府県向けの数字を、11月18日 11:59から新しくしていません。', '登録簿の「秘匿」'],
    ],
    [
      'a row of the registry is wrong: nothing that was typed there is repeated',
      situation(noon, { runs: [aRun('2026-11-18T02:59:00Z', { registry: [registryRow] })] }),
      ['利用者の4行目：', '登録簿の行を直してください。'],
    ],
  ])('%s', (_, of, expected) => {
    const said = sentences(of);
    expect(said).toHaveLength(2);
    for (const [number, part] of expected.entries()) expect(said?.[number]).toContain(part);
    expect(textOf(of)).not.toMatch(/secret|admin@|undefined|null|\{/);
  });
});

test('every kind has both languages, and names nothing that nobody fills', () => {
  const phrases = [
    ...Object.values(troubleMessages).flatMap((words) => Object.values(words)),
    ...Object.values(tellingMessages),
  ];
  for (const { ja, en } of phrases) {
    expect([ja, en].every((text) => text.length > 0)).toBe(true);
    expect(en).not.toMatch(/[ぁ-ん]/);
    const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted();
    expect(names(en).filter((name) => name !== '{year}')).toEqual(names(ja));
  }
});

test('what does not fit is counted, and every message keeps to its limit', () => {
  const many = Array.from({ length: 60 }, (_, number) =>
    aWorkbook({ workbook: `1Workbook${number}`, name: `ブック${number}`, hold: aHold('google/gone', '2026-11-18') }),
  );
  const of = withWorkbooks(noon, ...many);
  const text = textOf(of, 4000);
  const shown = text.match(/■/g)?.length ?? 0;
  expect(text.length).toBeLessThanOrEqual(4000);
  expect(text).toContain('手当ての要ることが60件あります');
  expect(text).toContain(`ほかに${60 - shown / 2}件あります。`);
  for (const longest of [200, 500, 1000]) expect(textOf(of, longest).length).toBeLessThanOrEqual(longest);
});

test('names are on one line, without any mark that a chat acts on', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      expect(plain(name)).not.toMatch(/[<>&@*_~`[\]#|\\\n\r]|:\/\/|\p{Cc}|\p{Cf}/u);
    }),
  ));

test('no name is taken for a call to everybody, a link or markup', () => {
  const call = '<!channel> @all <https://evil.example|click> [x](http://evil.example) \u202Egpj.exe';
  const of = withWorkbooks(noon, aWorkbook({ name: call, hold: aHold('google/gone', '2026-11-18', { file: call }) }));
  const places = new Map([['1AkaneSpreadsheet', { municipalityName: '@here', office: '*福祉課*', registryRow: null }]]);
  const text = textOf({ ...of, places });
  expect(text).not.toMatch(/[<>@*[\]|]|evil\.example\/|\u202E/);
  expect(text.match(/https?:\/\//g)).toHaveLength(6);
});

test('a link leads to our own pages and to Google only', () => {
  const hold = aHold('google/gone', '2026-11-18');
  const [found] = findTroubles(withWorkbooks(noon, aWorkbook({ address: 'javascript:alert(1)', hold })));
  expect(found?.workbook?.address).toBe(null);
});

test('the test message says that it is one', () => {
  const message: Message = { kind: 'test', items: [], mended: [] };
  expect(compose(message, { publicUrl: null, longest: 1000 })).toEqual({
    title: 'かさなり：試しの知らせです',
    text: expect.stringContaining('届いていれば、設定は済んでいます。'),
  });
});
