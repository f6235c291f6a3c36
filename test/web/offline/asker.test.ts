/** Whose figures are kept: figures of one person are never another's. */
import { expect, test } from 'vitest';
import type { Session } from '#functions/publish/release.ts';
import { askerOf } from '../../../web/src/offline/asker.ts';

const place = (code: string, index = 'a') => ({
  code,
  name: code,
  prefecture: code.slice(0, 2),
  prefectureName: '',
  isFictional: true,
  dataUntil: '2025-01-01',
  index,
});

const session: Session = {
  format: 1,
  isLocal: false,
  release: 'one',
  publishedAt: '2025-01-14T00:00:00Z',
  pollSeconds: 60,
  municipalities: [place('162051'), place('992054')],
  prefectures: [],
  publicPrefectures: [{ code: '99', name: '海野県', index: 'a' }],
  held: [],
};

test('a newer run or release, other figures and a held workbook leave it the same asker', () => {
  const later: Session = {
    ...session,
    release: 'two',
    publishedAt: '2025-01-15T00:00:00Z',
    ranAt: '2025-01-15T00:00:00Z',
    expectedMinutes: 180,
    pollSeconds: 30,
    municipalities: [place('992054', 'c'), place('162051', 'b')],
    publicPrefectures: [{ code: '99', name: '海野県', index: 'b' }],
    held: [{ fileName: 'a', municipality: null, reason: { ja: '', en: '' } }],
  };
  expect(askerOf(later)).toBe(askerOf(session));
});

test.each([
  ['a municipality that may no longer be opened', { municipalities: [place('162051')] }],
  ['a municipality more', { municipalities: [...session.municipalities, place('992062')] }],
  ['a prefecture', { prefectures: [{ code: '16', name: '', index: 'a' }] }],
  ['another prefecture of which everybody may see something', { publicPrefectures: [] }],
  ['another way to sign in', { isLocal: true }],
  ['something that is not known yet, like a name', { person: 'another' }],
])('%s makes it another asker', (_, change) => {
  expect(askerOf({ ...session, ...change })).not.toBe(askerOf(session));
});
