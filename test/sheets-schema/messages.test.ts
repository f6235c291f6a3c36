import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  describeFailure,
  describeFinding,
  type Finding,
  type FindingCode,
  type FindingMessage,
  failureMessages,
  findingMessages,
  readCell,
  tables,
} from '#sheets-schema';
import { placeholders } from '#sheets-schema/describe-finding.ts';
import { answerMessages } from '#sheets-schema/vocabulary/messages/answers.ts';

const messages: readonly (readonly [FindingCode, FindingMessage])[] = Object.entries(findingMessages).map(
  ([code, message]) => [code as FindingCode, message],
);

/** A finding in row 12 of 相談受付; change one thing. */
function finding(code: FindingCode, change: Partial<Finding> = {}): Finding {
  return {
    tab: '相談受付',
    row: 12,
    header: '受付日',
    cell: 'B12',
    code,
    severity: findingMessages[code].severity,
    typed: null,
    suggestion: null,
    facts: {},
    otherRows: [],
    ...change,
  };
}

describe('the sentences to clerks', () => {
  test.each<[Finding, string]>([
    [
      finding('date/without-year', { typed: '11/5' }),
      '受付日「11/5」に年がありません。2024/11/5 のように入れてください。',
    ],
    [
      finding('date/no-such-day', { typed: '2024/2/30' }),
      '受付日「2024/2/30」はない日付です。正しい日付にすると数えられます。',
    ],
    [
      finding('case/duplicate-number', { header: '受付番号', typed: 'R6-0112', otherRows: [40] }),
      '受付番号 R6-0112 が12行目と40行目にあります。どちらも数えていません。番号を分けてください。',
    ],
    [
      finding('area/not-found-but-near', { header: '圏域', typed: '東山町', suggestion: '東山地区' }),
      '圏域「東山町」が登録にありません。「東山地区」なら直すか、「読替」に書いてください。',
    ],
    [
      finding('choice/not-in-list', { header: '経路', typed: '町の人', facts: { example: '地域' } }),
      '経路「町の人」が一覧にありません。「地域」などから選ぶか、「読替」に書いてください。',
    ],
    [
      finding('cell/required-or-unknown', { header: '経路' }),
      '経路が空いています。分からないときは「不明」で構いません。',
    ],
    [
      finding('case/closed-before-received', { header: '終結日', typed: '2024-01-01' }),
      '終結日が受付日より前です。相談は数えています。どちらかの日付を直してください。',
    ],
    [finding('number/several', { header: '参加者数', typed: '10～15' }), '参加者数「10～15」は1つの数にしてください。'],
    [
      finding('number/approximate', { header: '値', typed: '約30', facts: { value: 30 } }),
      '「約30」は30として数えました。このままで構いません。',
    ],
    [
      finding('personal/phone-number', { header: '受付番号' }),
      '電話番号のような数字があります。この行は取り込んでいません。消してください。',
    ],
    [
      finding('reporting/zero-months', { facts: { months: '2024-08,2024-09' } }),
      '8月と9月は続けて0件です。よければ「集計報告」の値に0と入れてください。',
    ],
    [
      finding('header/missing', { header: '受付日', row: 1, cell: null }),
      '見出し「受付日」が見つかりません。名前を戻すか、「読替」に新しい見出しを書いてください。',
    ],
  ])('$code', (given, sentence) => {
    expect(describeFinding(given, 'ja')).toBe(sentence);
  });

  test('follow from what was typed', () => {
    const { receivedOn, pathway } = tables.cases.columns;
    const say = (column: typeof receivedOn | typeof pathway, typed: string): string => {
      const reading = readCell(column, typed, { ownWords: new Map() });
      if (reading.outcome !== 'problem') throw new Error('expected a problem');
      return describeFinding(finding(reading.problem.code, { ...reading.problem, header: column.header, typed }), 'ja');
    };
    expect([say(receivedOn, '11/5'), say(pathway, '町の人')]).toEqual([
      '受付日「11/5」に年がありません。2024/11/5 のように入れてください。',
      '経路「町の人」が一覧にありません。「地域」などから選ぶか、「読替」に書いてください。',
    ]);
  });

  test('say the same in English', () => {
    expect(describeFinding(finding('date/without-year', { typed: '11/5' }), 'en')).toBe(
      '受付日 "11/5" has no year. Please type it like 2024/11/5.',
    );
    expect(
      describeFinding(
        finding('case/duplicate-number', { header: '受付番号', typed: 'R6-1', otherRows: [40, 41] }),
        'en',
      ),
    ).toBe('受付番号 R6-1 stands in rows 12, 40 and 41. None is counted. Please give them different numbers.');
  });

  test('leave out what may not be quoted', () => {
    expect(describeFinding(finding('date/without-year'), 'ja')).toBe(
      '受付日に年がありません。2024/11/5 のように入れてください。',
    );
    expect(describeFinding(finding('number/approximate', { facts: { value: 30 } }), 'ja')).toBe(
      'この値は30として数えました。このままで構いません。',
    );
    expect(describeFinding(finding('number/approximate', { facts: { value: 30 } }), 'en')).toBe(
      'This value was counted as 30. Nothing needs to be done.',
    );
    expect(describeFinding(finding('case/duplicate-number', { header: '受付番号', otherRows: [40] }), 'ja')).toBe(
      '受付番号が12行目と40行目にあります。どちらも数えていません。番号を分けてください。',
    );
  });

  test('name many rows by the first and the last', () => {
    const otherRows = Array.from({ length: 30 }, (_, index) => index + 13);
    expect(describeFinding(finding('case/duplicate-number', { typed: '1', otherRows }), 'ja')).toContain(
      '12行目、13行目、14行目、15行目、16行目、17行目、18行目、19行目、20行目、…、42行目にあります。どれも',
    );
  });

  test('what was typed is never taken for a placeholder', () => {
    expect(describeFinding(finding('number/several', { typed: '{suggestion}$&' }), 'ja')).toBe(
      '受付日「{suggestion}$&」は1つの数にしてください。',
    );
  });
});

