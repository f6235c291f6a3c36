/** What the template itself fills in: the items of 基本情報 with what is known of the office, the row of 圏域 for the whole municipality. */
import type { ColumnPlan, PlannedRow, TemplateOffice } from './template.ts';
import { looks } from './template-looks.ts';
import { eraYear } from './vocabulary/eras.ts';
import { type tables, templateVersion } from './workbook.ts';

/** The header over the explanations beside the items of 基本情報. */
export const explanationHeader = '書き方';

/** The row of one item of 基本情報. */
export function itemRow(column: ColumnPlan, value: string): PlannedRow {
  return {
    cells: [
      { text: column.label, look: column.isRequired ? looks.requiredHeader : looks.header },
      { text: value, look: { ...looks.value, format: column.format } },
      { text: column.explanation, look: looks.help },
    ],
  };
}

/** The rows of 基本情報, its header row among them. */
export function itemRows(columns: readonly ColumnPlan[], office: TemplateOffice | null) {
  const header = ['項目', '値', explanationHeader].map((text) => ({ text, look: looks.systemHeader }));
  const values = profileValues(office);
  const items = columns.map((column) => itemRow(column, values.get(column.name) ?? ''));
  return new Map<number, PlannedRow>([{ cells: header }, ...items].entries());
}

function profileValues(office: TemplateOffice | null): ReadonlyMap<string, string> {
  const version = ['templateVersion', templateVersion] as const;
  if (office === null) return new Map([version]);
  return new Map([
    version,
    ['municipalityCode', office.municipalityCode],
    ['prefectureName', office.prefectureName],
    ['municipalityName', office.municipalityName],
    ['officeName', office.officeName],
    ['fiscalYear', office.fiscalYear === null ? '' : eraYear(office.fiscalYear)],
  ]);
}

/** First rows of a tab of rows, by their index. */
export function contentsOf(name: keyof typeof tables, office: TemplateOffice | null): ReadonlyMap<number, PlannedRow> {
  if (name === 'areas' && office !== null && office.municipalityName !== '') {
    const cells = ['Z00', office.municipalityName, '市町村全域'].map((text) => ({ text, look: looks.plain }));
    return new Map([[1, { cells }]]);
  }
  if (name === 'findings') {
    return new Map([
      [0, { cells: [{ text: 'まだ確かめていません。読み取ったあとに、ここに結果が出ます。', look: looks.heading }] }],
    ]);
  }
  return new Map();
}
