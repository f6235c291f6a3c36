/** Words of signing in and out, and of choosing as whom to look at one's own machine. */
import type { Phrase } from './phrase.ts';

export const signInWords = {
  heading: { ja: 'サインイン', en: 'Sign in' },
  sentence: {
    ja: 'ここの数字は、登録された方だけが見られます。職場のアカウントでサインインしてください。',
    en: 'These figures are for people who are registered. Please sign in with your account at work.',
  },
  button: { ja: 'サインインする', en: 'Sign in' },
  otherAccount: { ja: '別のアカウントでサインインする', en: 'Sign in with another account' },
  helpHeading: { ja: '入れないとき', en: 'If you cannot get in' },
  help: {
    ja: '管理担当に、登録簿の「利用者」へあなたのメールアドレスを加えてもらってください。1分ほどで入れるようになります。',
    en: 'Ask your administrator to add your e-mail address to the tab 利用者 of the registry. About a minute later you can get in.',
  },
  whom: {
    ja: '管理担当が分からないときは、入力するブックを配った部署にお尋ねください。',
    en: 'If you do not know who that is, ask the department that handed out the workbook you fill in.',
  },
  notRegistered: { ja: 'このアカウントは、まだ登録されていません。', en: 'This account is not registered yet.' },
  lost: {
    ja: 'サインインの途中で時間がたちました。もう一度お試しください。',
    en: 'Signing in took too long. Please try again.',
  },
  refused: {
    ja: 'サインインできませんでした。もう一度お試しください。',
    en: 'You could not be signed in. Please try again.',
  },
  unavailable: {
    ja: 'サインイン先から答えがありません。しばらくしてからもう一度お試しください。',
    en: 'The service with which you sign in does not answer. Please try again in a while.',
  },
  signedInAs: { ja: 'サインイン中：{address}', en: 'Signed in as {address}' },
  signOut: { ja: 'サインアウト', en: 'Sign out' },
  signOutFailed: {
    ja: 'サインアウトできませんでした。まだサインインしたままです。席を離れる前に、もう一度お試しください。',
    en: 'You could not be signed out and are still signed in. Please try again before you leave this computer.',
  },
  viewAs: { ja: 'だれとして見ますか', en: 'View as' },
  everything: { ja: 'すべて見る', en: 'Everything' },
  asOffice: { ja: '{name}の職員', en: 'Staff of {name}' },
  asPrefecture: { ja: '{name}の担当者', en: 'Officer of {name}' },
  asEverybody: { ja: 'どなたでも（公開用）', en: 'Everybody (public)' },
  asAdministrator: { ja: '管理担当', en: 'Administrator' },
} as const satisfies Record<string, Phrase>;
