/** What changed in the template (様式) from version to version, for the offices. The newest stands first. */

export interface TemplateVersion {
  readonly version: string;
  readonly ja: string;
  readonly en: string;
}

export const templateHistory: readonly TemplateVersion[] = [
  {
    version: '3',
    ja: '「基本情報」に「報告終了月」を加えました。合併や事業の終わりで報告をやめるときだけ書きます。書いたものはそのままです。',
    en: '基本情報 has 報告終了月, for an office that ends (a merger, the end of its work). What you typed stays as it is.',
  },
  {
    version: '2',
    ja: '「はじめに」を加え、必ず書く見出しに「＊」をつけました。選べる言葉はすべて「選択肢」にあり、年度・月・指標も選べます。「チェック結果」の列が変わりました。書いたものはそのままです。',
    en: 'はじめに is new, headers that are required carry ＊, and every word to choose from, fiscal years, months and indicators too, stands in 選択肢. チェック結果 has other columns. What you typed stays as it is.',
  },
  { version: '1', ja: 'はじめの様式です。', en: 'The first template.' },
];
