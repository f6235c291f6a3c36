/**
 * The forms of FY2018 (平成30年度): 42 municipalities and prefectures (36 of them with goals), as each would have typed its own form.
 * Figures come from samples/tochigi/*.csv and nowhere else; how a row is typed where the table does not say it stands in readings.csv.
 */
import { asTyped, readRecords } from './read-source.ts';
import type { SampleCell, SampleTab, SampleWorkbook } from './workbook.ts';

type Source = Readonly<Record<string, string>>;

/** 成果目標 columns by header. */
type Cells = Record<string, string>;

const goalHeaders = ['年度', '事業', '指標', '単位', '数え方', '圏域', '経路', '対象', '基準値', '目標値', '目標上限', '方向', '目標文', '期間', '実績値', '実績時点', '備考']; // biome-ignore format: as in the workbook
const sourceNote = '平成30年度の実施状況報告（地域力強化推進事業・多機関の協働による包括的支援体制構築事業）';

export async function fy2018Workbooks(): Promise<readonly SampleWorkbook[]> {
  const [codes, profiles, goals, readings] = await Promise.all([
    readRecords('tochigi/codes.csv'),
    readRecords('tochigi/municipalities_fy2018.csv'),
    readRecords('tochigi/targets_fy2018.csv'),
    readRecords('tochigi/readings.csv'),
  ]);
  return codes.map((code): SampleWorkbook => {
    const isOf = (record: Source) =>
      record.municipality === code.municipality &&
      (record.prefecture === undefined || record.prefecture === code.prefecture);
    const own = goals.filter(isOf);
    const profile = profiles.find(isOf);
    if (profile === undefined) throw new Error(`no profile of ${code.municipality}`);
    const ownReadings = readings.filter((reading) => reading.municipality === code.municipality);
    const parts = partsOfForm(code, profiles);
    return {
      path: `fy2018/${code.prefecture}/${code.office}`,
      format: 'xlsx',
      tabs: [
        profileTab({ code, profile, parts, readings: ownReadings }),
        areaTab({ code, profile, parts }),
        ...(own.length === 0 ? [] : [goalTab({ goals: own, parts, readings: ownReadings }), programmeTab]),
      ],
    };
  });
}

/** Forms of a prefecture that name the towns they are for: those towns are areas of it. */
function partsOfForm(code: Source, profiles: readonly Source[]): readonly Source[] {
  const list = /[(:]([^():]+)\)$/.exec(code.municipality ?? '')?.[1]?.split('・') ?? [];
  return profiles.filter(
    (profile) => profile.prefecture === code.prefecture && list.includes(profile.municipality ?? ''),
  );
}

interface Form {
  readonly code: Source;
  readonly profile: Source;
  readonly parts: readonly Source[];
}

/** 東津軽郡: the form is of four towns together, so its population is not the prefecture's but an area's. */
function isOfDistrict({ profile, parts }: Pick<Form, 'profile' | 'parts'>): boolean {
  return parts.length > 0 && profile.municipality?.includes('郡(') === true;
}

function profileTab({ code, profile, parts, readings }: Form & { readonly readings: readonly Source[] }): SampleTab {
  const isDistrict = isOfDistrict({ profile, parts });
  const asOf = /平成\d+年\d+月\d+日/.exec(profile.as_of ?? '')?.[0] ?? '';
  const unitOfRate = /[(（]([%‰])[)）]/.exec(profile.welfare_rate_raw ?? '')?.[1] ?? '';
  const rate = /^[\d.]+/.exec(profile.welfare_rate_raw ?? '')?.[0];
  const items: (readonly [string, string])[] = [
    ['市区町村コード', code.code ?? ''],
    ['都道府県名', code.prefecture ?? ''],
    ['市区町村名', code.name ?? ''],
    ['報告機関名', code.office ?? ''],
    ['様式版', '1'],
    ['人口', isDistrict ? '' : grouped(profile.population)],
    ['世帯数', isDistrict ? '' : grouped(profile.households)],
    ['基準日', asOf],
    ['面積', isDistrict ? '' : (profile.area_km2 ?? '')],
    ['生活保護受給率', rate === undefined || isDistrict ? '' : `${rate}${unitOfRate}`],
    ['高齢化率', profile.aging_rate_pct ? `${profile.aging_rate_pct}%` : ''],
    ['自治会加入率', profile.neighbourhood_membership_pct ? `${profile.neighbourhood_membership_pct}%` : ''],
    ['小学校', profile.elementary_schools ?? ''],
    ['中学校', profile.junior_high_schools ?? ''],
    ['地域包括支援センター（直営）', profile.community_support_centers_direct ?? ''],
    ['地域包括支援センター（委託）', profile.community_support_centers_outsourced ?? ''],
    ['自立相談支援機関', profile.self_reliance_centers ?? ''],
    ['出典', sourceNote],
  ];
  const typed = new Map(
    readings.filter(({ programme }) => programme === '基本情報').map(({ column, typed }) => [column, typed]),
  );
  const rows = items.map(([item, value]): SampleCell[] => {
    const cell = typed.get(item) ?? value;
    // A code keeps its leading zero only as text.
    return [item, item === '市区町村コード' ? cell : asTyped(cell)];
  });
  return { name: '基本情報', rows: [['項目', '値'], ...rows] };
}

