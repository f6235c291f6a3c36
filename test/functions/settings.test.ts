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
      keyFile: null,
      hasFeedback: true,
      runSeconds: 240,
    });
  });

  test('a deployment on Google Cloud', () => {
    expect(
      readSettings({
        KASANARI_STORE: 'gs://toyama-kasanari/production',
        KASANARI_REGISTRY: 'https://docs.google.com/spreadsheets/d/1aBc/edit',
        KASANARI_FEEDBACK: 'off',
        KASANARI_KEY_FILE: ' /secrets/kasanari.json ',
        KASANARI_RUN_SECONDS: '1500',
        KASANARI_AUDIENCES: 'office:162051, prefecture:16 office:162051 public',
        KASANARI_POLL_SECONDS: '120',
        KASANARI_GOOGLE_ROOT_URL: 'http://127.0.0.1:9000/',
        HOME: '/root',
      }),
    ).toEqual({
      store: { kind: 'bucket', bucket: 'toyama-kasanari', prefix: 'production' },
      workbooks: { kind: 'registry', registry: { kind: 'spreadsheet', id: '1aBc' } },
      audiences: ['office:162051', 'prefecture:16', 'public'],
      pollSeconds: 120,
      googleRootUrl: 'http://127.0.0.1:9000/',
      keyFile: '/secrets/kasanari.json',
      hasFeedback: false,
      runSeconds: 1500,
    });
  });

  test('a bucket without a prefix, a folder of workbooks, blanks around', () => {
    expect(readSettings({ KASANARI_STORE: ' gs://a-bucket ', KASANARI_WORKBOOKS: ' ./workbooks ' })).toMatchObject({
      store: { kind: 'bucket', bucket: 'a-bucket', prefix: '' },
      workbooks: { kind: 'folder', folder: './workbooks' },
    });
  });

  test.each([
    ['1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_efg', 'spreadsheet'],
    ['registry.csv', 'file'],
    ['C:\\共有\\登録簿.xlsx', 'file'],
    ['./registry', 'file'],
  ])('a registry in %s', (text, kind) => {
    expect(readSettings({ KASANARI_STORE: 'a', KASANARI_REGISTRY: text }).workbooks).toMatchObject({
      kind: 'registry',
      registry: { kind },
    });
  });

  test.each([
    ['on', true],
    ['ON ', true],
    ['', true],
    ['off', false],
  ])('feedback %j', (text, hasFeedback) => {
    expect(readSettings({ KASANARI_STORE: 'a', KASANARI_FEEDBACK: text }).hasFeedback).toBe(hasFeedback);
  });

  test.each([10, 3600])('a run of %d seconds', (runSeconds) => {
    expect(readSettings({ KASANARI_STORE: 'a', KASANARI_RUN_SECONDS: String(runSeconds) }).runSeconds).toBe(runSeconds);
  });

  test('what is set to nothing is not set', () => {
    const nothing = { KASANARI_WORKBOOKS: '', KASANARI_REGISTRY: '', KASANARI_KEY_FILE: '' };
    expect(readSettings({ KASANARI_STORE: 'a', ...nothing })).toEqual(readSettings({ KASANARI_STORE: 'a' }));
  });
});

describe('what is refused', () => {
  const refused: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ['no store', {}, /KASANARI_STORE is missing/],
    ['an empty store', { KASANARI_STORE: ' ' }, /KASANARI_STORE is empty/],
    ['another kind of store', { KASANARI_STORE: 's3://bucket' }, /KASANARI_STORE is neither/],
    ['a bucket that is none', { KASANARI_STORE: 'gs://UPPER' }, /KASANARI_STORE is neither/],
    ['the public of one prefecture', { KASANARI_STORE: 'a', KASANARI_AUDIENCES: 'public:16' }, /"public:16"/],
    ['a bare code', { KASANARI_STORE: 'a', KASANARI_AUDIENCES: '162051' }, /"162051": write office:162051/],
    ['a code of five digits', { KASANARI_STORE: 'a', KASANARI_AUDIENCES: 'office:16205' }, /"office:16205"/],
    ['everybody', { KASANARI_STORE: 'a', KASANARI_AUDIENCES: '*' }, /"\*"/],
    ['no polling', { KASANARI_STORE: 'a', KASANARI_POLL_SECONDS: '0' }, /below 1/],
    ['a word for a number', { KASANARI_STORE: 'a', KASANARI_POLL_SECONDS: 'often' }, /is no number/],
    ['a list of ids', { KASANARI_STORE: 'a', KASANARI_WORKBOOKS: 'ids.txt' }, /listed in a registry/],
    [
      'a spreadsheet as a folder',
      { KASANARI_STORE: 'a', KASANARI_WORKBOOKS: 'https://docs.google.com/spreadsheets/d/1aBc/edit' },
      /KASANARI_REGISTRY/,
    ],
    [
      'a document as a registry',
      { KASANARI_STORE: 'a', KASANARI_REGISTRY: 'https://docs.google.com/document/d/1aBc/edit' },
      /KASANARI_REGISTRY is neither/,
    ],
    [
      'a folder and a registry',
      { KASANARI_STORE: 'a', KASANARI_WORKBOOKS: 'workbooks', KASANARI_REGISTRY: 'registry.csv' },
      /are both set/,
    ],
    [
      'a doubtful feedback',
      { KASANARI_STORE: 'a', KASANARI_FEEDBACK: 'yes' },
      /KASANARI_FEEDBACK is neither on nor off/,
    ],
    ['no time at all', { KASANARI_STORE: 'a', KASANARI_RUN_SECONDS: '9' }, /KASANARI_RUN_SECONDS is below 10/],
    ['no end of time', { KASANARI_STORE: 'a', KASANARI_RUN_SECONDS: '3601' }, /KASANARI_RUN_SECONDS is above 3600/],
    ['a word for seconds', { KASANARI_STORE: 'a', KASANARI_RUN_SECONDS: 'long' }, /KASANARI_RUN_SECONDS is no number/],
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

  test('a key itself is refused, and never repeated', () => {
    const key = '{"type":"service_account","private_key":"-----BEGIN PRIVATE KEY-----"}';
    try {
      readSettings({ KASANARI_STORE: 'a', KASANARI_KEY_FILE: key });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).toMatch(/KASANARI_KEY_FILE holds a key itself/);
      expect(String(error)).not.toMatch(/private_key|BEGIN/);
    }
  });

  test('everything that is wrong is said at once', () => {
    const environment = { KASANARI_STORE: 's3://a', KASANARI_AUDIENCES: 'everyone', KASANARI_POLL_SECONDS: '0' };
    expect(() => readSettings(environment)).toThrow(
      /KASANARI_STORE[\s\S]*KASANARI_AUDIENCES[\s\S]*KASANARI_POLL_SECONDS/,
    );
  });
});
