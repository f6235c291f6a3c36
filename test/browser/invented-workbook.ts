/** A small workbook of an invented city (架空のデータ) as .csv tabs: parallel divisions, three years of cases, one silent month. */

const districts = [
  ['D01', '本町地区', 'E01', 'J01'],
  ['D02', '港地区', 'E01', 'J01'],
  ['D03', '東山地区', 'E02', 'J01'],
  ['D04', '桜台地区', 'E02', 'J02'],
  ['D05', '南条地区', 'E03', 'J02'],
] as const;
const areas = [
  'ALL,藤ヶ浦市,市町村全域,,47200,20100,14900,6100,2024-04-01',
  'E01,中央圏域,日常生活圏域,ALL,20000,,6100,,2024-04-01',
  'E02,東部圏域,日常生活圏域,ALL,17800,,5600,,2024-04-01',
  'E03,南部圏域,日常生活圏域,ALL,9400,,3200,,2024-04-01',
  'J01,第一中学校区,中学校区,ALL,28000,,8800,,2024-04-01',
  'J02,第二中学校区,中学校区,ALL,19200,,6100,,2024-04-01',
  ...districts.map(([code, name, first, second]) => `${code},${name},地区,"${first}、${second}",,,,,`),
];
const pathways = ['本人', '家族', '民生委員', '地域包括支援センター', '福祉課', '知人', '訪問で把握', '自治会', '不明'];
const targets = ['高齢者', '障害者', '生活困窮', 'ひきこもり', '子ども', '精神障害'];
const silentMonth = '2022-11';

function months(): string[] {
  return [2022, 2023, 2024].flatMap((year) =>
    Array.from({ length: 12 }, (_, offset) => {
      const month = ((offset + 3) % 12) + 1;
      return `${month >= 4 ? year : year + 1}-${String(month).padStart(2, '0')}`;
    }).filter((month) => month <= '2024-12' && month !== silentMonth),
  );
}

/** Rows of 相談受付 and 支援記録: the same on every run, a few more every year. */
function rows(): { readonly cases: readonly string[]; readonly actions: readonly string[] } {
  const cases: string[] = [];
  const actions: string[] = [];
  for (const [age, month] of months().entries()) {
    for (const [place, [area]] of districts.entries()) {
      const count = 2 + ((age * (place + 2) + place) % 3) + (place >= 2 && age > 20 ? 2 : 0);
      for (let turn = 0; turn < count; turn += 1) {
        const number = `R-${String(cases.length + 1).padStart(5, '0')}`;
        const pick = (list: readonly string[], step: number) =>
          list[(cases.length * step + turn + age) % list.length] ?? '';
        const day = `${month}-${String(3 + turn * 4).padStart(2, '0')}`;
        const closed = cases.length % 3 === 0 ? `${month}-28` : '';
        const second = cases.length % 2 === 0 ? pick(targets, 5) : '';
        const place2 = cases.length % 97 === 0 ? '市外' : area;
        cases.push(`${number},${day},${place2},${pick(pathways, 7)},${pick(targets, 3)},${second},${closed}`);
        for (let action = 0; action <= cases.length % 4; action += 1)
          actions.push(`${day},${number},${action === 3 ? 'プラン' : '電話'}`);
      }
    }
  }
  return { cases, actions };
}

/** Tab name → text of its .csv. */
export function inventedWorkbook(): Readonly<Record<string, string>> {
  const { cases, actions } = rows();
  return {
    基本情報: [
      '項目,値',
      '市区町村コード,992054',
      '都道府県名,海野県',
      '市区町村名,藤ヶ浦市',
      '報告機関名,福祉総合相談課',
      '様式版,1',
      'データの種類,架空',
      '人口,47200',
      '65歳以上人口,14900',
      '基準日,2024-04-01',
    ].join('\n'),
    圏域: ['圏域コード,圏域名,圏域種別,上位圏域コード,人口,世帯数,65歳以上人口,18歳未満人口,基準日', ...areas].join(
      '\n',
    ),
    相談受付: ['受付番号,受付日,圏域,経路,対象1,対象2,終結日', ...cases].join('\n'),
    支援記録: ['支援日,受付番号,支援方法', ...actions].join('\n'),
    成果目標: [
      '年度,事業,指標,単位,目標値,方向',
      '令和6年度,包括的相談支援,新規相談件数,件,280,以上',
      '令和6年度,包括的相談支援,地域経由割合,%,25,以上',
    ].join('\n'),
  };
}
