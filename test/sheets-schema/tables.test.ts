import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  type CaseRow,
  type Column,
  fold,
  isPersonalHeader,
  type RowOf,
  type Table,
  type TotalRow,
  tables,
} from '#sheets-schema';

const all: readonly (readonly [string, Table])[] = Object.values(tables).map((table) => [table.tab, table]);

test('the tabs are those of the workbook, in order', () => {
  expect(all.map(([tab]) => tab)).toEqual([
    '基本情報',
    '圏域',
    '相談受付',
    '支援記録',
    '会議',
    '地域活動',
    '集計報告',
    '成果目標',
    '選択肢',
    '読替',
    'チェック結果',
  ]);
});

test('the headers are those of the workbook, a star where a column is required', () => {
  const headers = Object.fromEntries(
    all.map(([tab, table]) => [
      tab,
      Object.values(table.columns)
        .map((column: Column) => column.header + (column.required ? '*' : ''))
        .join(' '),
    ]),
  );
  expect(headers).toMatchObject({
    圏域: '圏域コード* 圏域名* 圏域種別* 上位圏域コード 人口 世帯数 65歳以上人口 18歳未満人口 基準日 有効開始日 有効終了日 後継圏域コード',
    相談受付:
      '受付番号* 受付日* 受付窓口 圏域* 経路* 対象1* 対象2 対象3 課題1 課題2 課題3 年代 性別 複合課題 対応 つなぎ先1 つなぎ先2 終結日 終結理由 備考',
    支援記録: '支援日* 受付番号* 支援方法* 事業 時間分 備考',
    会議: '開催日* 会議種別* 圏域 検討件数 参加者数 参加機関数 備考',
    地域活動: '開催日* 活動種別* 圏域 対象 回数 か所数 参加者数 担い手数 備考',
    集計報告: '年度* 月 指標* 圏域 経路 対象 値* 備考',
    成果目標:
      '年度* 事業 指標* 単位 数え方 圏域 経路 対象 基準値 目標値 目標上限 方向 目標文 期間 実績値 実績時点 備考',
    選択肢: '区分 標準コード 表示名 使用',
    読替: '種別* シート 元の表記* 標準の表記*',
    チェック結果: '場所 区分 項目 入力された値 内容 直し方 候補 はじめて見つけた日',
  });
});

describe.each(all)('%s', (_, table) => {
  const columns = Object.values(table.columns);

  test('no header or alias names two columns', () => {
    const words = columns.flatMap((column) => [...new Set([column.header, ...column.aliases].map(fold))]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test('no header or alias is personal', () => {
    expect(columns.flatMap((column) => [column.header, ...column.aliases]).filter(isPersonalHeader)).toEqual([]);
  });

  test('every column explains itself in both languages', () => {
    expect(columns.filter((column) => column.help.ja === '' || column.help.en === '')).toEqual([]);
  });

  test('only 圏域 and 経路 span merged cells', () => {
    const spanning = columns.filter((column) => column.spansMerges).map((column) => column.header);
    expect(spanning.filter((header) => header !== '圏域' && header !== '経路')).toEqual([]);
  });
});

test('no name of a tab is that of another', () => {
  const words = all.flatMap(([, table]) => [table.tab, ...table.tabAliases].map(fold));
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});

test('an own tab name, header or word may be written in 読替', () => {
  expect(tables.aliases.columns.kind.options.map((option) => [option.value, option.words[0]])).toEqual([
    ['header', '列'],
    ['word', '値'],
    ['tab', 'シート'],
  ]);
});

test('the type of a row follows from its columns', () => {
  expectTypeOf<CaseRow['receiptNumber']>().toEqualTypeOf<string>();
  expectTypeOf<CaseRow['compound']>().toEqualTypeOf<boolean | 'unknown' | null>();
  expectTypeOf<TotalRow['month']>().toEqualTypeOf<number | 'unknown' | null>();
  expectTypeOf<CaseRow['sex']>().toEqualTypeOf<'X1' | 'X2' | 'X3' | 'X9' | 'unknown' | null>();
  expectTypeOf<CaseRow['closedOn']>().toEqualTypeOf<string | null>();
  expectTypeOf<RowOf<typeof tables.goals>['per']>().toEqualTypeOf<
    'year' | 'quarter' | 'month' | 'placeMonth' | 'unknown' | null
  >();
});
