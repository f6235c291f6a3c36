/** What is nobody's business but the office's: no byte of it is in what the system writes. All of it is invented (架空のデータ). */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillIn, makeFromTemplate, typeAll } from './clerk.ts';
import { answerTab, marksOf } from './look.ts';
import { createSheetsWorld, type SheetsWorld } from './sheets-world.ts';

let world: SheetsWorld;
beforeAll(async () => {
  world = await createSheetsWorld();
});
afterAll(async () => await world.close());

/** By the cell in 相談受付 or 支援記録 in which somebody wrote it. */
const inCases = {
  C2: '担当の山田太郎',
  T2: '家庭の事情は秘密です',
  P3: '佐藤花子さん宅',
  U2: "'0766-12-3456",
  V1: 'ようす',
  V2: '母が入院中とのこと',
  E3: '080-1111-2222',
  L4: '氷見市架空町1-2-3',
  A5: "'123456789018",
  N6: 'taro@example.jp',
} as const;
const inActions = { F2: '佐藤花子さんに電話', E3: '0766-55-4444', C4: '090-9999-8888' } as const;
/** 担当 is a column of the office's own in 会議, 氏名 one that there must not be. */
const inMeetings = { H1: '氏名', H2: '鈴木一郎', G2: '鈴木さんの件' } as const;

const contact = 'tanaka@shakyo.example.jp';

test('no text of 備考, 受付窓口 or foreign columns, no name, no number of a person', async () => {
  const book = await makeFromTemplate(world, { more: ['有', contact, '担当は高橋さん'] });
  fillIn(book);
  typeAll(book, '相談受付', inCases);
  typeAll(book, '支援記録', inActions);
  book.tab('会議').addColumns(1);
  typeAll(book, '会議', inMeetings);
  const { registry: _, ...result } = await world.run();
  // Held and answered too: what is said then goes other ways.
  world.wait({ minutes: 15 });
  book.tab('相談受付').type('E1', '山本さんの列');
  book.tab('相談受付').paste(
    'E2',
    Array.from({ length: 40 }, () => ['山本さん']),
  );
  const { registry: __, ...heldResult } = await world.run();

  const written: [string, string][] = [
    ['result', JSON.stringify([result, heldResult])],
    ['log', world.logged.join('\n')],
    ['our tab', JSON.stringify(book.tab(answerTab).sheet())],
  ];
  for (const tab of ['基本情報', '圏域', '相談受付', '支援記録', '会議']) {
    for (const address of Object.keys(marksOf(book, tab)))
      written.push([`${tab} ${address}`, book.tab(tab).note(address) ?? '']);
  }
  for (const { name } of await world.store.listObjects()) {
    written.push([name, new TextDecoder().decode((await world.store.readObject(name)) ?? new Uint8Array())]);
  }
  for (const name of await world.store.listPointers('')) {
    written.push([name, (await world.store.readPointer(name))?.content ?? '']);
  }
  expect(written.length).toBeGreaterThan(100);

  const secrets = [
    ...Object.values({ ...inCases }),
    ...Object.values(inActions),
    '鈴木',
    '山田',
    '佐藤',
    '母が',
    '山本',
    '高橋',
    contact,
    '090-1234-5678',
  ]
    .filter((text) => text !== 'ようす')
    .map((text) => text.replace(/^'/, ''));
  const found = written.flatMap(([place, text]) =>
    secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret} in ${place}`),
  );
  expect(found).toEqual([]);
  // They are told what must go, by its place.
  const said = JSON.stringify(written);
  expect([said.includes('個人'), said.includes('電話番号のような数字')]).toEqual([true, true]);
});
