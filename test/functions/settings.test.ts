/** Settings of a deployment: what is understood, and what is refused in a sentence. */
import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from '#functions/settings.ts';

describe('what is understood', () => {
  test('a folder, and nobody served, is the least', () => {
    expect(readSettings({ KASANARI_STORE: '/srv/store' })).toEqual({
      store: { kind: 'folder', folder: '/srv/store' },
      workbooks: null,
      audiences: [],
      pollSeconds: 60,
      googleRootUrl: null,
    });
  });

  test('a deployment on Google Cloud', () => {
    expect(
      readSettings({
        KASANARI_STORE: 'gs://toyama-kasanari/production',
        KASANARI_WORKBOOKS: 'workbooks.txt',
        KASANARI_AUDIENCES: 'office:162051, prefecture:16 office:162051',
        KASANARI_POLL_SECONDS: '120',
        KASANARI_GOOGLE_ROOT_URL: 'http://127.0.0.1:9000/',
        HOME: '/root',
      }),
    ).toEqual({
      store: { kind: 'bucket', bucket: 'toyama-kasanari', prefix: 'production' },
      workbooks: { kind: 'list', file: 'workbooks.txt' },
      audiences: ['office:162051', 'prefecture:16'],
      pollSeconds: 120,
      googleRootUrl: 'http://127.0.0.1:9000/',
    });
  });

  test('a bucket without a prefix, a folder of workbooks, blanks around', () => {
    expect(readSettings({ KASANARI_STORE: ' gs://a-bucket ', KASANARI_WORKBOOKS: ' ./workbooks ' })).toMatchObject({
      store: { kind: 'bucket', bucket: 'a-bucket', prefix: '' },
      workbooks: { kind: 'folder', folder: './workbooks' },
    });
  });
});

describe('what is refused', () => {
  const refused: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ['no store', {}, /KASANARI_STORE is missing/],
    ['an empty store', { KASANARI_STORE: ' ' }, /KASANARI_STORE is empty/],
    ['another kind of store', { KASANARI_STORE: 's3://bucket' }, /KASANARI_STORE is neither/],
    ['a bucket that is none', { KASANARI_STORE: 'gs://UPPER' }, /KASANARI_STORE is neither/],
    ['the public', { KASANARI_STORE: 'a', KASANARI_AUDIENCES: 'office:162051,public' }, /not yet protected/],
    ['a bare code', { KASANARI_STORE: 'a', KASANARI_AUDIENCES: '162051' }, /"162051": write office:162051/],
    ['a code of five digits', { KASANARI_STORE: 'a', KASANARI_AUDIENCES: 'office:16205' }, /"office:16205"/],
    ['everybody', { KASANARI_STORE: 'a', KASANARI_AUDIENCES: '*' }, /"\*"/],
    ['no polling', { KASANARI_STORE: 'a', KASANARI_POLL_SECONDS: '0' }, /below 1/],
    ['a word for a number', { KASANARI_STORE: 'a', KASANARI_POLL_SECONDS: 'often' }, /is no number/],
    [
      'a root without protocol',
      { KASANARI_STORE: 'a', KASANARI_GOOGLE_ROOT_URL: 'proxy:80' },
      /KASANARI_GOOGLE_ROOT_URL/,
    ],
  ];
  test.each(refused)('%s', (_, environment, sentence) => {
    expect(() => readSettings(environment)).toThrow(SettingsError);
    expect(() => readSettings(environment)).toThrow(sentence);
  });

  test('everything that is wrong is said at once', () => {
    const environment = { KASANARI_STORE: 's3://a', KASANARI_AUDIENCES: 'public', KASANARI_POLL_SECONDS: '0' };
    expect(() => readSettings(environment)).toThrow(
      /KASANARI_STORE[\s\S]*KASANARI_AUDIENCES[\s\S]*KASANARI_POLL_SECONDS/,
    );
  });
});
