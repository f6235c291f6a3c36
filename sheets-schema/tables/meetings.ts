/** 会議: one row a meeting. */
import { area, choice, count, date } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';
import { meetingKinds } from '../vocabulary/codes.ts';
import { noteColumn } from './note-column.ts';

export const meetings = defineTable({
  tab: '会議',
  tabAliases: ['会議記録', '会議一覧', '会議開催'],
  help: { ja: '会議1回を1行に書きます。', en: 'One row a meeting.' },
  columns: {
    heldOn: date({
      header: '開催日',
      aliases: ['会議日', '実施日', '開催年月日'],
      required: true,
      isDayOfWork: true,
      help: { ja: '開いた日。年から入れます。', en: 'The day it was held, with its year.' },
      example: '2024/11/20',
    }),
    kind: choice({
      header: '会議種別',
      aliases: ['会議名', '会議の種類', '種別'],
      list: meetingKinds,
      required: true,
      help: { ja: '会議の種類。1つだけ選びます。', en: 'The kind of meeting; one only.' },
      example: '支援会議',
    }),
    area: area({
      header: '圏域',
      aliases: ['地区', '圏域名', '圏域コード'],
      spansMerges: true,
      help: {
        ja: '圏域の会議ならその圏域。全域の会議なら空けます。',
        en: 'Its area; blank for the whole municipality.',
      },
      example: '東山地区',
    }),
    discussed: count({
      header: '検討件数',
      aliases: ['検討ケース数', 'ケース数', '件数'],
      help: { ja: '検討したケースの数。', en: 'Cases discussed.' },
      example: '3',
    }),
    participants: count({
      header: '参加者数',
      aliases: ['参加人数', '出席者数'],
      help: { ja: '参加した人の数。', en: 'People who took part.' },
      example: '12',
    }),
    agencies: count({
      header: '参加機関数',
      aliases: ['機関数', '出席機関数'],
      help: { ja: '参加した機関の数。', en: 'Agencies that took part.' },
      example: '6',
    }),
    note: noteColumn,
  },
});

/** A row of 会議 once read. */
export type MeetingRow = RowOf<typeof meetings>;
