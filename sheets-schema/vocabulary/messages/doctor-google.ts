/** What the doctor says about the way to Google: network, clock, sign-in, scopes and the two APIs. For administrators. */
import type { DoctorMessage } from './doctor.ts';

export const doctorGoogleMessages = {
  'account/key': {
    ja: 'サービスアカウント {account} のキー（{file}）を使います。ブックは、このアドレスに共有します。',
    en: 'The key of the service account {account} is used ({file}). Workbooks are shared with this address.',
  },
  'account/person': {
    ja: 'gcloud でサインインした人のアカウントを使います（{file}）。試すにはよいのですが、ふだんの運用にはサービスアカウントを使ってください。',
    en: 'The account of a person who signed in with gcloud is used ({file}). That is fine for a trial; please use a service account in daily work.',
  },
  'account/impersonation': {
    ja: 'サービスアカウント {account} に成り代わります（{file}）。ブックは、このアドレスに共有します。',
    en: 'We speak for the service account {account} ({file}). Workbooks are shared with this address.',
  },
  'account/federation': {
    ja: 'Google 以外の身元から Google のアカウント {account} を使います（{file}）。',
    en: 'The Google account {account} is used by an identity from elsewhere ({file}).',
  },
  'account/machine': {
    ja: 'この機械（Google Cloud）のサービスアカウント {account} を使います。キーのファイルは要りません。',
    en: 'The service account of this machine of Google Cloud is used ({account}). No key file is needed.',
  },
  'network/well': {
    ja: 'Google（{host}）とつながりました。',
    en: 'Google was reached ({host}).',
  },
  'network/dns': {
    ja: '{host} という名前を調べられませんでした（{code}）。この機械がインターネットにつながっていないか、名前解決（DNS）が庁内に限られています。',
    en: 'The name {host} was not found ({code}). This machine has no connection to the Internet, or its name service (DNS) knows only the internal network.',
    mend: {
      ja: 'この機械が、インターネットに接続する系のネットワークにあるかを情報担当に確かめてください。LGWAN やマイナンバー系の機械からは届きません。庁内でプロキシを通す決まりなら、環境変数 HTTPS_PROXY にその場所を書きます。',
      en: 'Ask your network people whether this machine is in the segment that reaches the Internet (not LGWAN). Where a proxy is required, put its address into the environment variable HTTPS_PROXY.',
    },
  },
  'network/closed': {
    ja: '{host} への通信が途中で閉じられました（{code}）。庁内ネットワークのファイアウォールが止めているのかもしれません。',
    en: 'The connection to {host} was closed ({code}). A firewall of the internal network may be in the way.',
    mend: {
      ja: '情報担当に、oauth2.googleapis.com、sheets.googleapis.com、www.googleapis.com への HTTPS（443番）の通信を許可してもらってください。プロキシを通す決まりなら、環境変数 HTTPS_PROXY にその場所を書きます。',
      en: 'Ask your network people to allow HTTPS (port 443) to oauth2.googleapis.com, sheets.googleapis.com and www.googleapis.com. Where a proxy is required, put its address into the environment variable HTTPS_PROXY.',
    },
  },
  'network/late': {
    ja: '{host} から10秒待っても返事がありません。通信が止められているか、回線がとても混んでいます。',
    en: '{host} gave no answer within ten seconds. The connection is blocked, or the line is very busy.',
    mend: {
      ja: '少し待ってもう一度試してください。続くときは情報担当に、oauth2.googleapis.com、sheets.googleapis.com、www.googleapis.com への HTTPS（443番）の通信と、プロキシ（HTTPS_PROXY）の要否を確かめてください。',
      en: 'Try again a little later. If that goes on, ask your network people about HTTPS (port 443) to oauth2.googleapis.com, sheets.googleapis.com and www.googleapis.com, and whether a proxy (HTTPS_PROXY) is needed.',
    },
  },
  'network/certificate': {
    ja: '{host} の証明書を確かめられませんでした（{code}）。庁内の機器が通信の中身を検査しているようです。',
    en: 'The certificate of {host} could not be verified ({code}). A device of the internal network seems to inspect the traffic.',
    mend: {
      ja: '情報担当から庁内のルート証明書（PEM 形式）のファイルをもらい、その場所を環境変数 NODE_EXTRA_CA_CERTS に書いてから、もう一度試してください。証明書の確認を切る設定は使わないでください。',
      en: 'Get the root certificate of your network (a PEM file) from your network people, put its place into the environment variable NODE_EXTRA_CA_CERTS, and try again. Please never switch verification off.',
    },
  },
  'network/proxy': {
    ja: '庁内のプロキシが、利用者名とパスワードを求めています（{code}）。',
    en: 'The proxy of your network asks who we are ({code}).',
    mend: {
      ja: '情報担当に、この機械から認証なしで通れるようにしてもらうか、専用の利用者名をもらって環境変数 HTTPS_PROXY に書いてください。',
      en: 'Ask your network people to let this machine pass without a sign-in, or for a user name of its own to be put into the environment variable HTTPS_PROXY.',
    },
  },
  'network/portal': {
    ja: '{host} の代わりに、庁内の機器の画面が返ってきたようです（{code}）。その先へは進めません。',
    en: 'It seems that a page of your own network answered instead of {host} ({code}).',
    mend: {
      ja: '情報担当に、この機械から www.googleapis.com への HTTPS の通信を許可してもらってください。',
      en: 'Ask your network people to allow HTTPS to www.googleapis.com from this machine.',
    },
  },
  'clock/well': {
    ja: 'この機械の時計は Google の時計と合っています。',
    en: 'The clock of this machine agrees with that of Google.',
  },
  'clock/ahead': {
    ja: 'この機械の時計は、Google の時計より{minutes}分進んでいます。数分ずれるだけで、Google はサインインを断ります。',
    en: 'The clock of this machine is {minutes} minutes ahead of that of Google. A few minutes are enough for Google to refuse our sign-in.',
    mend: {
      ja: '時計を合わせてください。Windows なら「設定」→「時刻と言語」→「今すぐ同期」、Linux なら timedatectl set-ntp true です。直らないときは、情報担当に時刻の同期（NTP）を頼んでください。',
      en: 'Set the clock: on Windows under Settings, Time & language, Sync now; on Linux with timedatectl set-ntp true. If that does not help, ask your network people for time synchronisation (NTP).',
    },
  },
  'clock/behind': {
    ja: 'この機械の時計は、Google の時計より{minutes}分遅れています。数分ずれるだけで、Google はサインインを断ります。',
    en: 'The clock of this machine is {minutes} minutes behind that of Google. A few minutes are enough for Google to refuse our sign-in.',
    mend: {
      ja: '時計を合わせてください。Windows なら「設定」→「時刻と言語」→「今すぐ同期」、Linux なら timedatectl set-ntp true です。直らないときは、情報担当に時刻の同期（NTP）を頼んでください。',
      en: 'Set the clock: on Windows under Settings, Time & language, Sync now; on Linux with timedatectl set-ntp true. If that does not help, ask your network people for time synchronisation (NTP).',
    },
  },
  'clock/unknown': {
    ja: '返事に時刻が付いていないので、時計を比べられません。',
    en: 'The answer carries no time, so the clocks cannot be compared.',
  },
  'token/well': {
    ja: 'Google へのサインインができました。',
    en: 'Google accepted our sign-in.',
  },
  'token/clock': {
    ja: 'Google は、サインインの時刻がおかしいとして断りました。この機械の時計がずれています。',
    en: 'Google refused the time of our sign-in: the clock of this machine is wrong.',
    mend: {
      ja: 'この機械の時計と、タイムゾーンの設定を合わせてください。',
      en: 'Set the clock of this machine, and its time zone.',
    },
  },
  'token/signature': {
    ja: 'Google は、このキーを知りません。キーが削除されたか、別のキーに替えられています。',
    en: 'Google does not know this key. It was deleted, or replaced by another.',
    mend: {
      ja: 'Google Cloud の「IAM と管理」→「サービスアカウント」で {account} を開き、「キー」で新しいキー（JSON）を作って、{file} と置きかえてください。',
      en: 'In the Google Cloud console open {account} under IAM & Admin, Service Accounts, make a new key (JSON) under Keys, and put it in the place of {file}.',
    },
  },
  'token/account': {
    ja: 'Google に {account} というアカウントがないか、使えなくなっています。',
    en: 'Google has no account {account}, or it is disabled.',
    mend: {
      ja: 'Google Cloud の「IAM と管理」→「サービスアカウント」で、アカウントがあり「有効」になっているかを確かめてください。消えているときは作り直し、すべてのブックを新しいアドレスに共有し直します。',
      en: 'In the Google Cloud console, check under IAM & Admin, Service Accounts that the account is there and enabled. If it was deleted, make a new one, and share all workbooks with its address.',
    },
  },
  'token/revoked': {
    ja: 'gcloud でのサインインの期限が切れたか、取り消されています。',
    en: 'The sign-in with gcloud has expired, or was revoked.',
    mend: {
      ja: 'もう一度サインインしてください: {command}',
      en: 'Please sign in again: {command}',
    },
  },
  'token/impersonation': {
    ja: 'サービスアカウント {account} に成り代わる権限がありません。',
    en: 'We may not speak for the service account {account}.',
    mend: {
      ja: 'Google Cloud の管理者に、{account} への役割「サービス アカウント トークン作成者」を付けてもらってください。',
      en: 'Ask the administrator of the Google Cloud project for the role Service Account Token Creator on {account}.',
    },
  },
  'token/refused': {
    ja: 'Google がサインインを断りました（{status}）。',
    en: 'Google refused our sign-in ({status}).',
    mend: {
      ja: 'キーを作り直すか、サインインをやり直してください。続くときは、サービスアカウントが「有効」かを Google Cloud の画面で確かめてください。',
      en: 'Make a new key, or sign in again. If that goes on, check in the Google Cloud console that the service account is enabled.',
    },
  },
} as const satisfies Readonly<Record<string, DoctorMessage>>;
