/** What `npm run registry` says beside what is wrong with single rows. */
import type { BothLanguages } from './message.ts';

export const registryCommandMessages = {
  'would-add': {
    ja: '登録簿「{file}」のシート「{tab}」の{row}行目に、次の行を足します。',
    en: 'This row would be added to the tab {tab} of the registry "{file}", as row {row}.',
  },
  added: {
    ja: '登録簿「{file}」のシート「{tab}」に足しました。次の回から読みます。',
    en: 'The row was added to the tab {tab} of the registry "{file}". It is read from the next run on.',
  },
  'not-added': {
    ja: '登録できません。次のところを直してから、もう一度試してください。',
    en: 'It cannot be registered. Please mend the following and try again.',
  },
  'registered-already': {
    ja: 'このブックは、登録簿「{file}」のシート「{tab}」の{row}行目に、もう登録されています。何も書いていません。',
    en: 'This workbook is registered already, in row {row} of the tab {tab} of the registry "{file}". Nothing was written.',
  },
  'not-there': {
    ja: '登録簿「{file}」がありません。場所を確かめてください。はじめて作るなら、npm run registry -- init を使います。',
    en: 'There is no registry "{file}". Check its place; npm run registry -- init makes a new one.',
  },
  'paste-instead': {
    ja: '「{file}」には書きこめません。次の行を、シート「{tab}」のいちばん下に貼り付けてください。',
    en: '"{file}" cannot be written into. Please paste this row below the last one of the tab {tab}.',
  },
  'in-use': {
    ja: '「{file}」は開かれているようです。閉じてから、もう一度試してください。',
    en: '"{file}" seems to be open. Please close it and try again.',
  },
  edited: {
    ja: '「{file}」はこの間に変わりました。何も書いていません。もう一度試してください。',
    en: '"{file}" was changed meanwhile. Nothing was written; please try again.',
  },
  backup: { ja: 'もとのファイルは「{file}」に残しました。', en: 'The former file was kept as "{file}".' },
  'dry-run': {
    ja: 'まだ何も書いていません。書くときは --send を付けてください。',
    en: 'Nothing has been written yet. Add --send to write it.',
  },
  'would-make': { ja: '登録簿「{file}」を作ります：{tabs}', en: 'The registry "{file}" would be made: {tabs}' },
  made: {
    ja: '登録簿「{file}」を作りました。シート「{tab}」に、1行に1つブックを書いてください。',
    en: 'The registry "{file}" was made. Write one workbook a row into its tab {tab}.',
  },
  'there-already': {
    ja: '登録簿「{file}」にはシート「{tab}」がもうあります。何も書いていません。',
    en: 'The registry "{file}" has a tab {tab} already. Nothing was written.',
  },
  'all-fine': {
    ja: '{count}冊すべてに直すところはありません。',
    en: 'There is nothing to mend in any of the {count} workbooks.',
  },
  'to-mend': {
    ja: '{count}冊のうち{trouble}冊と、登録簿の{rows}か所に直すところがあります。',
    en: 'There is something to mend in {trouble} of the {count} workbooks, and at {rows} places of the registry.',
  },
  'share-with': {
    ja: '共有する相手（編集者）: {account}',
    en: 'Share with (as an editor): {account}',
  },
  'no-workbooks': {
    ja: '登録簿「{file}」にはまだブックがありません。',
    en: 'The registry "{file}" has no workbooks yet.',
  },
} as const satisfies Readonly<Record<string, BothLanguages>>;
