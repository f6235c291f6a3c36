/** Why a message (知らせ) did not reach its receiver, and what to do, Japanese then English. */
import type { Phrase } from './phrase.ts';

interface SendProblemWords {
  readonly what: Phrase;
  readonly mend: Phrase;
}

const sentAgain = {
  ja: '次の回にもう一度送るので、まず待ってください。1日たっても続くときは、',
  en: 'The next run tries again, so wait first. If it goes on for a day, ',
};

/** By kind (send-problem.ts). */
export const sendProblemWords = {
  gone: {
    what: { ja: '送り先がもうありません。', en: 'The receiver is there no longer.' },
    mend: {
      ja: 'チャットで Webhook を作り直し、新しいアドレスを環境変数 KASANARI_TELL_WEBHOOK に入れてください。',
      en: 'Make a new webhook in the chat, and put its address into the environment variable KASANARI_TELL_WEBHOOK.',
    },
  },
  refused: {
    what: { ja: '送り先に断られました。', en: 'The receiver refused it.' },
    mend: {
      ja: 'チャットで Webhook が止められていないか確かめ、作り直したら KASANARI_TELL_WEBHOOK を入れ替えてください。',
      en: 'See in the chat whether the webhook was revoked; if you make a new one, replace KASANARI_TELL_WEBHOOK.',
    },
  },
  unsuited: {
    what: { ja: '送り先が文面を受け付けません。', en: 'The receiver does not take such a message.' },
    mend: {
      ja: 'KASANARI_TELL_WEBHOOK が Google Chat・Slack・Teams の受信 Webhook のアドレスか、確かめてください。',
      en: 'See whether KASANARI_TELL_WEBHOOK is the address of an incoming webhook of Google Chat, Slack or Teams.',
    },
  },
  busy: {
    what: { ja: '送り先が混み合っています。', en: 'The receiver is too busy.' },
    mend: {
      ja: `${sentAgain.ja}同じ送り先をほかでも使っていないか確かめてください。`,
      en: `${sentAgain.en}see what else sends to the same receiver.`,
    },
  },
  failing: {
    what: { ja: '送り先のサービスに不具合があります。', en: 'The service of the receiver is failing.' },
    mend: {
      ja: `${sentAgain.ja}そのサービスの障害のお知らせを見てください。`,
      en: `${sentAgain.en}see what that service says of its state.`,
    },
  },
  slow: {
    what: { ja: '送り先から時間内に答えがありません。', en: 'The receiver did not answer in time.' },
    mend: {
      ja: `${sentAgain.ja}外への通信が止められていないか、情報担当に聞いてください。`,
      en: `${sentAgain.en}ask your network people whether connections to it are blocked.`,
    },
  },
  'unknown-host': {
    what: { ja: '送り先のサーバーが見つかりません。', en: 'There is no such server.' },
    mend: {
      ja: '環境変数 KASANARI_TELL_WEBHOOK か KASANARI_SMTP_URL のアドレスに、書きまちがいがないか確かめてください。',
      en: 'See whether the address in KASANARI_TELL_WEBHOOK or KASANARI_SMTP_URL is spelt as it should be.',
    },
  },
  unconnected: {
    what: { ja: '送り先のサーバーにつながりません。', en: 'The server of the receiver cannot be reached.' },
    mend: {
      ja: `${sentAgain.ja}アドレスとポートを確かめ、外への通信が止められていないか、情報担当に聞いてください。`,
      en: `${sentAgain.en}check address and port, and ask your network people whether connections to it are blocked.`,
    },
  },
  insecure: {
    what: {
      ja: '送り先のサーバーと、安全な通信を始められません。',
      en: 'No secure connection to the server can be made.',
    },
    mend: {
      ja: 'サーバーの証明書の期限が切れていないか、庁内のルート証明書（NODE_EXTRA_CA_CERTS）が要らないか、情報担当に聞いてください。',
      en: 'Ask your network people whether its certificate has expired, or one of your own is needed (NODE_EXTRA_CA_CERTS).',
    },
  },
  'sign-in': {
    what: { ja: 'メールサーバーにサインインできません。', en: 'The mail server refuses the sign-in.' },
    mend: {
      ja: '環境変数 KASANARI_SMTP_URL の名前とパスワードを確かめてください。',
      en: 'Check user and password in the environment variable KASANARI_SMTP_URL.',
    },
  },
  addresses: {
    what: { ja: 'メールサーバーが、差出人か宛先を受け付けません。', en: 'The mail server takes not all addresses.' },
    mend: {
      ja: '環境変数 KASANARI_TELL_FROM と KASANARI_TELL_TO のアドレスを確かめてください。',
      en: 'Check the addresses in KASANARI_TELL_FROM and KASANARI_TELL_TO.',
    },
  },
  unknown: {
    what: { ja: '送れませんでした。', en: 'It could not be sent.' },
    mend: {
      ja: '「npm run tell -- --test」で試し、続くときは、この番号を情報担当に見せてください。',
      en: 'Try "npm run tell -- --test"; if it goes on, show this code to your network people.',
    },
  },
} as const satisfies Readonly<Record<string, SendProblemWords>>;

export const sendProblemSentence = { ja: '{what}{mend}（{problem}）', en: '{what} {mend} ({problem})' } as const;
