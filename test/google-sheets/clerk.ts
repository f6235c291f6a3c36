/** What a clerk types into the template's spreadsheet by hand: each way of writing that is understood, and each mistake that people make. 架空のデータ. */
import type { GoogleClients } from '#functions/adapters/google/client.ts';
import { createSpreadsheet } from '#functions/adapters/google/template-google.ts';
import { planNew } from '#functions/template/plan-changes.ts';
import { type Cell, tables } from '#sheets-schema';
import { addressOf, aRegistry } from '../functions/adapters/registry/registered-world.ts';
import type { OpenSpreadsheet } from '../google/person/open.ts';
import type { GoogleStandIn } from '../google/stand-in.ts';

/** The spreadsheet that an administrator makes with one command and registers, with fewer empty rows at the end of its tabs: they only take time. */
export async function makeFromTemplate(
  { clients, standIn }: { clients: GoogleClients; standIn: GoogleStandIn },
  { officeName = '架空社協', more = [] }: { officeName?: string; more?: readonly Cell[] } = {},
): Promise<OpenSpreadsheet & { readonly id: string }> {
  const municipality = { municipalityCode: '162051', prefectureName: '富山県', municipalityName: '氷見市' };
  const changes = planNew({
    fiscalYear: 2024,
    contact: null,
    office: { ...municipality, officeName, fiscalYear: null },
  });
  const { id } = await createSpreadsheet(clients, { title: `氷見市 ${officeName}`, folder: null, changes });
  standIn.spreadsheets = [...standIn.spreadsheets, aRegistry([['162051', officeName, addressOf(id), ...more]])];
  const book = standIn.open(id);
  for (const title of book.titles().filter((each) => each !== tables.codeLists.tab)) {
    const tab = book.tab(title);
    tab.shrink(60, tab.size().columns);
  }
  return { ...book, id };
}

/** Cells by address, as they are typed. */
export type Typed = Readonly<Record<string, Cell>>;

export function typeAll(book: OpenSpreadsheet, tab: string, cells: Typed): void {
  for (const [address, typed] of Object.entries(cells)) {
    if (typed === null) book.tab(tab).clear(address);
    else book.tab(tab).type(address, typed);
  }
}

/** 受付番号, 受付日, 受付窓口, 圏域, 経路, 対象1, then as many as there are. */
type CaseRow = readonly Cell[];

/** Rows 2 to 24: each is understood as it stands, without a remark. */
const understood: readonly CaseRow[] = [
  ['R6-0001', '2024/4/1', '本所', '東山地区', '本人', '高齢者'],
  ['R6-0002', '2024-04-02', '本所', 'E01', 'P01', 'T01'],
  ['R6-0003', "'2024.4.3", '本所', '東山 地区', '家族・親族', '高齢者、生活困窮'],
  ['R6-0004', 20240404, '本所', 'Ｅ０１', '民生委員・児童委員', '高齢者,生活困窮'],
  ['R6-0005', "'令和6年4月5日", '本所', '西川地区', '医療機関', '高齢者，生活困窮'],
  ['R6-0006', "'R6.4.8", '本所', 'E02', '行政', '高齢者;生活困窮'],
  ['R6-0007', "'R6/4/9", '本所', '西川地区', '学校・教育機関', '高齢者；生活困窮'],
  ['R6-0008', "'令6.4.10", '本所', '西川地区', 'ﾎﾞﾗﾝﾃｨｱ・NPO', '高齢者/生活困窮'],
  ['R6-0009', "'Ｒ６．４．１１", '本所', '西川地区', '本人', '高齢者／生活困窮'],
  ['R6-0010', "'２０２４／４／１２", '本所', '西川地区', '本人', '高齢者・生活困窮'],
  ['H30-0001', "'平成30年4月1日", '支所', '東山地区', '本人', '高齢者\n生活困窮'],
  ['H30-0002', "'H30.4.2", '支所', '東山地区', '本人', 'DV・虐待被害'],
  ['H30-0003', "'H30/4/3", '支所', '東山地区', '本人', '障がい者', '身体障碍'],
  ['H30-0004', "'平30.4.4", '支所', '東山地区', '本人', '障害者', '精神障がい'],
  ['R1-0001', "'令和元年5月1日", '支所', '東山地区', '本人', 'こども・子育て'],
  ['R1-0002', "'R1.5.2", '支所', '市外', '本人', '子供・子育て'],
  ['R6-0011', '2024/4/15', '本所', '不明', '不明', '不明'],
  ['R6-0012', '2024/4/16', '本所', '東山地区', '本人', '高齢者', ' ', '　', '-', '－', '―', '', '男', '○'],
  [
    'R6-0013',
    '2024/4/17',
    '本所',
    '東山地区',
    '本人',
    '高齢者',
    null,
    null,
    'なし',
    null,
    null,
    '80代以上',
    '女性',
    'あり',
  ],
  ['R6-0014', '2024/4/18', '本所', '東山地区', '本人', '高齢者', null, null, '介護', null, null, null, null, 1],
  ['R6-0015', '2024/4/19', '本所', '東山地区', '本人', '高齢者', null, null, '介護', null, null, null, null, true],
  ['R6-0016', '2024/4/22', '本所', '東山地区', '本人', '高齢者', null, null, '介護', null, null, null, null, 'はい'],
  ['R6-0017', '2024/4/23', '本所', '東山地区', '本人', '高齢者', null, null, '介護', null, null, null, null, '✕'],
];

