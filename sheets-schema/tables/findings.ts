/** チェック結果: what could not be used, why, and how to mend it. Written by the system on every run, never read. */
import { text } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';

export const findings = defineTable({
  tab: 'チェック結果',
  tabAliases: ['確認結果'],
  filledInBy: 'system',
  help: {
    ja: '数えられなかったところと、その直し方。自動で書きかわります。直すと消えます。',
    en: 'What could not be counted and how to mend it. Rewritten by every run; what is mended disappears.',
  },
  columns: {
    severity: text({ header: '区分', help: { ja: '誤りか、お知らせか。', en: 'Error or notice.' }, example: '誤り' }),
    tab: text({ header: 'シート', help: { ja: 'どのシートか。', en: 'The tab.' }, example: '相談受付' }),
    cell: text({ header: 'セル', help: { ja: 'どのセルか。', en: 'The cell.' }, example: 'B12' }),
    header: text({ header: '項目', help: { ja: 'どの列か。', en: 'The column.' }, example: '受付日' }),
    sentence: text({
      header: '内容',
      help: { ja: '何が起きたか。', en: 'What happened.' },
      example: '受付日「11/5」に年がありません。2024/11/5 のように入れてください。',
    }),
    suggestion: text({
      header: '候補',
      help: { ja: '直すときの候補。', en: 'What could be typed instead.' },
      example: '',
    }),
  },
});

/** A row of チェック結果. */
export type FindingRow = RowOf<typeof findings>;
