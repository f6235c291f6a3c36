/** Small workbooks as folders of .csv files, the way an office without Google would keep them. 架空のデータ. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface SmallWorkbook {
  readonly code?: string;
  readonly prefecture?: string;
  readonly municipality?: string;
  readonly office?: string;
  /** Rows of 相談受付: 受付日, 経路, 対象1. */
  readonly cases?: readonly (readonly [receivedOn: string, pathway: string, target: string])[];
}

const threeCases = [
  ['2024/4/1', '本人', '高齢者'],
  ['令和6年4月2日', '民生委員', '生活困窮'],
  ['2024/5/7', '家族', 'ひきこもり'],
] as const;

/** Writes the workbook `name` below the folder: by default three good cases of 氷見市. */
export async function writeSmallWorkbook(folder: string, name: string, workbook: SmallWorkbook = {}): Promise<void> {
  const { code = '162051', prefecture = '富山県', municipality = '氷見市', office = '社会福祉協議会' } = workbook;
  const into = join(folder, name);
  await mkdir(into, { recursive: true });
  const write = async (tab: string, rows: readonly (readonly string[])[]) =>
    await writeFile(join(into, `${tab}.csv`), `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);
  await write('基本情報', [
    ['項目', '値'],
    ['市区町村コード', code],
    ['都道府県名', prefecture],
    ['市区町村名', municipality],
    ['報告機関名', office],
    ['様式版', '1'],
    ['人口', '47992'],
    ['データの種類', '架空'],
  ]);
  await write('圏域', [
    ['圏域コード', '圏域名', '圏域種別', '上位圏域コード'],
    [code, municipality, '市町村全域', ''],
    ['E01', '東地区', '地区社協', code],
  ]);
  await write('相談受付', [
    ['受付番号', '受付日', '圏域', '経路', '対象1'],
    ...(workbook.cases ?? threeCases).map((row, position) => [
      `R6-${String(position + 1).padStart(4, '0')}`,
      row[0],
      'E01',
      row[1],
      row[2],
    ]),
  ]);
}

/** A second municipality. */
export const funahashi: SmallWorkbook = { code: '163210', municipality: '舟橋村', office: '舟橋村社会福祉協議会' };
