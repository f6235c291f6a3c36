/** 基本情報: who reports. Two columns, 項目 and 値, one item a row. */
import { count, date, fiscalYear, flag, municipality, number, option, rate, text } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';

export const profile = defineTable({
  tab: '基本情報',
  tabAliases: ['基本', '基礎情報', '報告機関', '表紙'],
  layout: 'items',
  isRequired: true,
  help: {
    ja: 'どの市区町村の、どの報告機関のブックかを書きます。「項目」と「値」の2列で、1行に1項目です。',
    en: 'Which office of which municipality this workbook belongs to. Two columns, 項目 (item) and 値 (value).',
  },
  columns: {
    municipalityCode: municipality({
      header: '市区町村コード',
      aliases: ['市町村コード', '団体コード', '全国地方公共団体コード', '自治体コード'],
      required: true,
      help: {
        ja: '全国地方公共団体コードの6けた。5けた（検査数字なし）でも読みます。',
        en: 'The 6-digit code of local governments; the 5-digit form without check digit is completed.',
      },
      example: '162051',
    }),
    prefectureName: text({
      header: '都道府県名',
      aliases: ['都道府県', '県名'],
      help: {
        ja: '市区町村コードと合っているかを確かめるために使います。',
        en: 'Checked against the municipality code.',
      },
      example: '富山県',
    }),
    municipalityName: text({
      header: '市区町村名',
      aliases: ['市町村名', '市区町村', '市町村', '自治体名'],
      required: true,
      help: { ja: '市区町村の名前。', en: 'The name of the municipality.' },
      example: '氷見市',
    }),
    officeName: text({
      header: '報告機関名',
      aliases: ['報告機関', '機関名', '事業所名'],
      required: true,
      help: {
        ja: '報告する機関の名前。同じ市区町村の中で1つだけの名前にします。',
        en: 'The name of the reporting office, unique within the municipality.',
      },
      example: '氷見市社会福祉協議会',
    }),
    templateVersion: text({
      header: '様式版',
      aliases: ['様式のバージョン', '版'],
      required: true,
      help: { ja: '様式が書き入れます。変えないでください。', en: 'Written by the template itself; please leave it.' },
      example: '1',
    }),
    inhabitants: count({
      header: '人口',
      aliases: ['総人口', '住民基本台帳人口'],
      help: {
        ja: '市区町村の人口。「圏域」に書くときは空けて構いません。',
        en: 'Inhabitants; may be left to the tab 圏域.',
      },
      example: '48,163',
    }),
    households: count({
      header: '世帯数',
      aliases: ['世帯'],
      help: { ja: '世帯の数。', en: 'Households.' },
      example: '17,636',
    }),
    elderly: count({
      header: '65歳以上人口',
      aliases: ['高齢者人口', '高齢者数', '65歳以上'],
      help: {
        ja: '65歳以上の人口。割合ではなく人数で書きます。',
        en: 'People aged 65 and over, as a number of people.',
      },
      example: '17,704',
    }),
    children: count({
      header: '18歳未満人口',
      aliases: ['児童人口', '18歳未満'],
      help: { ja: '18歳未満の人口。', en: 'People under 18.' },
      example: '6,020',
    }),
    areaSize: number({
      header: '面積',
      aliases: ['面積(km2)', '総面積'],
      help: {
        ja: '面積（平方キロメートル）。人口密度の近い市町村と比べるために使います。',
        en: 'Area in square kilometres, to be compared with municipalities of like density.',
      },
      example: '230.54',
    }),
    populationAsOf: date({
      header: '基準日',
      aliases: ['人口の基準日', '人口基準日'],
      help: { ja: '人口と世帯数がいつの数か。', en: 'The day that the population figures are for.' },
      example: '2018/4/1',
    }),
    welfareRate: rate({
      header: '生活保護受給率',
      aliases: ['保護率', '生活保護率'],
      help: {
        ja: '単位（‰ か %）をつけて書きます。1,000人に4.5人なら 4.5‰ です。',
        en: 'With its unit, ‰ or %: 4.5 in 1,000 people is 4.5‰.',
      },
      example: '4.5‰',
    }),
    fiscalYear: fiscalYear({
      header: '対象年度',
      aliases: ['報告年度'],
      help: {
        ja: '年度ごとに新しいブックを作るときだけ書きます。書くと、その年度のことだけを読みます。',
        en: 'Only for offices that begin a new file every April: the workbook then speaks for that fiscal year only.',
      },
      example: '令和6年度',
    }),
    sourceNote: text({
      header: '出典',
      aliases: ['資料名', '資料'],
      help: {
        ja: '公表された資料から写したときの、資料の名前。書くと、「成果目標」の相談の実績は、資料の名前とともに県の担当者や公開用の画面にも出ます（少ない件数は秘匿します）。',
        en: 'The publication that figures were copied from. Results of goals on consultations are then shown, with its name, to prefectural officers and in the public view (small counts hidden).',
      },
      example: '氷見市社会福祉協議会が2018年に公表した資料',
    }),
    dataKind: option({
      header: 'データの種類',
      aliases: ['データ種別', 'データの区分'],
      options: [
        { value: '実データ', words: ['実データ', '実績', '実際のデータ', '本番'] },
        { value: '架空', words: ['架空', '架空のデータ', '架空データ', '練習', '見本'] },
        { value: '参考', words: ['参考', '参考資料', '参考データ'] },
      ],
      help: {
        ja: '練習用の作った数なら「架空」、確かめるだけで合計に入れない資料なら「参考」と書きます。',
        en: '架空 for invented figures, 参考 for a printed table that is checked but not added to the totals.',
      },
      example: '架空',
    }),
    cellMarks: flag({
      header: 'セルの印',
      aliases: ['セルに印をつける'],
      help: {
        ja: '数えられなかったセルに印をつけてよいか（有・無）。',
        en: 'Whether cells that could not be counted may be marked (有 or 無).',
      },
      example: '有',
    }),
    dueFrom: date({
      header: '報告開始月',
      aliases: ['報告開始', '報告開始日'],
      takesMonthAlone: true,
      help: {
        ja: '報告を始める月。空いていれば、最初の行の月からです。',
        en: 'The first month that is due; where blank, the month of the first row.',
      },
      example: '2024年4月',
    }),
    dueUntil: date({
      header: '報告終了月',
      aliases: ['報告終了', '報告終了日', '最後の報告月'],
      takesMonthAlone: true,
      help: {
        ja: '合併や事業の終わりで報告をやめる機関の、最後の月。続いていれば空けます。',
        en: 'The last month that is due of an office that ends (a merger, the end of its work); blank while it goes on.',
      },
      example: '',
    }),
  },
});

/** The items of 基本情報 once read. */
export type Profile = RowOf<typeof profile>;
