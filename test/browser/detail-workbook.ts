/** A workbook of an invented city (架空のデータ) with all that the details tell: hand-overs, issues, ages, meetings, activities, no 支援記録 in 令和5年度. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from './stage.ts';

const pathways = ['本人', '家族', '民生委員', '地域包括支援センター', '福祉課'];
const targets = [
  '高齢者',
  '生活困窮',
  'ひきこもり',
  '障害者',
  '子ども',
  'ひとり親',
  '若者',
  '外国人',
  '更生保護',
  'DV',
];
const issues = ['介護', '経済的困窮', '就労', '住まい', '健康'];
const handovers = ['', '', '地域包括支援センター', '', '福祉課'];
const ages = ['80代以上', '70代', '40代', '不明', ''];
const sexes = ['女性', '男性', '女性', '', '不明'];

const months = ['2023-04', '2023-05', '2024-04', '2024-05', '2024-07'];
const perMonth = 24;

function at(list: readonly string[], position: number): string {
  return list[position % list.length] ?? '';
}

/** Tab name → text of its .csv. */
function detailWorkbook(): Readonly<Record<string, string>> {
  const cases: string[] = [];
  const actions: string[] = [];
  for (const month of months) {
    for (let turn = 0; turn < perMonth; turn += 1) {
      const number = `R-${String(cases.length + 1).padStart(4, '0')}`;
      const day = `${month}-${String(2 + turn).padStart(2, '0')}`;
      const second = turn % 3 === 0 ? at(targets, turn + 1) : '';
      const more = turn % 4 === 0 ? at(issues, turn + 2) : '';
      const [age, sex] = [at(ages, turn), at(sexes, turn * 2)];
      cases.push(
        [
          number,
          day,
          '本町地区',
          at(pathways, turn),
          at(targets, turn),
          second,
          at(issues, turn),
          more,
          age,
          sex,
          at(handovers, turn),
        ].join(','),
      );
      if (month < '2024-04') continue;
      actions.push(`${day},${number},電話,包括的相談支援,20`);
      if (turn % 2 === 0) actions.push(`${day},${number},訪問,,60`);
    }
  }
  return {
    基本情報: [
      '項目,値',
      '市区町村コード,992062',
      '都道府県名,海野県',
      '市区町村名,白浜市',
      '報告機関名,福祉総合相談課',
      '様式版,1',
      'データの種類,架空',
      '人口,20000',
      '基準日,2024-04-01',
    ].join('\n'),
    圏域: ['圏域コード,圏域名,圏域種別,上位圏域コード', 'ALL,白浜市,市町村全域,', 'D1,本町地区,地区,ALL'].join('\n'),
    相談受付: ['受付番号,受付日,圏域,経路,対象1,対象2,課題1,課題2,年代,性別,つなぎ先1', ...cases].join('\n'),
    支援記録: ['支援日,受付番号,支援方法,事業,時間分', ...actions].join('\n'),
    会議: [
      '開催日,会議種別,圏域,検討件数,参加者数,参加機関数',
      '2024-04-10,地域ケア会議,ALL,3,12,6',
      '2024-05-10,地域ケア会議,ALL,2,10,5',
      '2024-07-10,支援会議,ALL,7,8,4',
    ].join('\n'),
    地域活動: [
      '開催日,活動種別,圏域,回数,か所数,参加者数,担い手数',
      '2024-04-20,サロン,本町地区,4,3,60,12',
      '2024-07-20,サロン,本町地区,4,5,70,14',
      '2024-07-21,見守り活動,本町地区,9,,9,9',
    ].join('\n'),
  };
}

/** Puts the workbook on the stage and publishes it. */
export async function addDetailWorkbook(stage: Stage): Promise<void> {
  const folder = join(stage.folder, 'shirahama');
  await mkdir(folder, { recursive: true });
  for (const [tab, text] of Object.entries(detailWorkbook())) await writeFile(join(folder, `${tab}.csv`), text);
  await stage.run();
}
