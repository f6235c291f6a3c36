/** Chooses the adapters of messages (知らせ): a webhook for each chat, and mail. The library for mail is loaded only where it is set up. */
import { createWebhook } from './adapters/webhook/webhook.ts';
import type { TellSettings } from './settings/tell-settings.ts';
import type { Receiver } from './world.ts';

/** In the order of the settings: 'slack-1', 'teams-2', 'mail'. */
export async function openReceivers({
  webhooks,
  mail,
}: Pick<TellSettings, 'webhooks' | 'mail'>): Promise<readonly Receiver[]> {
  const chats = webhooks.map(({ kind, address }, position) =>
    createWebhook({ name: `${kind}-${position + 1}`, kind, address }),
  );
  if (mail === null) return chats;
  const { createMail } = await import('./adapters/mail/mail.ts');
  return [...chats, createMail('mail', mail)];
}
