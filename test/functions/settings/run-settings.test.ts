/** Settings of the queue: what is understood, and what is refused in a sentence. */
import { expect, test } from 'vitest';
import { readRunSettings } from '#functions/settings/run-settings.ts';

const queue = 'projects/kasanari-toyama/locations/asia-northeast1/queues/kasanari';
const functionsUrl = 'https://asia-northeast1-kasanari-toyama.cloudfunctions.net';
const invoker = 'kasanari-invoker@kasanari-toyama.iam.gserviceaccount.com';

test('nothing of it is needed: plan does a whole run by itself', () => {
  expect(readRunSettings({})).toEqual({ queue: null, functionsUrl: null, invoker: null });
});

test('a queue, where the functions are, and who calls them', () => {
  expect(
    readRunSettings({
      KASANARI_QUEUE: ` ${queue} `,
      KASANARI_FUNCTIONS_URL: `${functionsUrl}/`,
      KASANARI_INVOKER: invoker,
    }),
  ).toEqual({ queue, functionsUrl, invoker });
});

test.each([
  [{ KASANARI_QUEUE: 'kasanari' }, 'KASANARI_QUEUE is no queue'],
  [{ KASANARI_QUEUE: queue, KASANARI_FUNCTIONS_URL: functionsUrl }, 'KASANARI_QUEUE needs KASANARI_INVOKER'],
  [{ KASANARI_INVOKER: invoker }, 'need KASANARI_FUNCTIONS_URL'],
  [{ KASANARI_INVOKER: 'kasanari' }, 'KASANARI_INVOKER is no account'],
  [{ KASANARI_FUNCTIONS_URL: 'http://functions.example' }, 'KASANARI_FUNCTIONS_URL is no address'],
])('%j is refused: %s', (environment, sentence) => {
  expect(() => readRunSettings(environment)).toThrow(sentence);
});
