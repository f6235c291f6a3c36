/** A figure with everything that a table can hold, for the tests of what is taken along. 架空のデータ. */
import type { FigureModel } from '../../../../web/src/shape/export/figure-model.ts';
import type { TableCell, TableModel } from '../../../../web/src/shape/table-model.ts';

const count = (value: number): TableCell => ({
  kind: 'figure',
  figure: value === 0 ? { state: 'zero', value } : { state: 'value', value },
  decimals: 0,
});

/** Two years of three pathways: numbers, every state, differences, a second level, texts that would be formulas. */
export const everyCell: TableModel = {
  caption: '経路別の件数と割合',
  rowHeader: '経路',
  groups: [
    { label: '令和5年度', span: 2 },
    { label: '令和6年度', span: 2 },
    { label: '', span: 1 },
  ],
  columns: [
    { key: 'a', label: '件数' },
    { key: 'b', label: '割合(%)' },
    { key: 'c', label: '件数' },
    { key: 'd', label: '差' },
    { key: 'e', label: '説明', isText: true },
  ],
  rows: [
    {
      key: 'P01',
      label: '本人',
      cells: [
        count(1234),
        { kind: 'figure', figure: { state: 'value', value: 21.04 }, decimals: 1, isPartial: true },
        { kind: 'figure', figure: { state: 'suppressed' }, decimals: 0 },
        { kind: 'difference', difference: { state: 'value', value: -22 }, decimals: 0 },
        { kind: 'text', text: '=SUM(A1:A9)' },
      ],
    },
    {
      key: 'P0401',
      label: '民生委員、"地域"',
      depth: 1,
      cells: [
        count(0),
        { kind: 'figure', figure: { state: 'unreported' }, decimals: 1 },
        { kind: 'figure', figure: { state: 'n/a' }, decimals: 0 },
        { kind: 'difference', difference: { state: 'value', value: -0.04 }, decimals: 1 },
        { kind: 'text', text: '＋81 の番号' },
      ],
    },
    {
      key: 'total',
      label: '合計',
      look: 'total',
      cells: [
        count(1234),
        { kind: 'figure', figure: { state: 'value', value: 100 }, decimals: 1 },
        { kind: 'blank' },
        { kind: 'difference', difference: { state: 'value', value: 13.5 }, decimals: 1 },
        { kind: 'blank' },
      ],
    },
  ],
};

export const aFigure: FigureModel = {
  language: 'ja',
  names: ['藤ヶ浦市', '経路別', '構成比', '令和6年度'],
  title: '本人からの相談は22件減りました',
  measure: '新規相談件数（件）と割合(%)',
  table: everyCell,
  notes: ['割合は、合計が100.0になるように端数を整えています。'],
  source: '藤ヶ浦市の報告（2機関）',
  dataUntil: '令和6年12月31日',
  published: '1月14日 6:10',
  isFictional: true,
  link: 'http://127.0.0.1/992054/pathways#figure-shares',
};
