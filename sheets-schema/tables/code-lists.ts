/** 選択肢: the code lists as the template writes them. Looked at by people and dropdowns, never read by us. */
import { flag, text } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';

export const codeLists = defineTable({
  tab: '選択肢',
  tabAliases: ['コード表', '選択肢一覧'],
  filledInBy: 'system',
  help: {
    ja: '選べる言葉の一覧。様式が書き入れます。独自の言葉は「読替」に書いてください。',
    en: 'The words to choose from, written by the template. Your own words belong in the tab 読替.',
  },
  columns: {
    list: text({ header: '区分', help: { ja: 'どの欄の言葉か。', en: 'The list.' }, example: '経路' }),
    code: text({ header: '標準コード', help: { ja: '変わらない記号。', en: 'The standard code.' }, example: 'P04' }),
    name: text({ header: '表示名', help: { ja: '選ぶ言葉。', en: 'The name shown.' }, example: '地域' }),
    isUsed: flag({
      header: '使用',
      help: {
        ja: '選択肢に出すか（有・無）。「無」にした言葉は、次に様式を新しくするときに選択肢から消えます。書いてあれば、これまでどおり数えます。',
        en: 'Whether dropdowns show it. A word set to 無 leaves them when the template is next renewed; where it is written it counts as before.',
      },
      example: '有',
    }),
  },
});

/** A row of 選択肢. */
export type CodeListRow = RowOf<typeof codeLists>;
