/** Messages to chats: the form that each takes, and what goes wrong on the way, by a server on this machine. */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { guessKind, payloadFor } from '#functions/adapters/webhook/payloads.ts';
import { createWebhook } from '#functions/adapters/webhook/webhook.ts';

const message = { title: '題', text: '題\n\n■ 茜町 (New)\n<A&B> 1\n\n1. 二' };

let server: ReturnType<typeof serve>;
let address: string;
let answer: () => Response | Promise<Response>;
const got: unknown[] = [];

beforeEach(async () => {
  got.length = 0;
  answer = () => new Response('ok');
  const app = new Hono().post('/hook', async (context) => {
    got.push(await context.req.json());
    return await answer();
  });
  address = await new Promise((listening) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      listening(`http://127.0.0.1:${port}/hook?token=secret`),
    );
  });
});
afterEach(async () => {
  if ('closeAllConnections' in server) server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const send = async (patience = 10_000) =>
  await createWebhook({ name: 'slack-1', kind: 'slack', address, patience }).send(message);

test('what somebody calls a workbook becomes no link of other words and calls nobody', () => {
  const named = '■ [確認する](https://evil.example).xlsx\n<https://evil.example|確認する> <users/all> <!channel> <3件>';
  const said = (kind: 'google-chat' | 'slack' | 'teams') =>
    JSON.stringify(payloadFor(kind, { title: '題', text: named }));
  expect(said('google-chat')).not.toMatch(/<(?:https|users)/);
  expect(said('google-chat')).toContain('＜https://evil.example|確認する> ＜users/all> <!channel> <3件>');
  expect(said('slack')).not.toContain('<');
  expect(said('teams')).not.toContain('](');
  expect(said('teams')).toContain(String.raw`[確認する]\\(https://evil.example)`);
});

test('a message arrives in the form of its chat', async () => {
  await send();
  expect(got).toEqual([
    {
      text: '題\n\n■ 茜町 (New)\n&lt;A&amp;B&gt; 1\n\n1. 二',
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
    },
  ]);
  expect(payloadFor('google-chat', message)).toEqual({ text: message.text });
  expect(payloadFor('teams', message)).toMatchObject({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          body: [
            { type: 'TextBlock', text: '題', wrap: true, weight: 'Bolder' },
            { text: '■ 茜町 (New)\n\n<A&B> 1' },
            { text: '\\1. 二' },
          ],
        },
      },
    ],
  });
});

test.each([
  ['http-429', () => new Response(null, { status: 429, headers: { 'retry-after': '30' } })],
  ['http-500', () => new Response('boom', { status: 500 })],
  ['http-404', () => new Response('no_service', { status: 404 })],
])('a chat that answers %s is told so by that word alone', async (problem, refuse) => {
  answer = refuse;
  await expect(send()).rejects.toMatchObject({ name: 'SendFailure', problem, message: problem });
});

test('a chat that leads elsewhere is not followed', async () => {
  answer = () => new Response(null, { status: 302, headers: { location: `${address}&again` } });
  await expect(send()).rejects.toMatchObject({ name: 'SendFailure' });
  expect(got).toHaveLength(1);
});

test('a chat that never answers is not waited for', async () => {
  answer = () => new Promise(() => undefined);
  await expect(send(50)).rejects.toMatchObject({ problem: 'timeout' });
});

test('no error repeats the address', async () => {
  address = 'http://127.0.0.1:1/hook?token=secret';
  const error = await send().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'SendFailure' });
  expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('secret');
});

test.each([
  ['chat.googleapis.com', 'google-chat'],
  ['hooks.slack.com', 'slack'],
  ['prod-12.japaneast.logic.azure.com', 'teams'],
  ['default0123.environment.api.powerplatform.com', 'teams'],
  ['hooks.slack.com.evil.example', null],
  ['chat.example.jp', null],
])('%s is %s', (host, kind) => {
  expect(guessKind(host)).toBe(kind);
});
