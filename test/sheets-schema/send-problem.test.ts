/** A receiver that is not reached: what happened and what to do, in both languages, whatever code the world gave. */
import { expect, test } from 'vitest';
import { describeSendProblem } from '#sheets-schema/vocabulary/send-problem.ts';
import { sendProblemWords } from '#sheets-schema/vocabulary/words/send-problems.ts';

test('what happened comes first, what to do next, the code last', () => {
  expect(describeSendProblem('http-404', 'ja')).toBe(
    '送り先がもうありません。チャットで Webhook を作り直し、新しいアドレスを環境変数 KASANARI_TELL_WEBHOOK に入れてください。（http-404）',
  );
  expect(describeSendProblem('EAUTH', 'en')).toBe(
    'The mail server refuses the sign-in. Check user and password in the environment variable KASANARI_SMTP_URL. (EAUTH)',
  );
});

test.each([
  ['gone', 'http-404', 'http-410'],
  ['refused', 'http-401', 'http-403'],
  ['unsuited', 'http-400', 'http-413'],
  ['busy', 'http-429'],
  ['failing', 'http-500', 'http-503'],
  ['slow', 'timeout', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT'],
  ['unknown-host', 'ENOTFOUND', 'EAI_AGAIN', 'EDNS'],
  ['unconnected', 'ECONNREFUSED', 'ECONNRESET', 'ECONNECTION', 'ESOCKET', 'no-connection', 'UND_ERR_SOCKET'],
  ['insecure', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'ETLS'],
  ['sign-in', 'EAUTH', 'ENOAUTH'],
  ['addresses', 'refused-receiver', 'EENVELOPE'],
  ['unknown', 'failed', 'EMESSAGE', 'http-302', 'something of tomorrow', '$&'],
] as const)('%s', (kind, ...problems) => {
  const { what, mend } = sendProblemWords[kind];
  for (const problem of problems) {
    expect(describeSendProblem(problem, 'ja')).toBe(`${what.ja}${mend.ja}（${problem}）`);
    expect(describeSendProblem(problem, 'en')).toBe(`${what.en} ${mend.en} (${problem})`);
  }
});
