/** A message in the form that each chat takes: Google Chat, Slack, and Teams (an adaptive card, as its workflows ask for). Pure. */
import type { SentMessage } from '../../world.ts';

export const webhookKinds = ['google-chat', 'slack', 'teams'] as const;

export type WebhookKind = (typeof webhookKinds)[number];

/** So many characters may a text have: what the chat takes, or what people still read, whichever is less. */
export const longestText: Readonly<Record<WebhookKind, number>> = {
  // A text message takes 4,096 characters.
  'google-chat': 4_000,
  // 40,000 are taken, but 4,000 recommended.
  slack: 4_000,
  // 28 KB for all of the card, and a character takes up to three bytes, or six where it is escaped.
  teams: 6_000,
};

/** The chat that an address is of; `null` where that cannot be told. */
export function guessKind(host: string): WebhookKind | null {
  if (host === 'chat.googleapis.com') return 'google-chat';
  if (host === 'hooks.slack.com' || host === 'hooks.slack-gov.com') return 'slack';
  const isTeams = /(?:^|\.)(?:webhook\.office\.com|logic\.azure\.com|api\.powerplatform\.com)$/.test(host);
  return isTeams ? 'teams' : null;
}

export function payloadFor(kind: WebhookKind, { title, text }: SentMessage): object {
  switch (kind) {
    case 'google-chat':
      return { text: escapeForGoogleChat(text) };
    case 'slack':
      return { text: escapeForSlack(text), mrkdwn: false, unfurl_links: false, unfurl_media: false };
    case 'teams':
      return {
        type: 'message',
        summary: title,
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: {
              $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
              type: 'AdaptiveCard',
              version: '1.4',
              msteams: { width: 'Full' },
              body: blocksOf(text),
            },
          },
        ],
      };
    default:
      return kind satisfies never;
  }
}

/** Slack takes these three for the beginnings of links, mentions and entities. */
function escapeForSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Google Chat takes <https://…|words> for a link and <users/…> for a mention, and knows no way to write the sign itself. */
function escapeForGoogleChat(text: string): string {
  return text.replaceAll(/<(?=users\/|https?:|mailto:)/gi, '＜');
}

/** One block a paragraph. A line that begins with a dash or a number would be taken for a list, and [words](https://…) for a link. */
function blocksOf(text: string): readonly object[] {
  return text
    .split('\n\n')
    .map((paragraph) =>
      paragraph
        .replaceAll('\n', '\n\n')
        .replaceAll(/^(?=[-+]|\d+\.)/gm, '\\')
        .replaceAll('](', ']\\('),
    )
    .map((paragraph, position) => ({
      type: 'TextBlock',
      text: paragraph,
      wrap: true,
      ...(position === 0 ? { weight: 'Bolder' } : {}),
    }));
}
