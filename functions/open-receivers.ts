/** Chooses the adapters of messages (知らせ): a webhook for each chat, and mail. The library for mail is loaded only where it is set up. */
import { createWebhook } from './adapters/webhook/webhook.ts';
import type { TellSettings } from './settings/tell-settings.ts';
import type { Receiver } from './world.ts';

/**
 * In the order of the settings: 'slack-1', 'teams-2', 'mail'. Where mail goes to several, each is a receiver ('mail-1', 'mail-2'): what one
 * of them does not get is sent again to that one alone.
 */
export async function openReceivers({
  webhooks,
  mail,
}: Pick<TellSettings, 'webhooks' | 'mail'>): Promise<readonly Receiver[]> {
  const chats = webhooks.map(({ kind, address }, position) =>
    createWebhook({ name: `${kind}-${position + 1}`, kind, address }),
  );
  if (mail === null) return chats;
  const { createMail } = await import('./adapters/mail/mail.ts');
  const mails = mail.to.map((address, position) =>
    createMail(mail.to.length === 1 ? 'mail' : `mail-${position + 1}`, { ...mail, to: [address] }),
  );
  return [...chats, ...mails];
}
