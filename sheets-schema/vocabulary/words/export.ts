/** Words of what is taken along: the menu 「持ち出す」, names of figures in file names, and what a file says about itself. */
import type { Phrase } from './phrase.ts';

export const exportWords = {
  takeAlong: { ja: '持ち出す', en: 'Take along' },
  takeAlongOf: { ja: '持ち出す：{figure}', en: 'Take along: {figure}' },
  csv: { ja: '表（CSV）', en: 'Table (CSV)' },
  xlsx: { ja: '表（Excel）', en: 'Table (Excel)' },
  png: { ja: '画像（PNG）', en: 'Picture (PNG)' },
  svg: { ja: '図（SVG）', en: 'Drawing (SVG)' },
  link: { ja: 'リンクをコピー', en: 'Copy link' },
  saved: { ja: '「{file}」を保存しました', en: 'Saved as “{file}”' },
  copied: { ja: 'リンクをコピーしました', en: 'Link copied' },
  copyByHand: {
    ja: 'コピーできませんでした。次のリンクを選んでコピーしてください。',
    en: 'Could not copy. Please select this link and copy it.',
  },
  failed: { ja: '保存できませんでした。もう一度お試しください。', en: 'Could not be saved. Please try again.' },
  drawing: { ja: '用意しています', en: 'Preparing' },
  level: { ja: '階層', en: 'Level' },
  remarks: { ja: '注', en: 'Remarks' },
  partial: { ja: '一部の報告機関が未報告：{columns}', en: 'Some offices have not reported: {columns}' },
  partialMark: { ja: '＊は、一部の報告機関が未報告の値です。', en: '＊ Some offices have not reported.' },
  measure: { ja: '内容', en: 'Measure' },
  note: { ja: '注', en: 'Note' },
  source: { ja: '出典', en: 'Source' },
  dataUntil: { ja: 'データの最終日', en: 'Data until' },
  published: { ja: '公表', en: 'Published' },
  link2: { ja: 'リンク', en: 'Link' },
  fictional: { ja: '架空のデータ', en: 'Fictional data' },
  sheetName: { ja: '表', en: 'Table' },
} as const satisfies Record<string, Phrase>;

/** Short names of figures by their id, for file names; a figure may bring its own. */
export const figureNames: Readonly<Record<string, Phrase>> = {
  areas: { ja: '圏域一覧', en: 'areas' },
  counts: { ja: '件数', en: 'counts' },
  shares: { ja: '構成比', en: 'shares' },
  stack: { ja: '構成比', en: 'shares' },
  table: { ja: '件数と割合', en: 'counts_and_shares' },
  targets: { ja: '対象別', en: 'targets' },
  trend: { ja: '推移', en: 'trend' },
  years: { ja: '年度別', en: 'years' },
};
