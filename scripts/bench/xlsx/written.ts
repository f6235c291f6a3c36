/** What is written as .xlsx: rows as an office would type them, an empty template, and a table of the dashboard. 架空のデータ. */
import { writeXlsx as writeRows } from 'hucre/xlsx';
import { createTemplateFile } from '#functions/adapters/folder/template-xlsx.ts';
import { planNew } from '#functions/template/plan-changes.ts';
import type { FigureModel } from '../../../web/src/shape/export/figure-model.ts';
import { writeXlsx as writeFigure } from '../../../web/src/shape/export/xlsx.ts';
import { benchCity } from '../prefecture/prefecture.ts';
import { header, typeRows } from '../rows/typed-rows.ts';

/** 相談受付 with so many rows. */
export async function encodeRows(rowCount: number): Promise<Uint8Array> {
  const rows = typeRows(1, rowCount, 'clean').map((row) =>
    row.map((cell) =>
      typeof cell === 'object' && cell !== null
        ? 'serial' in cell
          ? new Date((cell.serial - 25_569) * 86_400_000)
          : cell.error
        : cell,
    ),
  );
  return await writeRows({ sheets: [{ name: '相談受付', rows: [[...header], ...rows] }] });
}

const changes = planNew({
  fiscalYear: 2026,
  contact: null,
  office: {
    municipalityCode: benchCity,
    prefectureName: '測定県',
    municipalityName: '測定市',
    officeName: '測定市福祉相談課',
    fiscalYear: 2026,
  },
});

export async function writeTemplate(): Promise<Uint8Array> {
  return await createTemplateFile(changes);
}

const columnCount = 20;
const rowCount = 60;

/** As large as 市町村比較: sixty rows of twenty figures. */
const figure: FigureModel = {
  language: 'ja',
  names: ['測定県', '市町村比較', '令和8年度'],
  title: '新規相談件数は市町村によって違います',
  measure: '新規相談件数（件）',
  table: {
    caption: '新規相談件数',
    rowHeader: '市町村',
    columns: Array.from({ length: columnCount }, (_, at) => ({ key: String(at), label: `第${at + 1}列` })),
    rows: Array.from({ length: rowCount }, (_, row) => ({
      key: String(row),
      label: `測定${row + 1}町`,
      cells: Array.from({ length: columnCount }, (_, column) => ({
        ...{ kind: 'figure' as const, decimals: column % 2 },
        figure: { state: 'value' as const, value: (row + 1) * 10.4 + column },
      })),
    })),
  },
  notes: [],
  source: '測定県の市町村の報告',
  dataUntil: '令和8年10月31日',
  published: '11月20日 12:00',
  isFictional: true,
  link: 'http://127.0.0.1/compare',
};

export function writeTable(): Uint8Array {
  return writeFigure(figure);
}
