import { describe, expect, test } from 'vitest';
import { type Column, readCell, type Table, tables, templateVersion } from '#sheets-schema';
import { acceptedForms } from '#sheets-schema/accepted-forms.ts';
import { headerLook, planTemplate } from '#sheets-schema/template.ts';
import { contactIn, guideRows, isUnchangedGuide } from '#sheets-schema/template-guide.ts';
import { templateHistory } from '#sheets-schema/template-history.ts';
import { looks } from '#sheets-schema/template-looks.ts';
import { isSignedText, signText } from '#sheets-schema/template-note.ts';
import { fiscalYearsAround, wordLists } from '#sheets-schema/template-words.ts';

const plan = planTemplate({ fiscalYears: fiscalYearsAround(2024) });
const planned = (tab: string, header: string) =>
  plan.tabs.find((each) => each.tab === tab)?.columns.find((column) => column.header === header);

describe('the plan of the template', () => {
  test('has はじめに, then every tab and column, in the order of the definition', () => {
    expect(plan.tabs.map((tab) => [tab.tab, tab.columns.map((column) => column.header)])).toEqual([
      ['はじめに', []],
      ...Object.values(tables).map((table: Table) => [
        table.tab,
        Object.values(table.columns).map((column) => column.header),
      ]),
    ]);
  });

  test('proposes the words of the list, and says what belongs there', () => {
    expect(planned('支援記録', '事業')).toEqual({
      name: 'programme',
      header: '事業',
      label: '事業',
      isRequired: false,
      note: signText('どの事業の支援か。\n例：包括的相談支援\nUnder which programme.'),
      explanation: 'どの事業の支援か。　例：包括的相談支援',
      format: 'text',
      dropdown: { from: 'words', list: '事業', isHeadOnly: false },
      width: 22,
    });
  });

  test('a required column is marked in its header, not by colour alone', () => {
    expect(planned('相談受付', '受付日')?.label).toBe('＊受付日');
    expect(planned('相談受付', '終結日')?.label).toBe('終結日');
  });

  test('an area is chosen from the tab 圏域', () => {
    expect(planned('相談受付', '圏域')?.dropdown).toEqual({ from: 'areas', column: 'name' });
  });

  test('a reference number is text, so that no spreadsheet makes a date of it; a day is a date', () => {
    expect([planned('相談受付', '受付番号')?.format, planned('相談受付', '受付日')?.format]).toEqual(['text', 'date']);
  });

  test('基本情報 lists its items, with the version of the template', () => {
    const rows = [...(plan.tabs.find((tab) => tab.tab === '基本情報')?.rows.values() ?? [])];
    const texts = rows.map(({ cells }) => cells.map(({ text }) => text));
    expect(texts[0]).toEqual(['項目', '値', '書き方']);
    expect(texts.find(([item]) => item === '＊様式版')?.[1]).toBe(templateVersion);
    expect(texts).toHaveLength(Object.keys(tables.profile.columns).length + 1);
  });

  test('every kind of column is used by some tab, and has its forms in the guide', () => {
    const kinds = new Set(
      Object.values(tables).flatMap((table: Table) =>
        Object.values(table.columns).map((column: Column) => column.kind),
      ),
    );
    expect([...kinds].toSorted()).toEqual(Object.keys(acceptedForms).toSorted());
  });
});

describe('what dropdowns propose', () => {
  const lists = wordLists(fiscalYearsAround(2024));

  test('stands in lists whose names differ', () => {
    const names = lists.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    for (const { words } of lists) expect(words.length).toBeGreaterThan(0);
  });

  test('every column that proposes words has its list', () => {
    const asked = plan.tabs.flatMap(({ columns }) =>
      columns.flatMap(({ dropdown }) => (dropdown?.from === 'words' ? [dropdown.list] : [])),
    );
    expect(asked.filter((list) => !lists.some(({ name }) => name === list))).toEqual([]);
  });

  test('is read back as what it says', () => {
    for (const tab of Object.values(tables)) {
      for (const [name, column] of Object.entries<Column>(tab.columns)) {
        const dropdown = plan.tabs.flatMap(({ columns }) => columns).find((each) => each.name === name)?.dropdown;
        if (dropdown?.from !== 'words' || column.kind === 'areas') continue;
        const list = lists.find((each) => each.name === dropdown.list);
        const words = list?.words.slice(0, dropdown.isHeadOnly ? list.headCount : undefined) ?? [];
        for (const word of words) {
          const reading = readCell(column, word.name, { ownWords: new Map() });
          expect([word.name, reading.outcome]).toEqual([
            word.name,
            reading.outcome === 'unknown' || reading.outcome === 'blank' ? reading.outcome : 'value',
          ]);
        }
      }
    }
  });

  test('years stand around the one that is asked for, in words of eras', () => {
    expect(fiscalYearsAround(2024)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    const years = lists.find(({ name }) => name === '年度')?.words;
    expect(years?.[0]).toEqual({ code: '2018', name: '平成30年度' });
    expect(years?.[6]).toEqual({ code: '2024', name: '令和6年度' });
  });
});

describe('colours', () => {
  test.each(Object.entries(looks))('text of %s stands out from its colour', (_, { colour, background }) => {
    expect(contrast(colour, background ?? '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  test('a header of ours is told from one to fill in', () => {
    expect(headerLook({ isProtected: true }, { isRequired: true })).toBe(looks.systemHeader);
  });
});

/** WCAG 2.1, contrast ratio. */
function contrast(one: string, other: string): number {
  const light = (colour: string) =>
    [1, 3, 5]
      .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
  const [high = 0, low = 0] = [light(one), light(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

describe('texts that the template signs', () => {
  test('are known again, also with other line ends and blanks at the end', () => {
    const signed = signText('受付の日。\n例：2024/11/5');
    expect([signed, signed.replaceAll('\n', '\r\n'), `${signed}\n `].map(isSignedText)).toEqual([true, true, true]);
  });

  test('are somebody’s own once a letter differs', () => {
    const signed = signText('受付の日。');
    expect([signed.replace('日', '月'), `窓口で聞く\n${signed}`, '受付の日。', ''].map(isSignedText)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('はじめに says whom to ask, and is known as ours', () => {
    const texts = guideRows('県の地域福祉課').flatMap(({ cells }) => cells.filter((cell) => cell !== ''));
    expect([isUnchangedGuide(texts), contactIn(texts)]).toEqual([true, '県の地域福祉課']);
    expect(isUnchangedGuide([...texts, 'うちの決まり'])).toBe(false);
  });
});

test('the history of the template begins with the version that is written', () => {
  expect(templateHistory[0]?.version).toBe(templateVersion);
});
