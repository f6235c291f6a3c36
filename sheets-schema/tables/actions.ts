/** 支援記録: one row a contact or action. Its area, pathway and target are those of its case. */
import { choice, count, date, reference } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';
import { methods, programmes } from '../vocabulary/codes.ts';
import { noteColumn } from './note-column.ts';

export const actions = defineTable({
  tab: '支援記録',
  tabAliases: ['支援', '支援経過', '活動記録', '対応記録'],
  help: {
    ja: '支援1回を1行に書きます。圏域・経路・対象は、同じ受付番号の相談から取ります。',
    en: 'One row an action; area, pathway and target are those of the case with the same 受付番号.',
  },
  columns: {
    actedOn: date({
      header: '支援日',
      aliases: ['対応日', '実施日', '支援年月日'],
      required: true,
      isDayOfWork: true,
      help: { ja: '支援した日。年から入れます。', en: 'The day of the action, with its year.' },
      example: '2024/11/12',
    }),
    receiptNumber: reference({
      header: '受付番号',
      aliases: ['受付No', '受付No.', '相談番号', 'ケース番号', '整理番号'],
      required: true,
      help: { ja: '「相談受付」にある番号。', en: 'The number in the tab 相談受付.' },
      example: 'R6-0001',
    }),
    method: choice({
      header: '支援方法',
      aliases: ['方法', '支援内容', '対応方法'],
      list: methods,
      required: true,
      help: { ja: 'どのように支援したか。1つだけ選びます。', en: 'How; one only.' },
      example: '訪問',
    }),
    programme: choice({
      header: '事業',
      aliases: ['事業名', '事業区分'],
      list: programmes,
      help: { ja: 'どの事業の支援か。', en: 'Under which programme.' },
      example: '包括的相談支援',
    }),
    minutes: count({
      header: '時間分',
      aliases: ['時間（分）', '所要時間', '所要時間（分）', '時間'],
      help: { ja: 'かかった時間（分）。', en: 'Time taken, in minutes.' },
      example: '60',
    }),
    note: noteColumn,
  },
});

/** A row of 支援記録 once read. */
export type ActionRow = RowOf<typeof actions>;
