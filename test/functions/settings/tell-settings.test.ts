import { describe, expect, test } from 'vitest';
import { readTellSettings } from '#functions/settings/tell-settings.ts';

const mail = {
  KASANARI_SMTP_URL: 'smtps://kasanari:secret@smtp.example.jp',
  KASANARI_TELL_FROM: 'kasanari@city.example.jp',
  KASANARI_TELL_TO: 'kanri@city.example.jp, ken@pref.example.jp',
};
const saidOf = (environment: Readonly<Record<string, string>>) => {
  try {
    readTellSettings(environment);
  } catch (error) {
    return String(error);
  }
  return null;
};

test('without any, nobody is told, and a run is expected every three hours', () => {
  expect(readTellSettings({})).toEqual({ webhooks: [], mail: null, expectedMinutes: 180, metricsToken: null });
});

test('several chats are told, each of its kind, and people by mail', () => {
  const slack = 'https://hooks.slack.com/services/T/B/x';
  const own = 'https://chat.example.jp/hook';
  expect(
    readTellSettings({ ...mail, KASANARI_TELL_WEBHOOK: `${slack}, teams:${own}`, KASANARI_EXPECTED_MINUTES: '1440' }),
  ).toMatchObject({
    webhooks: [
      { kind: 'slack', address: slack },
      { kind: 'teams', address: own },
    ],
    mail: { from: 'kasanari@city.example.jp', to: ['kanri@city.example.jp', 'ken@pref.example.jp'] },
    expectedMinutes: 1440,
  });
});

describe('settings that cannot be meant are refused, and no secret is repeated', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['a chat without TLS', { KASANARI_TELL_WEBHOOK: 'http://hooks.slack.com/secret' }, 'KASANARI_TELL_WEBHOOK'],
    [
      'a chat of no known kind',
      { KASANARI_TELL_WEBHOOK: 'https://chat.example.jp/secret' },
      'number 1 is of no known chat',
    ],
    [
      'a mail server that is none',
      { ...mail, KASANARI_SMTP_URL: 'https://secret@smtp.example.jp' },
      'KASANARI_SMTP_URL',
    ],
    ['mail to nobody', { ...mail, KASANARI_TELL_TO: '' }, 'all three'],
    ['mail from two', { ...mail, KASANARI_TELL_FROM: mail.KASANARI_TELL_TO }, 'one address'],
    [
      'mail with a second header',
      { ...mail, KASANARI_TELL_TO: 'a@example.jp>\r\nBcc:<b@example.jp' },
      'no mail address',
    ],
    ['a token that can be guessed', { KASANARI_METRICS_TOKEN: 'secret' }, 'KASANARI_METRICS_TOKEN is too short'],
    ['runs each minute', { KASANARI_EXPECTED_MINUTES: '1' }, 'KASANARI_EXPECTED_MINUTES is below 5'],
  ])('%s', (_, environment, sentence) => {
    const said = saidOf(environment);
    expect(said).toContain(sentence);
    expect(said).not.toContain('secret');
  });
});
