/** Words of the flow 経路 → 対象 → つなぎ先, and of all figures that are told by the rows of a period (details). */
import type { Phrase } from './phrase.ts';

/** Said by every figure that is made from single rows. */
export const detailWords = {
  coverageWhole: { ja: '相談受付の{cases}件', en: 'the {cases} consultations of 相談受付' },
  coveragePart: {
    ja: '新規相談{of}件のうち、1件ごとの記録がある{cases}件',
    en: 'the {cases} of {of} new consultations that have rows',
  },
  coverageRows: {
    ja: '{name}は{of}{unit}の報告があり、この内訳は1件ごとの記録がある{told}{unit}のものです。',
    en: '{name}: {of} reported; this is about the {told} that have rows.',
  },
  noRows: {
    ja: '{place}の報告には1件ごとの記録がありません。「{tab}」に行が入ると、ここに表示されます。',
    en: 'There are no single rows in the reports of {place}. This appears once rows are entered in {tab}.',
  },
  noRowsThen: {
    ja: '{period}には「{tab}」の行がありません。',
    en: 'There are no rows of “{tab}” in {period}.',
  },
  goToPeriod: { ja: '{period}を表示する', en: 'Show {period}' },
  notFiltered: {
    ja: 'この図は{filters}で絞り込めません。{place}のすべての相談を表示しています。',
    en: 'This figure cannot be narrowed by {filters}. All consultations of {place} are shown.',
  },
  missing: {
    ja: '{offices}の報告がそろっていません。その分は入っていません。',
    en: 'Not all reports of {offices} are there; what is missing is not counted.',
  },
  filterPathway: { ja: '経路', en: 'pathway' },
  filterTarget: { ja: '対象', en: 'target' },
  filterBoth: { ja: '経路・対象', en: 'pathway and target' },
  unknown: { ja: '不明', en: 'not known' },
  blank: { ja: '記入なし', en: 'left blank' },
} as const satisfies Record<string, Phrase>;

export const flowWords = {
  title: { ja: '経路・対象・つなぎ先の流れ', en: 'From pathway to target to hand-over' },
  finding: {
    ja: '最も多いつなぎは{target}から{handover}への{count}件、ここで対応が最も多いのは{stayer}の{stays}件です',
    en: 'Most hand-overs: {target} to {handover} ({count}); most kept here: {stayer} ({stays})',
  },
  findingHandover: {
    ja: '最も多いつなぎは{target}から{handover}への{count}件です',
    en: 'Most hand-overs: {target} to {handover} ({count})',
  },
  findingStays: {
    ja: 'つなぎ先のある相談はありません。ここで対応が最も多いのは{stayer}の{stays}件です',
    en: 'None was handed on; most stay here with {stayer} ({stays})',
  },
  measure: {
    ja: '経路 → 対象 → つなぎ先の件数 {place} {period}。{coverage}。複数回答：対象やつなぎ先が2つ以上の相談は、それぞれの帯に1件ずつ入ります',
    en: 'Cases by pathway, target and hand-over: {place}, {period}; {coverage}. Multiple answers: a case with several targets or hand-overs stands in each of their bands',
  },
  columnPathway: { ja: '経路', en: 'Pathway' },
  columnTarget: { ja: '対象', en: 'Target' },
  columnCases: { ja: '件数', en: 'Cases' },
  columnHandover: { ja: 'つなぎ先', en: 'Handed on to' },
  stays: { ja: 'ここで対応', en: 'Stays here' },
  foldedPathways: { ja: 'その他の経路', en: 'Other pathways' },
  foldedTargets: { ja: 'その他の対象', en: 'Other targets' },
  foldedHandovers: { ja: 'その他のつなぎ先', en: 'Other hand-overs' },
  folded: { ja: '{name}：{members}', en: '{name}: {members}' },
  cases: { ja: '{count}件', en: '{count}' },
  places: { ja: '延べ{count}件', en: '{count} answers' },
  label: { ja: '{name} {count}', en: '{name} {count}' },
  sayPathway: { ja: '経路「{name}」から来た相談は{count}です。', en: 'Through “{name}”: {count}.' },
  sayTarget: { ja: '対象「{name}」の相談は{count}です。', en: 'Target “{name}”: {count}.' },
  sayHandover: { ja: '「{name}」へのつなぎは{count}です。', en: 'Handed on to “{name}”: {count}.' },
  sayStays: {
    ja: 'つなぎ先がなく、ここで対応した相談は{count}です。',
    en: 'Handed on to nobody, staying here: {count}.',
  },
  sayArrival: {
    ja: '「{from}」から来た「{to}」の相談は{count}です。',
    en: 'Target “{to}” through “{from}”: {count}.',
  },
  sayHandedOn: {
    ja: '「{from}」の相談で「{to}」へつないだのは{count}です。',
    en: '“{from}” handed on to “{to}”: {count}.',
  },
  sayStayed: {
    ja: '「{from}」の相談でつなぎ先がなく、ここで対応したのは{count}です。',
    en: '“{from}”, handed on to nobody: {count}.',
  },
  sayChoose: { ja: 'Enterキーで選びます。', en: 'Enter chooses it.' },
  sayChosen: { ja: '選んでいます。Enterキーで外します。', en: 'Chosen; Enter takes it back.' },
  tableTitle: { ja: '流れの件数', en: 'The flow in numbers' },
  tableMeasure: {
    ja: '対象ごとの件数：どの経路から来て、どこへつながれたか。{coverage}',
    en: 'Cases by target: through whom they came and to whom they were handed on; {coverage}',
  },
  tableFrom: { ja: '経路（だれから）', en: 'Pathway' },
  tableCases: { ja: '相談', en: 'All' },
  tableTo: { ja: 'つなぎ先（どこへ）', en: 'Handed on to' },
  tableAll: { ja: '相談全体', en: 'All consultations' },
  noteTable: {
    ja: '「相談全体」は実際の件数です。対象ごとの件数を足したものではありません。つなぎ先が2つの相談は両方に入ります。',
    en: '“All consultations” counts cases; it is not the sum of the targets. A case handed on to two is in both.',
  },
  noteChosenPathway: {
    ja: '経路「{name}」の帯を強調しています。対象からつなぎ先への帯は、すべての経路のものです。',
    en: 'The bands of “{name}” are emphasised. The bands from target to hand-over are those of all pathways.',
  },
  notePathwayHandovers: {
    ja: '経路「{name}」の帯を強調しています。この経路の相談のつなぎ先は、{handovers}です（つなぎ先が2つの相談は両方に入ります）。対象からつなぎ先への帯は、すべての経路のものです。',
    en: 'The bands of “{name}” are emphasised. Its cases went to: {handovers} (a case handed on to two is in both). The bands from target to hand-over are those of all pathways.',
  },
  noteChosenTarget: { ja: '対象「{name}」の帯を強調しています。', en: 'The bands of “{name}” are emphasised.' },
  noteFolded: { ja: '{name}は{members}をまとめたものです。', en: '{name}: {members}.' },
  noteAreas: {
    ja: '受付番号1つを1件と数えています。',
    en: 'Each 受付番号 is one case.',
  },
  clear: { ja: '選択を外す', en: 'Clear the choice' },
  howTo: {
    ja: '名前を選ぶと帯を強調します。矢印キーで名前と帯をたどれます。',
    en: 'Choose a name to emphasise its bands; arrow keys go through names and bands.',
  },
} as const satisfies Record<string, Phrase>;
