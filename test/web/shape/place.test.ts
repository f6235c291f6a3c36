/** Whose figures are looked at, by what somebody may open and what the address asks for. */
import { describe, expect, test } from 'vitest';
import {
  exportAddress,
  findPlace,
  isUnknown,
  openPrefectures,
  prefecturePath,
  type Rights,
} from '../../../web/src/shape/place.ts';

const town = (code: string, dataUntil: string | null = '2025-01-31') => ({
  code,
  name: code,
  prefecture: code.slice(0, 2),
  prefectureName: '',
  isFictional: true,
  dataUntil,
  index: 'a',
});
const umino = { code: '99', name: '海野県', index: 'p' };
const toyama = { code: '16', name: '富山県', index: 'p' };
const nobody: Rights = { municipalities: [], prefectures: [], publicPrefectures: [] };

/** Municipality, prefecture and audience of what is found. */
function found(rights: Partial<Rights>, code: string | null = null, audience: string | null = null, home?: string) {
  const { municipality, prefecture } = findPlace({ ...nobody, ...rights }, { code, audience }, home ?? null);
  return [municipality?.code ?? null, prefecture?.code ?? null, prefecture?.audience ?? null];
}

describe('somebody of a prefecture only', () => {
  const officer = { prefectures: [umino] };

  test('begins with the prefecture', () => {
    expect(found(officer)).toEqual([null, '99', 'prefecture']);
  });

  test('looks at it from any of its towns', () => {
    expect(found(officer, '992054')).toEqual([null, '99', 'prefecture']);
  });

  test('is shown theirs where another prefecture is asked for', () => {
    expect(found(officer, '16')).toEqual([null, '99', 'prefecture']);
  });
});

describe('somebody of an office and a prefecture', () => {
  const both = { municipalities: [town('992054')], prefectures: [umino], publicPrefectures: [umino, toyama] };

  test('begins with the municipality, and its prefecture beside it', () => {
    expect(found(both)).toEqual(['992054', '99', 'prefecture']);
  });

  test('may look at the prefecture as a whole', () => {
    expect(found(both, '99')).toEqual([null, '99', 'prefecture']);
  });

  test('sees what everybody sees where that is asked for, or where there is nothing else', () => {
    expect(found(both, '99', 'public')).toEqual([null, '99', 'public']);
    expect(found(both, null, 'public')).toEqual(['992054', '99', 'public']);
    expect(found(both, '16')).toEqual([null, '16', 'public']);
  });

  test('stays at home where a municipality of no open prefecture is asked for', () => {
    expect(found(both, '012068')).toEqual(['992054', '99', 'prefecture']);
    expect(found({ ...both, municipalities: [town('992054'), town('162051')] }, '1', null, '162051')).toEqual([
      '162051',
      '16',
      'public',
    ]);
  });
});

test('everybody begins with the first prefecture as everybody sees it; whoever may open nothing has no place', () => {
  expect(found({ publicPrefectures: [toyama, umino] })).toEqual([null, '16', 'public']);
  expect(found({ publicPrefectures: [toyama, umino] }, '99')).toEqual([null, '99', 'public']);
  expect(found({})).toEqual([null, null, null]);
  expect(found({ municipalities: [town('992054')] })).toEqual(['992054', null, null]);
});

test('an address is known where it names what is shown, or a town of the prefecture that is compared', () => {
  const place = findPlace({ ...nobody, prefectures: [umino] }, { code: null, audience: null }, null);
  const known = (municipality: string | null, view: 'overview' | 'compare') =>
    !isUnknown(place, { municipality, view });
  expect([known(null, 'overview'), known('99', 'overview'), known('99', 'compare')]).toEqual([true, true, true]);
  expect([known('992054', 'compare'), known('992054', 'overview')]).toEqual([true, false]);
  expect([known('162051', 'compare'), known('16', 'overview')]).toEqual([false, false]);
});

test('each prefecture is offered once, by code', () => {
  expect(openPrefectures({ ...nobody, prefectures: [umino], publicPrefectures: [umino, toyama] })).toEqual([
    { code: '16', name: '富山県' },
    { code: '99', name: '海野県' },
  ]);
});

test('what everybody sees lies apart, and so do the figures that can be taken along', () => {
  const of = (audience: 'prefecture' | 'public') => ({ code: '99', name: '海野県', audience });
  expect([prefecturePath(of('prefecture')), prefecturePath(of('public'))]).toEqual([
    'prefectures/99',
    'public/prefectures/99',
  ]);
  const taken = (audience: 'prefecture' | 'public') =>
    exportAddress({ municipality: null, prefecture: of(audience) })?.href;
  expect([taken('prefecture'), taken('public')]).toEqual([
    '/api/exports/facts.csv?audience=prefecture:99',
    '/api/exports/facts.csv?audience=public',
  ]);
  expect(exportAddress({ municipality: town('992054'), prefecture: of('prefecture') })).toEqual({
    href: '/api/exports/facts.csv?audience=office:992054',
    name: 'kasanari-992054.csv',
  });
  expect(exportAddress({ municipality: null, prefecture: null })).toBeNull();
});
