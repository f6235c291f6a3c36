/** That we cannot sign in to Google, and why. */
import { type CredentialsCode, credentialsMessages } from '../../../sheets-schema/vocabulary/messages/credentials.ts';

/** What is wrong with our credentials; the message says it to people, Japanese then English. Never holds anything of a key. */
export class GoogleAccessError extends Error {
  readonly code: CredentialsCode;
  readonly facts: Readonly<Record<string, string>>;
  constructor(code: CredentialsCode, facts: Readonly<Record<string, string>> = {}) {
    const { ja, en } = credentialsMessages[code];
    super(`${fill(ja, facts)} ${fill(en, facts)}`);
    this.name = 'GoogleAccessError';
    this.code = code;
    this.facts = facts;
  }
}

function fill(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => facts[name] ?? '');
}
