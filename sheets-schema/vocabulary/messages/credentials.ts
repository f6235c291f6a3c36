/**
 * Sentences to administrators about who we are for Google (the key file, a person's own sign-in, the machine's account):
 * what is wrong, and what to do. No sentence names anything that stands in a key.
 */
import type { BothLanguages } from './message.ts';

export const credentialsMessages = {
  'credentials/none': {
    ja: 'Google に名のるためのアカウントが見つかりません。サービスアカウントのキー（JSON）のファイルを用意し、環境変数 KASANARI_KEY_FILE（または GOOGLE_APPLICATION_CREDENTIALS）にその場所を書いてください。',
    en: 'There is no account to sign in to Google with. Get a key file (JSON) of a service account, and put its place into the environment variable KASANARI_KEY_FILE (or GOOGLE_APPLICATION_CREDENTIALS).',
  },
  'credentials/missing': {
    ja: 'キーのファイル「{file}」がありません。場所と名前を確かめてください（{setting} に書かれています）。',
    en: 'There is no key file "{file}". Please check its place and name (it is named by {setting}).',
  },
  'credentials/forbidden': {
    ja: 'キーのファイル「{file}」を読む権限がありません。このシステムを動かしている利用者が読めるようにしてください。',
    en: 'The key file "{file}" may not be read. Let the user who runs this system read it.',
  },
  'credentials/not-a-file': {
    ja: '「{file}」はファイルではなくフォルダーです。{setting} には、キーのファイルそのものの場所を書いてください。',
    en: '"{file}" is a folder. Please put the place of the key file itself into {setting}.',
  },
  'credentials/pasted': {
    ja: '{setting} に、キーの中身そのものが書かれています。中身はファイルに置き、{setting} にはそのファイルの場所を書いてください。人の目に触れたかもしれないときは、キーを作り直してください。',
    en: '{setting} holds the key itself. Put the key into a file, and the place of that file into {setting}. If anybody may have seen it, make a new key.',
  },
  'credentials/empty': {
    ja: 'キーのファイル「{file}」は空です。Google Cloud の画面でキーを作り直し、ダウンロードした JSON を置いてください。',
    en: 'The key file "{file}" is empty. Make a new key in the Google Cloud console, and put the downloaded JSON there.',
  },
  'credentials/not-json': {
    ja: 'キーのファイル「{file}」は JSON として読めません。Google Cloud の画面でキーを「JSON」の形で作り、ダウンロードしたまま（開いて保存し直さずに）置いてください。',
    en: 'The key file "{file}" is no JSON. Make a key of the type JSON in the Google Cloud console, and put it there as downloaded, without opening and saving it.',
  },
  'credentials/oauth-client': {
    ja: '「{file}」は「OAuth クライアント」のファイルで、サービスアカウントのキーではありません。Google Cloud の「IAM と管理」→「サービスアカウント」→「キー」で作った JSON を置いてください。',
    en: '"{file}" is the file of an OAuth client, not the key of a service account. Use the JSON made in the Google Cloud console under IAM & Admin, Service Accounts, Keys.',
  },
  'credentials/other-type': {
    ja: '「{file}」は、サービスアカウントのキーの形をしていません。Google Cloud の「IAM と管理」→「サービスアカウント」→「キー」で作った JSON を置いてください。',
    en: '"{file}" does not look like the key of a service account. Use the JSON made in the Google Cloud console under IAM & Admin, Service Accounts, Keys.',
  },
  'credentials/incomplete': {
    ja: 'キーのファイル「{file}」に {parts} がありません。ダウンロードした JSON をそのまま（書きかえずに）置いてください。なければキーを作り直してください。',
    en: 'The key file "{file}" lacks {parts}. Put the JSON there as it was downloaded, unchanged; if it is lost, make a new key.',
  },
  'credentials/broken-key': {
    ja: 'キーのファイル「{file}」の中の秘密鍵（private_key）が壊れています。写すときに途中で切れたか、改行が変わったのかもしれません。ダウンロードした JSON をそのまま置くか、キーを作り直してください。',
    en: 'The private_key in the key file "{file}" is damaged; perhaps it was cut or its line breaks changed when it was copied. Put the JSON there as it was downloaded, or make a new key.',
  },
} as const satisfies Readonly<Record<string, BothLanguages>>;

export type CredentialsCode = keyof typeof credentialsMessages;
