/** Messages by mail, to an SMTP server on this machine. */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { createMail } from '#functions/adapters/mail/mail.ts';
import { openReceivers } from '#functions/open-receivers.ts';

const servers: SMTPServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise<void>((closed) => server.close(() => closed()));
});

/** Takes every mail, with a password where one is asked for. */
async function aServer(options: SMTPServerOptions = {}) {
  const got: { readonly to: readonly string[]; readonly text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      password === 'p@ss' ? done(null, { user: username ?? '' }) : done(new Error('wrong')),
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        got.push({ to, text: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
    ...options,
  });
  servers.push(server);
  // What a client does wrong is the client's to say.
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  return { got, port: (server.server.address() as AddressInfo).port };
}

const message = { title: 'かさなり：手当ての要ることが1件あります', text: '■ 茜町（新しく）\n見てください。' };
const mailTo = (url: string, to: readonly string[] = ['kanri@city.example.jp']) =>
  createMail('mail', { url, from: 'kasanari@city.example.jp', to }, 3000);

test('a mail reaches everybody, with its subject and text in Japanese', async () => {
  const { got, port } = await aServer();
  await mailTo(`smtp://127.0.0.1:${port}`, ['kanri@city.example.jp', 'ken@pref.example.jp']).send(message);
  const [mail] = got;
  expect(mail?.to).toEqual(['kanri@city.example.jp', 'ken@pref.example.jp']);
  const [, encoded = ''] = mail?.text.split('\r\n\r\n') ?? [];
  expect(mail?.text).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(Buffer.from(encoded, 'base64').toString('utf8').replaceAll('\r\n', '\n').trim()).toBe(message.text);
});

test('the account is that of the address, which no failure repeats', async () => {
  const { got, port } = await aServer({ authOptional: false });
  await mailTo(`smtp://kasanari:p%40ss@127.0.0.1:${port}`).send(message);
  expect(got).toHaveLength(1);
  const error = await mailTo(`smtp://kasanari:wrong-secret@127.0.0.1:${port}`)
    .send(message)
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'SendFailure', problem: 'EAUTH', message: 'EAUTH' });
});

test('elsewhere than on this machine nothing is sent without TLS, and no strange certificate is trusted', async () => {
  const { got, port } = await aServer();
  // An address of this machine that is not taken for it.
  await expect(mailTo(`smtp://127.0.0.2:${port}`).send(message)).rejects.toMatchObject({ name: 'SendFailure' });
  const secure = await aServer({ secure: true, disabledCommands: [] });
  await expect(mailTo(`smtps://127.0.0.1:${secure.port}`).send(message)).rejects.toMatchObject({
    name: 'SendFailure',
  });
  expect([...got, ...secure.got]).toEqual([]);
});

test('a server that takes the mail for some only is a failure', async () => {
  const { port } = await aServer({
    onRcptTo: ({ address }, _, done) => done(address.startsWith('gone') ? new Error('no such person') : null),
  });
  const mail = mailTo(`smtp://127.0.0.1:${port}`, ['kanri@city.example.jp', 'gone@city.example.jp']);
  await expect(mail.send(message)).rejects.toMatchObject({ problem: 'refused-receiver' });
});

test('of several people each is a receiver, so that whom the server refuses never makes the others get it again', async () => {
  const { got, port } = await aServer({
    onRcptTo: ({ address }, _, done) => done(address.startsWith('gone') ? new Error('no such person') : null),
  });
  const url = `smtp://127.0.0.1:${port}`;
  const to = ['kanri@city.example.jp', 'gone@city.example.jp', 'ken@pref.example.jp'];
  const mail = { url, from: 'kasanari@city.example.jp', to };
  const receivers = await openReceivers({ webhooks: [], mail });
  const outcomes = await Promise.allSettled(receivers.map(async (receiver) => await receiver.send(message)));
  expect(receivers.map(({ name }) => name)).toEqual(['mail-1', 'mail-2', 'mail-3']);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(got.flatMap((one) => one.to).toSorted()).toEqual(['kanri@city.example.jp', 'ken@pref.example.jp']);
  const alone = await openReceivers({ webhooks: [], mail: { ...mail, to: to.slice(0, 1) } });
  expect(alone.map(({ name }) => name)).toEqual(['mail']);
});

test('a server that is gone is said in a word', async () => {
  const { port } = await aServer();
  for (const server of servers.splice(0)) await new Promise<void>((closed) => server.close(() => closed()));
  await expect(mailTo(`smtp://127.0.0.1:${port}`).send(message)).rejects.toMatchObject({ problem: 'ESOCKET' });
});