/** A finding with every fact there is. */
function complete(code: FindingCode, change: Partial<Finding> = {}): Finding {
  const facts = Object.fromEntries(Object.keys(placeholders).map((name) => [name, 'あ']));
  return finding(code, {
    typed: 'い',
    suggestion: 'う',
    otherRows: [40],
    facts: { ...facts, fiscalYear: 2024, months: '2024-08,2024-09' },
    ...change,
  });
}

describe.each(messages)('%s', (code, message) => {
  const texts = [
    message,
    message.title,
    message.mend,
    ...(message.withoutSuggestion ? [message.withoutSuggestion] : []),
  ];

  test('is said in both languages, and ends like a sentence', () => {
    for (const { ja, en } of texts) expect([ja.length > 0, en.length > 0]).toEqual([true, true]);
    expect(message.ja).toMatch(/[。]$/);
    expect(message.en).toMatch(/[.?]$/);
  });

  test('uses only placeholders that are explained, the same in both languages', () => {
    for (const text of texts) {
      const names = (sentence: string) =>
        [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].toSorted();
      expect(names(text.ja).filter((name) => !(name !== undefined && name in placeholders))).toEqual([]);
      expect(names(text.en)).toEqual(names(text.ja));
    }
  });

  test('leaves no gap, with or without a quote and a proposal', () => {
    for (const language of ['ja', 'en'] as const) {
      for (const change of [{}, { typed: null }, ...(message.withoutSuggestion ? [{ suggestion: null }] : [])]) {
        expect(describeFinding(complete(code, change), language)).not.toMatch(/[{}]|undefined|null|NaN|「」|""| {2}/);
      }
    }
  });

  test('needs a proposal only where it says what to do without one', () => {
    const isAlwaysProposed = [
      'area/not-found-but-near',
      'area/succeeded',
      'case/number-restarts',
      'date/utc-time',
      'municipality/check-digit',
      'number/dash',
      'number/misplaced-comma',
      'rate/unit-doubtful',
    ].includes(code);
    if (!message.ja.includes('{suggestion}')) return;
    expect(isAlwaysProposed || message.withoutSuggestion !== undefined).toBe(true);
  });
});

describe('failures of workbooks', () => {
  test.each(Object.entries(failureMessages))('%s is said in both languages, without a gap', (code, message) => {
    const facts = Object.fromEntries(Object.keys(placeholders).map((name) => [name, 'x']));
    for (const language of ['ja', 'en'] as const) expect(describeFailure(code, facts, language)).not.toMatch(/[{}]/);
    expect([message.ja.endsWith('。'), message.en.endsWith('.')]).toEqual([true, true]);
  });

  test('a limit is printed as people write numbers', () => {
    expect(describeFailure('file/too-many-cells', { file: '本所.xlsx', limit: 3_000_000 }, 'ja')).toBe(
      '「本所.xlsx」はセルが多すぎます（3,000,000個まで）。使わないシートや行を消すか、年度ごとに分けてください。',
    );
  });

  test('a code that is not in the catalogue is given back', () => {
    expect(describeFailure('file/odd', {}, 'ja')).toBe('file/odd');
    expect(describeFailure('constructor', {}, 'en')).toBe('constructor');
  });
});

describe('what is said in the workbook besides the findings', () => {
  const said = Object.entries(answerMessages);

  test.each(said)('%s is said in both languages, with the same facts', (_, { ja, en }) => {
    const names = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
    expect([ja.length > 0, en.length > 0]).toEqual([true, true]);
    expect(names(en)).toEqual(names(ja));
  });

  test('every sentence is used', () => {
    const folder = 'functions/ingest/feedback';
    const code = readdirSync(folder)
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
      .join('\n');
    expect(said.map(([name]) => name).filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });
});

test('every finding is made somewhere', () => {
  const code = ['functions/ingest', 'functions/publish', 'functions/plan', 'sheets-schema/cells']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  expect(messages.map(([name]) => name).filter((name) => !code.includes(`'${name}'`))).toEqual([]);
});
