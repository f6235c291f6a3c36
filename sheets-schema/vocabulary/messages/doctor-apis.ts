/** What the doctor says about Drive and Sheets: what we may do there, and whether the project uses them. For administrators. */
import type { DoctorMessage } from './doctor.ts';

export const doctorApiMessages = {
  'scopes/read': {
    ja: '読み取りだけの権限で動いています（シートには何も書きません）。',
    en: 'We may read, which is all that is needed: nothing is written into sheets.',
  },
  'scopes/write': {
    ja: '読み取りと書き込みの権限があります。',
    en: 'We may read and write.',
  },
  'scopes/person': {
    ja: 'サインインしたときに許可した範囲が足りません。',
    en: 'What was allowed when signing in is not enough.',
    mend: {
      ja: '次のようにサインインし直してください: {command} （「このアプリはブロックされます」と出るときは、サービスアカウントのキーを使ってください。）',
      en: 'Sign in again like this: {command} (If Google says that the app is blocked, use the key of a service account.)',
    },
  },
  'scopes/machine': {
    ja: 'この機械のアカウントに許された範囲（アクセス スコープ）が足りません。',
    en: 'The access scopes of this machine are not enough.',
    mend: {
      ja: 'Cloud Run なら、サービスに専用のサービスアカウントを付けてください。仮想マシン（Compute Engine）なら、止めて「アクセス スコープ」に {scopes} を足すか、キーのファイルを使ってください。',
      en: 'On Cloud Run, give the service a service account of its own. On Compute Engine, stop the machine and add {scopes} to its access scopes, or use a key file.',
    },
  },
  'scopes/other': {
    ja: 'Google が、許された範囲（スコープ）が足りないと答えました。',
    en: 'Google says that our scopes are not enough.',
    mend: {
      ja: 'このアカウントが次の範囲を使えるようにしてください: {scopes}',
      en: 'Let this account use these scopes: {scopes}',
    },
  },
  'drive/well': {
    ja: 'Drive API が使えます。',
    en: 'The Drive API answers.',
  },
  'drive/known-as': {
    ja: 'Drive API が使えます。ブックは {account} に共有します。',
    en: 'The Drive API answers. Workbooks are shared with {account}.',
  },
  'drive/disabled': {
    ja: 'Google のプロジェクト {project} で、Drive API が無効です。',
    en: 'The Drive API is disabled in the Google project {project}.',
    mend: {
      ja: '{address} を開いて「有効にする」を押し、数分待ってからもう一度試してください。',
      en: 'Open {address}, press Enable, and try again after a few minutes.',
    },
  },
  'sheets/well': {
    ja: 'Sheets API が使えます。',
    en: 'The Sheets API answers.',
  },
  'sheets/disabled': {
    ja: 'Google のプロジェクト {project} で、Sheets API が無効です。',
    en: 'The Sheets API is disabled in the Google project {project}.',
    mend: {
      ja: '{address} を開いて「有効にする」を押し、数分待ってからもう一度試してください。',
      en: 'Open {address}, press Enable, and try again after a few minutes.',
    },
  },
  'impersonation/disabled': {
    ja: 'Google のプロジェクト {project} で、IAM Service Account Credentials API が無効です。',
    en: 'The IAM Service Account Credentials API is disabled in the Google project {project}.',
    mend: {
      ja: '{address} を開いて「有効にする」を押し、数分待ってからもう一度試してください。',
      en: 'Open {address}, press Enable, and try again after a few minutes.',
    },
  },
  'api/quota-project': {
    ja: 'サインインした人の割り当て（クォータ）を使うプロジェクトが決まっていません。',
    en: 'The sign-in names no project whose quota is used.',
    mend: {
      ja: 'gcloud auth application-default set-quota-project プロジェクトID を実行してください。',
      en: 'Run gcloud auth application-default set-quota-project PROJECT_ID.',
    },
  },
  'api/busy': {
    ja: 'Google が混み合っています（{status}）。設定の誤りではありません。',
    en: 'Google is busy ({status}). Nothing is set wrongly.',
    mend: { ja: '1分待ってから、もう一度試してください。', en: 'Wait a minute, and try again.' },
  },
  'api/refused': {
    ja: 'Google が断りました（{status}）。',
    en: 'Google refused ({status}).',
    mend: {
      ja: '組織の決まり（VPC Service Controls や、API の利用制限）で止められていないか、Google Cloud の管理者に確かめてください。',
      en: 'Ask the administrator of Google Cloud whether a policy of your organisation (VPC Service Controls, restricted APIs) is in the way.',
    },
  },
} as const satisfies Readonly<Record<string, DoctorMessage>>;
