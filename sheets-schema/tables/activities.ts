/** 地域活動: one row an activity, or a monthly total of one kind of activity. */
import { area, choice, choices, count, date } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';
import { activityKinds, targets } from '../vocabulary/codes.ts';
import { noteColumn } from './note-column.ts';

export const activities = defineTable({
  tab: '地域活動',
  tabAliases: ['活動', '地域活動記録', '地域づくり'],
  help: {
    ja: '活動1回を1行に、または1か月分を種類ごとに1行に書きます。',
    en: 'One row an activity, or one row for a month of one kind of activity.',
  },
  columns: {
    heldOn: date({
      header: '開催日',
      aliases: ['活動日', '実施日', '開催年月日'],
      required: true,
      isDayOfWork: true,
      help: {
        ja: '開いた日。1か月分の行なら、その月のどの日でも構いません。',
        en: 'The day; any day of the month for a monthly row.',
      },
      example: '2024/11/15',
    }),
    kind: choice({
      header: '活動種別',
      aliases: ['活動の種類', '活動内容', '種別'],
      list: activityKinds,
      required: true,
      help: { ja: '活動の種類。1つだけ選びます。', en: 'The kind of activity; one only.' },
      example: 'サロン・居場所',
    }),
    area: area({
      header: '圏域',
      aliases: ['地区', '圏域名', '圏域コード'],
      spansMerges: true,
      help: { ja: '活動した圏域。全域の活動なら空けます。', en: 'Its area; blank for the whole municipality.' },
      example: '東山地区',
    }),
    targets: choices({
      header: '対象',
      aliases: ['対象者', '参加対象'],
      list: targets,
      help: { ja: '誰のための活動か。「、」で並べられます。', en: 'For whom; several, separated by 、.' },
      example: '高齢者、子ども・子育て',
    }),
    times: count({
      header: '回数',
      aliases: ['開催回数', '実施回数'],
      help: { ja: '回数。空いていれば1回です。', en: 'How many times; 1 where blank.' },
      example: '4',
    }),
    places: count({
      header: 'か所数',
      aliases: ['箇所数', 'カ所数', 'ヶ所数', '拠点数', '活動か所数'],
      help: {
        ja: 'その日に活動していた場所の数。足し合わせず、最も新しい数を使います。',
        en: 'Places active on that day; never added over time, the latest number counts.',
      },
      example: '12か所',
    }),
    participants: count({
      header: '参加者数',
      aliases: ['参加人数', '延べ参加者数'],
      help: { ja: '参加した人の延べ人数。', en: 'Attendances.' },
      example: '延べ35',
    }),
    helpers: count({
      header: '担い手数',
      aliases: ['スタッフ数', 'ボランティア数', '協力者数'],
      help: { ja: '担い手の延べ人数。', en: 'Helpers, total attendances.' },
      example: '8',
    }),
    note: noteColumn,
  },
});

/** A row of 地域活動 once read. */
export type ActivityRow = RowOf<typeof activities>;
