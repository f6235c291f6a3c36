/**
 * What the doctor (npm run doctor, 点検) says to an administrator, step by step: what was found, what it means and what to
 * do. Japanese then English. No conditions here; `{name}` is filled from the facts of the step.
 */
import { doctorApiMessages } from './doctor-apis.ts';
import { doctorGoogleMessages } from './doctor-google.ts';
import type { BothLanguages } from './message.ts';

export interface DoctorMessage extends BothLanguages {
  /** What to do; left out where nothing has to be done. */
  readonly mend?: BothLanguages;
}

/** The steps, in the order in which they are told. */
export const doctorSteps = {
  settings: { ja: '設定', en: 'Settings' },
  account: { ja: 'Google に名のるアカウント', en: 'Account for Google' },
  network: { ja: 'ネットワーク', en: 'Network' },
  clock: { ja: '時計', en: 'Clock' },
  token: { ja: 'Google へのサインイン', en: 'Sign-in to Google' },
  scopes: { ja: '許された範囲', en: 'Scopes' },
  drive: { ja: 'Drive API', en: 'Drive API' },
  sheets: { ja: 'Sheets API', en: 'Sheets API' },
  registry: { ja: '登録簿', en: 'Registry' },
  workbooks: { ja: 'ブック', en: 'Workbooks' },
  store: { ja: '保存場所', en: 'Store' },
} as const satisfies Readonly<Record<string, BothLanguages>>;

export type DoctorStep = keyof typeof doctorSteps;

/** What comes of a step: a mark and words, since a mark alone is not read aloud. */
export const doctorOutcomes = {
  well: { mark: '✓', ja: 'できています', en: 'well' },
  trouble: { mark: '✕', ja: 'できていません', en: 'to mend' },
  unchecked: { mark: '－', ja: '確かめていません', en: 'not checked' },
  unneeded: { mark: '－', ja: '必要ありません', en: 'not needed' },
} as const;

export type DoctorOutcome = keyof typeof doctorOutcomes;

/** What may stand in each environment variable, for administrators; the English is said by whoever reads the settings. */
export const settingHints: Readonly<Record<string, string>> = {
  KASANARI_STORE: 'フォルダーの場所か、gs://バケット名 を書きます。',
  KASANARI_WORKBOOKS:
    'ブックを集めたフォルダーの場所を書きます。スプレッドシートを使うときは、空にして KASANARI_REGISTRY に書きます。',
  KASANARI_REGISTRY: '登録簿のスプレッドシートのアドレスか、.xlsx・.csv のファイルの場所を書きます。',
  KASANARI_FEEDBACK: 'on か off を書きます。',
  KASANARI_KEY_FILE: 'キーのファイルの場所を書きます。キーの中身は書きません。',
  KASANARI_RUN_SECONDS: '10から3600までの秒数を書きます。',
  KASANARI_AUDIENCES: 'office:162051 か prefecture:16 のように、コンマで区切って書きます。',
  KASANARI_POLL_SECONDS: '1から3600までの秒数を書きます。',
  KASANARI_GOOGLE_ROOT_URL: 'https:// で始まる中継サーバーのアドレスを書きます。なければ空にします。',
};

/** The first and the last words. */
export const doctorWords = {
  title: { ja: 'かさなりの点検', en: 'Kasanari: a look at everything that is needed' },
  mend: { ja: '直し方', en: 'To mend' },
  well: { ja: 'すべてできています。', en: 'All is well.' },
  trouble: {
    ja: '直すところが{count}つあります。上から順に直してください。',
    en: 'Things to mend: {count}. Please begin at the top.',
  },
} as const satisfies Readonly<Record<string, BothLanguages>>;

