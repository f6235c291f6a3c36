import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, type CodeList, codeLists, fold, issues, pathways, sexes, targets } from '#sheets-schema';
import { readChoice, readChoices } from '#sheets-schema/cells/choice.ts';
import { outcomeOf } from './read.ts';

const none = new Map<string, string>();
const one = (cell: Cell, list: CodeList = pathways, ownWords: ReadonlyMap<string, string> = none) =>
  outcomeOf(readChoice(cell, { list, ownWords, example: '地域' }));
const several = (cell: Cell, list: CodeList = targets, fallback: string | null = null) =>
  outcomeOf(readChoices(cell, { list, ownWords: none, example: '高齢者', fallback }));

describe('one word of a list', () => {
  test.each<[Cell, string]>([
    ['地域', 'P04'],
    ['P04', 'P04'],
    ['ｐ０４', 'P04'],
    ['地域住民', 'P04'],
    ['ボランティア・NPO', 'P0404'],
    ['ﾎﾞﾗﾝﾃｨｱ', 'P0404'],
    ['ボランティア・ＮＰＯ', 'P0404'],
    [' 民生 委員 ', 'P0401'],
    ['民生委員\n・児童委員', 'P0401'],
    ['障がい者相談支援事業所', 'P0502'],
    ['不明', 'P99'],
    ['未調査', 'P99'],
  ])('%j is %s without a word', (cell, value) => {
    expect(one(cell)).toEqual({ value });
  });

  test('two pathways in one cell are an error, the same one twice is not', () => {
    expect(one('本人、家族')).toEqual({ problem: 'choice/several' });
    expect(one('本人・家族')).toEqual({ problem: 'choice/several' });
    expect(one('本人、当事者')).toEqual({ value: 'P01' });
  });

  test('a word that is not in the list proposes the nearest one', () => {
    expect(one('民生員')).toEqual({ problem: 'choice/not-in-list', suggestion: '民生委員・児童委員' });
    expect(one('地域包括センター')).toEqual({ problem: 'choice/not-in-list', suggestion: '地域包括支援センター' });
  });

  test('a word that resembles nothing proposes nothing', () => {
    expect(one('町の人')).toEqual({ problem: 'choice/not-in-list' });
  });

  test('blank is blank, a formula error is an error', () => {
    expect([one(null), one(''), one('－'), one('なし'), one({ error: '#N/A' }), one({ serial: 1 })]).toEqual([
      'blank',
      'blank',
      'blank',
      'blank',
      { problem: 'cell/formula-error' },
      { problem: 'choice/is-a-date' },
    ]);
  });

  test('不明 in a list without such a code is unknown', () => {
    expect(one('不明', sexes)).toEqual({ value: 'X9' });
    const closing = codeLists.find((list) => list.name === '終結理由');
    expect(one('不明', closing)).toBe('unknown');
  });

  test("the office's own words are understood", () => {
    expect(one('町の人', pathways, new Map([[fold('町の人'), '地域']]))).toEqual({ value: 'P04' });
    expect(one('町の人', pathways, new Map([[fold('町の人'), 'P04']]))).toEqual({ value: 'P04' });
  });

  test('an own word goes before a standard one, with a notice where they disagree', () => {
    expect(one('包括', pathways, new Map([[fold('包括'), '行政']]))).toEqual({
      value: 'P06',
      notices: ['choice/own-word-first'],
    });
    expect(one('包括', pathways, new Map([[fold('包括'), '地域包括支援センター']]))).toEqual({ value: 'P0501' });
  });
});

describe('several words of a list', () => {
  test.each<[Cell, readonly string[]]>([
    ['高齢者', ['T01']],
    ['高齢者、障害者', ['T01', 'T02']],
    ['高齢者,障害者', ['T01', 'T02']],
    ['高齢者，障害者', ['T01', 'T02']],
    ['高齢者;障害者', ['T01', 'T02']],
    ['高齢者；障害者', ['T01', 'T02']],
    ['高齢者/障害者', ['T01', 'T02']],
    ['高齢者／障害者', ['T01', 'T02']],
    ['高齢者・障がい者', ['T01', 'T02']],
    ['高齢者\n障碍者', ['T01', 'T02']],
    ['高齢者、', ['T01']],
    ['DV・虐待被害', ['T10']],
    ['DV・虐待被害、高齢者', ['T10', 'T01']],
    ['ＤＶ・虐待被害／子供', ['T10', 'T03']],
    ['高齢者・DV・虐待', ['T01', 'T10', 'T10']],
    ['高齢者・DV・虐待被害', ['T01', 'T10']],
    ['DV・虐待被害・子ども・子育て', ['T10', 'T03']],
    ['子ども・子育て・ひとり親', ['T03', 'T04']],
    ['不明', ['T99']],
  ])('%j is %j', (cell, value) => {
    expect(several(cell)).toEqual({ value });
  });

  test('a code that looks like a number is a word too', () => {
    expect(several(8050, issues)).toEqual({ value: ['K09'] });
  });

  test('one strange word makes the cell an error, and is what is compared with the list', () => {
    expect(several('高齢者、生活困窮人')).toEqual({ problem: 'choice/not-in-list', suggestion: '生活困窮' });
    expect(several('高齢者・生活困窮人')).toEqual({ problem: 'choice/not-in-list', suggestion: '生活困窮' });
  });

  test('つなぎ先: a name with ・ in it is one, beside others too', () => {
    const read = (cell: string) =>
      outcomeOf(readChoices(cell, { list: pathways, ownWords: none, example: '', fallback: 'P08' }));
    expect(read('民生委員・児童委員・社協')).toEqual({ value: ['P0401', 'P0508'] });
    expect(read('社協・ボランティア・ＮＰＯ')).toEqual({ value: ['P0508', 'P0404'] });
    expect(read('病院・社協')).toEqual({ value: ['P0505', 'P0508'] });
  });

  test('つなぎ先: a word of no list counts as その他 with a notice, and the word is not kept', () => {
    const reading = readChoices('氷見クリニック、社協', {
      list: pathways,
      ownWords: none,
      example: '',
      fallback: 'P08',
    });
    expect(outcomeOf(reading)).toEqual({ value: ['P08', 'P0508'], notices: ['choice/counted-as-other'] });
    expect(JSON.stringify(reading)).not.toContain('クリニック');
  });
});

test('every name, code and synonym of every list is read as its code, however it is written', () => {
  const words = codeLists.flatMap((list) =>
    list.codes.flatMap((code) =>
      [code.code, code.ja, ...code.synonyms].map((word) => ({ list, word, code: code.code })),
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...words),
      fc.boolean(),
      fc.constantFrom('', ' ', '　', '\n'),
      (entry, isWide, space) => {
        const { list, word, code } = entry;
        const typed = space + (isWide ? widen(word) : word.toLowerCase()) + space;
        expect(one(typed, list)).toEqual({ value: code });
      },
    ),
    { numRuns: 1000 },
  );
});

test('no list has a word for two codes', () => {
  for (const list of codeLists) {
    const words = list.codes.flatMap((code) =>
      [...new Set([code.code, code.ja, ...code.synonyms].map(fold))].map((word) => `${list.name} ${word}`),
    );
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  }
});

function widen(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