/** Rows 25 to 45: each is wrong in its own way, or is to be remarked on. */
const mistaken: readonly CaseRow[] = [
  ['R6-0101', "'11/5", '本所', '東山地区', '本人', '高齢者'],
  ['R6-0102', "'2024/2/30", '本所', '東山地区', '本人', '高齢者'],
  ['R6-0103', "'24.5.7", '本所', '東山地区', '本人', '高齢者'],
  ['R6-0104', '2024/5/8', '本所', '東山地区', '本人', '高齢者'],
  ['R6-0104', '2024/5/9', '本所', '東山地区', '本人', '高齢者'],
  ['R6-0105', '2024/5/10', '本所', '北の谷', '本人', '高齢者'],
  ['R6-0106', '2024/5/13', '本所', '東山地区', '町の人', '高齢者'],
  ['R6-0107', '2024/5/14', '本所', '東山地区', null, '高齢者'],
  ['R6-0108', '2024/5/15', '本所', '東山地区', '〃', '高齢者'],
  ['R6-0109', '2024/5/16', '本所', '東山地区', '本人', '高齢者'],
  ['R6-0110', '2024/5/17', '本所', null, '本人', '高齢者'],
  [null, '5月計', null, null, null, null, null, null, 10],
  ['090-1234-5678', '2024/5/20', '本所', '東山地区', '090-1234-5678', '高齢者'],
  ['R6-0112', '2024/5/21', '本所', '東山地区', '本人', '高齢者'],
  ['R6-0113', { error: '#REF!' }, '本所', '東山地区', '本人', '高齢者'],
  ['R6-0114', '2024/5/23', '本所', '東山地区', '本人', '高齢者', null, null, null, null, null, null, '？？'],
  ['R6-0115', '2024/12/31', '本所', '東山地区', '本人', '高齢者'],
  ['R6-0116', "'平成31年5月1日", '本所', '東山地区', '本人', '高齢者'],
  ['R6-0117', '2024/5/27', '本所', '東山地区', '本人、行政', '高齢者'],
  ['R6-0118', '2024/5/28', '本所', '東山地区', '同上', '高齢者'],
  ['合計', null, null, null, null, null, null, null, 40],
];

/** An end before the reception, a word in つなぎ先 that is in no list, and a column that there must not be. */
const further: Typed = { R38: '2024/5/1', P38: 'おとなりさん', U1: '電話番号' };

/** Fills the template in, with the mess. */
export function fillIn(book: OpenSpreadsheet): void {
  typeAll(book, '基本情報', { B7: '48,163人', B11: '230.54', B12: '2018/4/1', B13: '4.5‰', B16: '架空' });
  book.tab('圏域').paste('A3', [
    ['E01', '東山地区', '地区', 'Z00', '１２，３４５'],
    ['E02', '西川地区', '地区', 'Z00', '6,789'],
  ]);
  const cases = book.tab('相談受付');
  cases.paste('A2', understood);
  cases.paste('A25', mistaken);
  cases.merge('D34:D35');
  cases.addColumns(2);
  typeAll(book, '相談受付', further);
  book.tab('支援記録').paste('A2', [
    ['2024/4/2', 'R6-0001', '訪問', '包括的相談支援', 30],
    ['2024/4/3', 'R6-0001', 'S02', 'J01', '３０分'],
    ['2024/4/4', 'R6-0002', '電話・メール', null, '約30'],
    ['2024/4/5', 'R6-0003', '来所相談', null, '10～15'],
    ["'4/8", 'R6-0003', '来所相談', null, 15],
    ['2024/5/9', 'R6-0104', '訪問', null, 15],
    ['2024/5/9', 'R6-9999', '訪問', null, 15],
    ['合計', null, null, null, 120],
  ]);
  book.tab('会議').paste('A2', [
    ['2024/4/10', '支援会議', '全域', '延べ3', 'のべ12人', '5団体'],
    ['2024/5/10', '支援会議', null, 3, '十二', 4],
  ]);
  book.tab('地域活動').paste('A2', [
    ['2024/4/20', 'サロン・居場所', '東山地区', '高齢者、子ども・子育て', '-', 2, '1,234', '△5'],
    ['2024/5/20', 'サロン・居場所', '東山地区', '高齢者', '2回', '3か所', '未集計', 4],
  ]);
  book.tab('集計報告').paste('A2', [
    ['令和5年度', null, '新規相談件数', null, null, null, '１，２３４件'],
    ['R5', null, 'N01', null, '本人', null, '1,000'],
    ['2023', null, '新規相談件数', null, '行政', null, '-'],
    ['5', null, 'N03', null, null, null, 20],
  ]);
  book
    .tab('成果目標')
    .paste('A2', [
      ['令和6年度', '包括的相談支援', '新規相談件数', '件', '新規', null, null, null, null, 50, null, '以上'],
    ]);
}
