/** The sentences to administrators are whole in both languages, and each is said somewhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { credentialsMessages } from '#sheets-schema/vocabulary/messages/credentials.ts';
import { type DoctorMessage, doctorMessages } from '#sheets-schema/vocabulary/messages/doctor.ts';

const messages: readonly (readonly [string, DoctorMessage])[] = Object.entries({
  ...doctorMessages,
  ...credentialsMessages,
});

const placeholders = (sentence: string) =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([name]) => name))].toSorted();

describe.each(messages)('%s', (code, { ja, en, mend }) => {
  const texts = [{ ja, en }, ...(mend === undefined ? [] : [mend])];

  test('is said in both languages, and ends like a sentence', () => {
    for (const text of texts) {
      // A command, or the sentence of another catalogue, ends as it ends.
      if (!/\{\w+\}\s*$|\}\)$/.test(text.ja)) expect(text.ja).toMatch(/[。）]$/);
      if (!/\{\w+\}\s*$/.test(text.en)) expect(text.en).toMatch(/[.)]$/);
    }
  });

  test('is filled alike, but for words that are given in each language', () => {
    const neutral = (names: readonly string[]) => names.map((name) => name.replace(/(?:Ja|En)\}$/, '}'));
    for (const text of texts) expect(neutral(placeholders(text.en))).toEqual(neutral(placeholders(text.ja)));
  });

  test('is said somewhere', () => {
    const [subject = '', rest = ''] = code.split('/');
    // Codes that are put together from the kind of trouble.
    const isMade = new RegExp(`\`${subject}/\\$\\{`).test(program);
    expect(isMade || program.includes(`'${code}'`), rest).toBe(true);
  });
});

const program = ['scripts/doctor', 'functions/adapters/google']
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