const placeMessages = {
  /** A sentence of another catalogue. */
  remark: { ja: '{sentenceJa}', en: '{sentenceEn}' },
  'unchecked/earlier': {
    ja: '先に「{stepJa}」を直すと、確かめられます。',
    en: 'Can be checked once "{stepEn}" is mended.',
  },
  'unneeded/no-spreadsheet': {
    ja: 'Google スプレッドシートを使わないので、要りません。',
    en: 'No Google spreadsheets are used.',
  },
  'unneeded/no-registry': {
    ja: '登録簿は使わず、指定されたブックだけを確かめます。',
    en: 'Only the workbooks that were named are looked at.',
  },
  'unneeded/folder': {
    ja: 'フォルダーのブックは、取り込みのときに1つずつ確かめます。',
    en: 'The workbooks of a folder are looked at one by one when they are taken in.',
  },
  'unneeded/no-workbook': {
    ja: '確かめるスプレッドシートがまだありません。',
    en: 'There is no spreadsheet to look at yet.',
  },
  'settings/well': {
    ja: '設定を読めました。',
    en: 'The settings can be used.',
  },
  'settings/none': {
    ja: 'まだ何も設定されていません。',
    en: 'Nothing is set yet.',
    mend: {
      ja: 'まず2つの環境変数を決めてください。KASANARI_STORE（公開する数字の保存場所。フォルダーか gs://バケット名）と、KASANARI_REGISTRY（登録簿のスプレッドシートのアドレスか、そのファイル。ブックを1つのフォルダーに集めるなら、代わりに KASANARI_WORKBOOKS）です。スプレッドシートを使うなら、KASANARI_KEY_FILE（サービスアカウントのキーのファイル）も要ります。詳しくは docs/administrator-guide.md にあります。',
      en: 'First decide on two environment variables: KASANARI_STORE (where published figures are kept: a folder, or gs://bucket) and KASANARI_REGISTRY (the registry: the address of a spreadsheet, or a file; KASANARI_WORKBOOKS instead where all workbooks lie in one folder). For spreadsheets, KASANARI_KEY_FILE (the key file of a service account) is needed too. See docs/administrator-guide.md.',
    },
  },
  'settings/wrong': {
    ja: '使えない設定があります。',
    en: 'Some settings cannot be used.',
    mend: { ja: '次の環境変数を直してください。', en: 'Please mend these environment variables.' },
  },
  'store/well': {
    ja: '「{place}」に書き込めました（試しに書いたものは消しました）。',
    en: '"{place}" can be written to (what was written for the trial is gone again).',
  },
  'store/to-be-made': {
    ja: '「{place}」はまだありませんが、最初の取り込みで作れます。',
    en: '"{place}" is not there yet; the first run will make it.',
  },
  'store/none': {
    ja: '保存場所が決まっていません。',
    en: 'There is no store yet.',
    mend: {
      ja: '環境変数 KASANARI_STORE に、公開する数字の保存場所（フォルダーか gs://バケット名）を書いてください。',
      en: 'Put the place where published figures are kept (a folder, or gs://bucket) into the environment variable KASANARI_STORE.',
    },
  },
  'store/forbidden': {
    ja: '「{place}」に書き込む権限がありません。',
    en: '"{place}" may not be written to.',
    mend: {
      ja: 'フォルダーなら、このシステムを動かしている利用者が書き込めるようにしてください。バケットなら、{account} に役割「Storage オブジェクト管理者」を付けてください。',
      en: 'A folder: let the user who runs this system write to it. A bucket: give {account} the role Storage Object Admin.',
    },
  },
  'store/missing': {
    ja: 'バケット「{place}」がありません。',
    en: 'There is no bucket "{place}".',
    mend: {
      ja: '名前（KASANARI_STORE）を確かめるか、Google Cloud の「Cloud Storage」でバケットを作ってください。',
      en: 'Check its name (KASANARI_STORE), or make the bucket in the Google Cloud console under Cloud Storage.',
    },
  },
  'store/not-a-folder': {
    ja: '「{place}」はフォルダーではありません。',
    en: '"{place}" is not a folder.',
    mend: {
      ja: 'KASANARI_STORE に、フォルダーの場所を書いてください。',
      en: 'Put the place of a folder into KASANARI_STORE.',
    },
  },
  'store/trouble': {
    ja: '「{place}」に書き込めませんでした（{code}）。',
    en: '"{place}" could not be written to ({code}).',
    mend: {
      ja: '空き容量と、場所が読み取り専用になっていないかを確かめてください。',
      en: 'Check the free space, and whether the place is read-only.',
    },
  },
  'registry/well': {
    ja: '登録簿「{place}」を読めました。有効なブックは{count}件です。',
    en: 'The registry "{place}" can be read. Active workbooks: {count}.',
  },
  'registry/folder': {
    ja: '登録簿は使わず、フォルダー「{place}」のブック{count}件を読みます。',
    en: 'There is no registry: the workbooks of the folder "{place}" are read ({count}).',
  },
  'registry/empty-folder': {
    ja: 'フォルダー「{place}」にブックがありません。',
    en: 'There are no workbooks in the folder "{place}".',
    mend: {
      ja: '.xlsx のファイルか、CSV を入れたフォルダーを置いてください。',
      en: 'Put .xlsx files into it, or folders of CSV files.',
    },
  },
  'registry/none': {
    ja: 'どのブックを読むのかが決まっていません。',
    en: 'Nothing says which workbooks to read.',
    mend: {
      ja: '環境変数 KASANARI_REGISTRY に登録簿（スプレッドシートのアドレスか、そのファイル）を書いてください。ブックを1つのフォルダーに集めるなら、代わりに KASANARI_WORKBOOKS に書きます。',
      en: 'Put the registry (the address of a spreadsheet, or a file) into the environment variable KASANARI_REGISTRY; where all workbooks lie in one folder, put that into KASANARI_WORKBOOKS instead.',
    },
  },
  'registry/not-shared': {
    ja: '登録簿「{place}」が共有されていません（または消されています）。',
    en: 'The registry "{place}" is not shared with us (or was deleted).',
    mend: {
      ja: 'アドレス（KASANARI_REGISTRY）を確かめ、スプレッドシートの「共有」で {account} を「閲覧者」として足してください。',
      en: 'Check its address (KASANARI_REGISTRY), open it, choose Share, and add {account} as a viewer.',
    },
  },
  'registry/findings': {
    ja: '登録簿「{place}」に、直すところがあります。',
    en: 'The registry "{place}" has rows to mend.',
    mend: { ja: '下の行を直してください。', en: 'Please mend the rows below.' },
  },
  'registry/trouble': {
    ja: '登録簿「{place}」を読めませんでした。',
    en: 'The registry "{place}" could not be read.',
    mend: { ja: '{sentenceJa}', en: '{sentenceEn}' },
  },
  'workbooks/well': {
    ja: '{count}件すべてに届きました。',
    en: 'All workbooks are within reach ({count}).',
  },
  'workbooks/trouble': {
    ja: '{count}件のうち{bad}件に、直すところがあります。',
    en: '{bad} of {count} workbooks need something.',
    mend: { ja: '下のブックを順に直してください。', en: 'Please look at the workbooks below.' },
  },
  'workbook/not-shared': {
    ja: '「{name}」が共有されていません（または消されています）。スプレッドシートの「共有」で {account} を「{role}」として足してください。',
    en: '"{name}" is not shared with us (or was deleted). Open the spreadsheet, choose Share, and add {account} as {roleEn}.',
  },
  'workbook/view-only': {
    ja: '「{name}」は読めますが、書き込めません。「共有」で {account} を「編集者」に変えてください。変えるまで、数字は数えますが、チェック結果は書けません。',
    en: '"{name}" can be read but not written to. Make {account} an editor under Share. Until then its figures count, but no findings are written into it.',
  },
  'workbook/in-bin': {
    ja: '「{name}」はゴミ箱に入っています。Google ドライブのゴミ箱から戻すか、登録簿の「有効」を「無」にしてください。',
    en: '"{name}" is in the bin. Restore it from the bin of Google Drive, or set 有効 to 無 in the registry.',
  },
  'workbook/not-a-spreadsheet': {
    ja: '「{name}」は Google スプレッドシートではありません。開いて「Google スプレッドシートとして保存」し、新しいほうを登録してください。',
    en: '"{name}" is no Google spreadsheet. Open it, choose "Save as Google Sheets", and register the new one.',
  },
  'workbook/file-missing': {
    ja: '「{name}」というファイルがありません。場所と名前を確かめてください。',
    en: 'There is no file "{name}". Please check its place and name.',
  },
} as const satisfies Readonly<Record<string, DoctorMessage>>;

/** Every sentence of the doctor, by its code. */
export const doctorMessages = { ...placeMessages, ...doctorGoogleMessages, ...doctorApiMessages };

export type DoctorCode = keyof typeof doctorMessages;
