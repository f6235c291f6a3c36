/** Why a message (知らせ) did not reach its receiver: what happened and what to do, out of the word that is kept of it. Pure. */
import type { Language } from './words/phrase.ts';
import { sendProblemSentence, sendProblemWords } from './words/send-problems.ts';

type Kind = keyof typeof sendProblemWords;

/** Codes of HTTP ('http-404'), of Node and of SMTP (nodemailer); the first that fits. */
const kinds: readonly (readonly [codes: RegExp, kind: Kind])[] = [
  [/^http-(?:404|410)$/, 'gone'],
  [/^http-40[137]$/, 'refused'],
  [/^http-429$/, 'busy'],
  [/^http-408$/, 'slow'],
  [/^http-4\d\d$/, 'unsuited'],
  [/^http-5\d\d$/, 'failing'],
  [/^(?:timeout|ETIMEDOUT|UND_ERR_[A-Z]+_TIMEOUT)$/, 'slow'],
  [/^(?:ENOTFOUND|EAI_[A-Z]+|EDNS)$/, 'unknown-host'],
  [/^(?:CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)[A-Z0-9_]+$|^(?:ETLS|EREQUIRETLS)$/, 'insecure'],
  [/^(?:EAUTH|ENOAUTH|EOAUTH2)$/, 'sign-in'],
  [/^(?:refused-receiver|EENVELOPE)$/, 'addresses'],
  [/^(?:no-connection|ECONN[A-Z]+|ESOCKET|EPIPE|EHOSTUNREACH|ENETUNREACH|UND_ERR_SOCKET)$/, 'unconnected'],
];

/**
 * '送り先がもうありません。チャットで … 入れてください。（http-404）': the code stays, for whoever knows it.
 * @param problem of a SendFailure, like 'http-429', 'timeout' or 'EAUTH'
 */
export function describeSendProblem(problem: string, language: Language): string {
  const kind = kinds.find(([codes]) => codes.test(problem))?.[1] ?? 'unknown';
  const { what, mend } = sendProblemWords[kind];
  return sendProblemSentence[language]
    .replace('{what}', what[language])
    .replace('{mend}', mend[language])
    .replace('{problem}', () => problem);
}
