/** What the start page of a prefecture says: for whom the view is, what is hidden in it, and all municipalities together. */
import { expect, test } from 'vitest';
import { shapeTotals } from '../../../../web/src/shape/comparison/prefecture-totals.ts';
import { sayView } from '../../../../web/src/shape/comparison/view-note.ts';
import { prefectureIndex } from '../../fixtures/invented-city.ts';

const policy = { threshold: 5, zeros: 'shown', roundedTo: 1 } as const;

test('each view says whose it is and which counts are hidden in it', () => {
  expect(sayView({ audience: 'prefecture:99', protection: policy }, 'ja')).toBe(
    '都道府県の担当者用の表示です。1〜4件の数と、引き算などでその数が分かってしまう数は、秘匿しています（x）。秘匿は、0件・未報告・対象外のどれでもありません。',
  );
  expect(sayView({ audience: 'public', protection: { threshold: 10, zeros: 'hidden', roundedTo: 10 } }, 'en')).toBe(
    'Public view, open to everybody. Counts of 0 to 9, and others that would give them away, are hidden (x). Counts are rounded to 10. Hidden is neither zero, nor not reported, nor not applicable.',
  );
});

test('where nothing is hidden, nothing is said to be', () => {
  expect(sayView({ audience: 'prefecture:99', protection: { ...policy, threshold: 1 } }, 'ja')).toBe(
    '都道府県の担当者用の表示です。',
  );
});

test('the newest total that may be seen is the title; a hidden one stays a state', () => {
  const of = {
    ...prefectureIndex,
    years: ['FY2023', 'FY2024'],
    series: { 'N01|99': [1234, 'x'], 'R06|99': [26.41, 'x'], 'Q01|99': [100, 'u'] } as const,
  };
  const totals = shapeTotals(of, 'ja');
  expect(totals?.title).toBe('海野県の市町村が令和5年度に受けた新規相談は、合わせて1,234件です');
  expect(
    totals?.table.rows.map(({ label, cells }) => [
      label,
      ...cells.map((cell) => (cell.kind === 'figure' ? cell.figure.state : cell.kind)),
    ]),
  ).toEqual([
    ['令和6年度', 'suppressed', 'suppressed', 'unreported'],
    ['令和5年度', 'value', 'value', 'value'],
  ]);
  expect(shapeTotals({ ...of, years: [] }, 'ja')).toBeNull();
});
