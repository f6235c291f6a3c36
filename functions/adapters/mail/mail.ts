/** Sends messages by SMTP, over TLS unless the server is this machine. Loaded only where mail is set up. */
import { createTransport } from 'nodemailer';
import { type Receiver, SendFailure } from '../../world.ts';

export interface MailSettings {
  /** 'smtps://user:password@smtp.example.jp' or 'smtp://…' with STARTTLS. */
  readonly url: string;
  readonly from: string;
  readonly to: readonly string[];
}

const longestWait = 15_000;
/** People read no further, and no server refuses it. */
const longestText = 50_000;

export function createMail(
  name: string,
  { url, from, to }: MailSettings,
  /** In milliseconds. */
  patience = longestWait,
): Receiver {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isSecure = protocol === 'smtps:';
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (isSecure ? 465 : 587) : Number(port),
    secure: isSecure,
    requireTLS: !isSecure && !isLoopback,
    // A relay on this machine seldom has a certificate, and nobody is between.
    ignoreTLS: !isSecure && isLoopback,
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // A message is text: nothing of it is ever read from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name,
    longest: longestText,
    async send({ title, text }) {
      try {
        const { rejected } = await transport.sendMail({ from, to: [...to], subject: title, text });
        if (rejected.length > 0) throw new SendFailure('refused-receiver');
      } catch (error) {
        throw error instanceof SendFailure ? error : new SendFailure(problemOf(error));
      } finally {
        transport.close();
      }
    },
  };
}

function problemOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'failed';
}
