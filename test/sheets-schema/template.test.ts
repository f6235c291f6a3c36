import { describe, expect, test } from 'vitest';
import { type Column, type Table, tables } from '#sheets-schema';
import { acceptedForms } from '#sheets-schema/accepted-forms.ts';
import { codeListRows, planTemplate } from '#sheets-schema/template.ts';

const plan = planTemplate();
const planned = (tab: string, header: string) =>
  plan.tabs.find((each) => each.tab === tab)?.columns.find((column) => column.header === header);

describe('the plan of the template', () => {
  test('has every tab and column, in the order of the definition', () => {
    expect(plan.tabs.map((tab) => [tab.tab, tab.columns.map((column) => column.header)])).toEqual(
      Object.values(tables).map((table: Table) => [
        table.tab,
        Object.values(table.columns).map((column) => column.header),
      ]),
    );
  });

  test('proposes the words of the list, and says what belongs there', () => {
    expect(planned('支援記録', '事業')).toEqual({
      header: '事業',
      isRequired: false,
      note: {
        ja: 'どの事業の支援か。例：包括的相談支援',
        en: 'Under which programme. Example: 包括的相談支援',
      },
      example: '包括的相談支援',
      format: 'text',
      dropdown: {
        from: 'words',
        words: ['包括的相談支援', '参加支援', '地域づくり', 'アウトリーチ等継続的支援', '多機関協働'],
      },
      width: 16,
    });
  });

  test('an area is chosen from the tab 圏域', () => {
    expect(planned('相談受付', '圏域')?.dropdown).toEqual({ from: 'column', tab: '圏域', header: '圏域名' });
  });

  test('a reference number is text, so that no spreadsheet makes a date of it', () => {
    expect(planned('相談受付', '受付番号')?.format).toBe('text');
  });

  test('選択肢 holds every code of every list', () => {
    const rows = codeListRows();
    expect(rows[0]).toEqual(['経路', 'P01', '本人', '有']);
    expect(rows.filter(([list]) => list === '対象').map(([, code]) => code)).toContain('T0204');
    expect(plan.tabs.find((tab) => tab.tab === '選択肢')?.rows).toEqual(rows);
  });

  test('基本情報 lists its items, with the version of the template', () => {
    const rows = plan.tabs.find((tab) => tab.tab === '基本情報')?.rows ?? [];
    expect(rows.find(([item]) => item === '様式版')).toEqual(['様式版', plan.templateVersion]);
    expect(rows).toHaveLength(Object.keys(tables.profile.columns).length);
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
