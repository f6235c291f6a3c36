/** 相談受付: one row a reception of a person or a household. No column for anything personal, and there must be none. */
import { area, choice, choices, date, flag, reference, text } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';
import { ageBands, closingReasons, issues, pathways, responses, sexes, targets } from '../vocabulary/codes.ts';
import { noteColumn } from './note-column.ts';

const furtherTarget = {
  ja: '2つ目からの対象。1つのセルに「、」で並べても読みます。',
  en: 'A further target; several in one cell, separated by 、, are read too.',
};
const anyIssue = {
  ja: '相談の中にある課題。1つのセルに「、」で並べても読みます。',
  en: 'A problem in the case; several in one cell, separated by 、, are read too.',
};
const anyHandover = {
  ja: 'つないだ先。言葉は経路と同じです。一覧にない言葉は「その他」として数えます。',
  en: 'Where the case was handed over to, in the words of 経路; a word not in the list counts as その他.',
};

export const cases = defineTable({
  tab: '相談受付',
  tabAliases: ['相談', '相談受付簿', '相談受付票', '相談記録', '新規相談'],
  help: {
    ja: '相談1件を1行に書きます。氏名、住所、電話番号、生年月日は書かないでください。その列も作らないでください。',
    en: 'One row a case. No names, addresses, telephone numbers or dates of birth, and no columns for them.',
  },
  key: ['receiptNumber'],
  columns: {
    receiptNumber: reference({
      header: '受付番号',
      aliases: ['受付No', '受付No.', '相談番号', 'ケース番号', '整理番号'],
      required: true,
      help: {
        ja: 'ブックの中で1つだけの番号。年度を入れて R6-0001 のようにすると、重なりません。個人番号は書かないでください。',
        en: 'Unique in the workbook; with the year in it, like R6-0001, it stays so. Never a personal number.',
      },
      example: 'R6-0001',
    }),
    receivedOn: date({
      header: '受付日',
      aliases: ['相談日', '受付年月日', '相談受付日', '初回相談日'],
      required: true,
      isDayOfWork: true,
      help: { ja: '相談を受けた日。年から入れます。', en: 'The day of reception, with its year.' },
      example: '2024/11/5',
    }),
    desk: text({
      header: '受付窓口',
      aliases: ['窓口', '受付者', '担当'],
      isRead: false,
      help: { ja: '自由に使える欄です。読み取りません。', en: 'For your own use; never read.' },
      example: '本所',
    }),
    area: area({
      header: '圏域',
      aliases: ['地区', '圏域名', '圏域コード', '居住圏域'],
      required: true,
      spansMerges: true,
      help: {
        ja: '「圏域」にある名前かコード。分からないときは「不明」、市外の人は「市外」で構いません。',
        en: 'A name or code of the tab 圏域; 不明 where unknown, 市外 for people from elsewhere.',
      },
      example: '東山地区',
    }),
    pathway: choice({
      header: '経路',
      aliases: ['相談経路', '受付経路', '紹介経路', '把握経路'],
      list: pathways,
      required: true,
      spansMerges: true,
      help: {
        ja: '誰を通して相談が来たか。1つだけ選びます。',
        en: 'Through whom the case came in; one only.',
      },
      example: '地域',
    }),
    targets1: choices({
      header: '対象1',
      aliases: ['対象', '対象者', '対象①', '相談対象'],
      list: targets,
      required: true,
      help: {
        ja: '誰の相談か。1つのセルに「、」で並べても読みます。',
        en: 'Whose problem it is; several in one cell, separated by 、, are read too.',
      },
      example: '高齢者',
    }),
    targets2: choices({ header: '対象2', aliases: ['対象②'], list: targets, help: furtherTarget, example: '生活困窮' }),
    targets3: choices({
      header: '対象3',
      aliases: ['対象③'],
      list: targets,
      help: furtherTarget,
      example: 'ひきこもり',
    }),
    issues1: choices({
      header: '課題1',
      aliases: ['課題', '課題①', '相談内容1', '相談内容'],
      list: issues,
      help: anyIssue,
      example: '経済的困窮',
    }),
    issues2: choices({
      header: '課題2',
      aliases: ['課題②', '相談内容2'],
      list: issues,
      help: anyIssue,
      example: '住まい',
    }),
    issues3: choices({
      header: '課題3',
      aliases: ['課題③', '相談内容3'],
      list: issues,
      help: anyIssue,
      example: '孤立・見守り',
    }),
    ageBand: choice({
      header: '年代',
      aliases: ['年齢層', '年齢区分'],
      list: ageBands,
      help: { ja: '本人の年代。生年月日は書きません。', en: 'Age band; never a date of birth.' },
      example: '70代',
    }),
    sex: choice({ header: '性別', list: sexes, help: { ja: '本人の性別。', en: 'Sex.' }, example: '女性' }),
    compound: flag({
      header: '複合課題',
      aliases: ['複合', '複合ケース'],
      help: {
        ja: '複合的な課題があるか（有・無）。空いていれば、対象と課題の数から決めます。',
        en: 'Whether problems are compound (有 or 無); where blank it is decided from targets and issues.',
      },
      example: '有',
    }),
    response: choice({
      header: '対応',
      aliases: ['対応結果', '受付時対応'],
      list: responses,
      help: { ja: '受付のときの対応。', en: 'What was done at reception.' },
      example: '継続支援',
    }),
    handover1: choices({
      header: 'つなぎ先1',
      aliases: ['つなぎ先', 'つなぎ先①', '紹介先'],
      list: pathways,
      fallback: 'P08',
      help: anyHandover,
      example: '地域包括支援センター',
    }),
    handover2: choices({
      header: 'つなぎ先2',
      aliases: ['つなぎ先②'],
      list: pathways,
      fallback: 'P08',
      help: anyHandover,
      example: '医療機関',
    }),
    closedOn: date({
      header: '終結日',
      aliases: ['終了日', '終結年月日', '支援終結日'],
      isDayOfWork: true,
      help: { ja: '終結した日。続いていれば空けます。', en: 'The day of closing; blank while the case is open.' },
      example: '2025/2/28',
    }),
    closingReason: choice({
      header: '終結理由',
      aliases: ['終了理由'],
      list: closingReasons,
      help: { ja: '終結した理由。', en: 'Why it was closed.' },
      example: '課題解決',
    }),
    note: noteColumn,
  },
});

/** A row of 相談受付 once read. */
export type CaseRow = RowOf<typeof cases>;
