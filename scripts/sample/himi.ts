/** 氷見市: the published tables of FY2014 to FY2017 as two workbooks. What stands where is told in samples/README.md. */
import { readTabs } from './read-source.ts';
import type { SampleWorkbook } from './workbook.ts';

export async function himiWorkbooks(): Promise<readonly SampleWorkbook[]> {
  return [
    {
      path: 'himi/氷見市',
      format: 'xlsx',
      tabs: await readTabs('himi/city', ['基本情報', '圏域', '集計報告', '成果目標']),
    },
    {
      path: 'himi/氷見市_参考（CSWと簡易調査）',
      format: 'xlsx',
      tabs: await readTabs('himi/reference', ['基本情報', '圏域', '集計報告', '成果目標']),
    },
  ];
}
