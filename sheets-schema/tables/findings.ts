/** チェック結果: what could not be used, why, and how to mend it. Written by the system where something changed, never read. */
import { date, text } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';

export const findings = defineTable({
  tab: 'チェック結果',
  tabAliases: ['確認結果'],
  filledInBy: 'system',
  help: {
    ja: '数えられなかったところと、その直し方。自動で書きかわります。直すと消えます。',
    en: 'What could not be counted and how to mend it. Rewritten by the system; what is mended disappears.',
  },
  columns: {
    place: text({
      header: '場所',
      help: {
        ja: 'どのシートのどのセルか。押すとそのセルに移ります。',
        en: 'Tab and cell, with a link that leads there.',
      },
      example: '相談受付 B12',
    }),
    severity: text({
      header: '区分',
      help: {
        ja: '「直してください」は、使えなかったところです。「お知らせ」は、そのまま数えています。',
        en: '直してください: could not be used. お知らせ: counted, with a remark.',
      },
      example: '直してください',
    }),
    header: text({ header: '項目', help: { ja: 'どの列か。', en: 'The column.' }, example: '受付日' }),
    typed: text({
      header: '入力された値',
      help: {
        ja: 'いま入っている値。個人の情報かもしれないものは出しません。',
        en: 'What was typed; left out where it could be personal.',
      },
      example: '11/5',
    }),
    sentence: text({
      header: '内容',
      help: { ja: '何が起きたか。', en: 'What happened.' },
      example: '受付日「11/5」に年がありません。',
    }),
    mend: text({
      header: '直し方',
      help: { ja: 'どうすれば数えられるか。', en: 'How to mend it.' },
      example: '2024/11/5 のように入れてください。',
    }),
    suggestion: text({
      header: '候補',
      help: { ja: '直すときの候補。', en: 'What could be typed instead.' },
      example: '',
    }),
    firstSeen: date({
      header: 'はじめて見つけた日',
      help: {
        ja: 'いつから直っていないか。行を移しても変わりません。',
        en: 'Since when it is open, also where rows were moved.',
      },
      example: '2024/11/21',
    }),
  },
});

/** A row of チェック結果. */
export type FindingRow = RowOf<typeof findings>;