function areaTab({ code, profile, parts }: Form): SampleTab {
  const district = districtName(profile.municipality ?? '');
  const isDistrict = isOfDistrict({ profile, parts });
  const above = isDistrict ? 'D' : 'Z';
  const rows: string[][] = [
    ['Z', code.name ?? '', parts.length > 0 || code.name?.endsWith('県') ? '都道府県全域' : '市町村全域', '', '', ''],
  ];
  if (isDistrict) rows.push(['D', district, '郡', 'Z', grouped(profile.population), grouped(profile.households)]);
  for (const [index, part] of parts.entries()) {
    rows.push([
      `T${index + 1}`,
      part.municipality ?? '',
      '市区町村',
      above,
      grouped(part.population),
      grouped(part.households),
    ]);
  }
  const header = ['圏域コード', '圏域名', '圏域種別', '上位圏域コード', '人口', '世帯数'];
  return { name: '圏域', rows: [header, ...rows.map((row) => row.map(asTyped))] };
}

function districtName(municipality: string): string {
  return municipality.replace(/\(.*$/, '');
}

/** The form's own programme words, by the programmes that took their place in 2021. */
const programmeTab: SampleTab = {
  name: '読替',
  rows: [
    ['種別', 'シート', '元の表記', '標準の表記'],
    ['値', '成果目標', '地域力-ア', '地域づくり'],
    ['値', '成果目標', '地域力-イ', '包括的相談支援'],
    ['値', '成果目標', '地域力', '地域づくり'],
    ['値', '成果目標', '多機関', '多機関協働'],
  ],
};

function goalTab(form: { goals: readonly Source[]; parts: readonly Source[]; readings: readonly Source[] }): SampleTab {
  const rows: SampleCell[][] = [];
  for (const goal of form.goals) {
    const cells = goalCells(goal);
    const isOwn = (reading: Source) => reading.programme === goal.programme && reading.indicator === goal.indicator_ja;
    for (const { column, typed } of form.readings.filter(isOwn)) cells[column ?? ''] = typed ?? '';
    if (cells.方向 === '' && cells.目標値 === '' && cells.目標文 !== '') cells.方向 = '文章';
    // A goal that the form states under two 事業 stands in two rows, as the office wrote it twice.
    for (const programme of goal.programme === 'other' ? [''] : (goal.programme ?? '').split('|')) {
      rows.push(goalHeaders.map((header) => asTyped(header === '事業' ? programme : (cells[header] ?? ''))));
    }
  }
  return { name: '成果目標', rows: [goalHeaders, ...rows] };
}

/** One row of the table as the office would type it. */
function goalCells(goal: Source): Cells {
  const isApproximate = goal.comparator === '~' || goal.comparator === 'approx';
  const [lower = '', upper = ''] = /^\d+-\d+$/.test(goal.target_value ?? '')
    ? (goal.target_value ?? '').split('-')
    : [goal.target_value ?? ''];
  const words = japaneseWords(goal.target_text_if_not_numeric ?? '');
  return {
    年度: '平成30年度',
    指標: goal.indicator_ja ?? '',
    ...unitCells(goal.unit ?? ''),
    目標値: isApproximate && lower !== '' ? `約${lower}` : lower,
    目標上限: upper,
    方向: upper === '' ? directionOf(goal) : '範囲',
    目標文: words,
    実績値: typedResult(goal),
    実績時点: typedDay(goal.actual_as_of ?? ''),
    備考: goal.area_level ? `対象の範囲：${goal.area_level}` : '',
  };
}

/** '延べ人' is a unit and a way of counting, '件/月' a unit and a period. '人/回' is a unit of its own. */
function unitCells(unit: string): Cells {
  const counting = unit.startsWith('延べ') ? { 単位: unit.slice(2), 数え方: '延べ' } : { 単位: unit };
  if (unit.endsWith('/年')) return { 単位: unit.slice(0, -2), 期間: '年' };
  if (unit.endsWith('/月')) return { ...counting, 期間: '月' };
  if (unit === '件/月/拠点') return { ...counting, 期間: '1か所あたり月' };
  return counting;
}

function directionOf({ comparator = '' }: Source): string {
  return comparator === '>=' || comparator.startsWith('increase') ? '以上' : '';
}

/** The form's own words: Japanese only, without what the transcription says about them in English. */
function japaneseWords(text: string): string {
  const words = text.replaceAll(/\s*\([^()]*[a-z]{2}[^()]*\)/g, '').trim();
  return /[a-z]{2}/.test(words) || words === '' ? '' : words.replaceAll('"', '');
}

/** 実績値 with the 約 or 延べ that the form prints before it. */
function typedResult(goal: Source): string {
  const value = goal.actual_value ?? '';
  const note = goal.actual_note ?? '';
  if (note.includes(`${value}名前後`)) return `${value}前後`;
  const printed = /(約|のべ|延べ)(\d+)/.exec(note);
  return printed !== null && printed[2] === value ? `${printed[1]}${value}` : value;
}

/**
 * 実績時点 as a day. A month stands for its last day; what is open-ended, undated or only a fiscal year is left blank,
 * and a date without a year stays as it was printed.
 */
export function typedDay(printed: string): string {
  const text = printed.replaceAll(/[[\]]/g, '').replace(/^平成30年度2月/, '平成31年2月');
  if (/^\d+\/\d+/.test(text)) return /^\d+\/\d+/.exec(text)?.[0] ?? '';
  if (text.endsWith('～')) return '';
  const last = [...text.replace(/[(（].*$/, '').matchAll(/平成(\d+)年(\d+)月(?:(\d+)日)?/g)].at(-1);
  if (last === undefined) return '';
  const [, era = '', month = '', day] = last;
  const lastDay = new Date(Date.UTC(1988 + Number(era), Number(month), 0)).getUTCDate();
  return `平成${era}年${month}月${day ?? lastDay}日`;
}

function grouped(digits: string | undefined): string {
  return digits && /^\d+$/.test(digits) ? Number(digits).toLocaleString('en') : '';
}
