/** A day is written in one form wherever it stands: on the pages, in messages, in 操作の記録. */
import { expect, test } from 'vitest';
import { sayMoment as sayInMessage } from '#functions/tell/fill.ts';
import {
  sayDay,
  sayDayAlone,
  sayFullMoment,
  sayMoment,
  sayMonth,
  sayMonthAlone,
} from '#sheets-schema/vocabulary/days.ts';
import { formatDay, formatMoment } from '../../web/src/shape/figures/format.ts';

/** Nine hours later it is another year in Japan. */
const newYear = '2024-12-31T15:05:00.000Z';

test('with era or Western year in Japanese, one way in English', () => {
  const said = (language: 'ja' | 'en', years: 'eras' | 'western') => [
    sayDay('2024-12-05', language, years),
    sayMonth('2024-12', language, years),
    sayFullMoment(newYear, language, years),
  ];
  expect(said('ja', 'eras')).toEqual(['令和6年12月5日', '令和6年12月', '令和7年1月1日 0:05']);
  expect(said('ja', 'western')).toEqual(['2024年12月5日', '2024年12月', '2025年1月1日 0:05']);
  expect(said('en', 'eras')).toEqual(['5 Dec 2024', 'Dec 2024', '1 Jan 2025 0:05']);
  expect(said('en', 'western')).toEqual(said('en', 'eras'));
});

test('without the year where it is plain', () => {
  const said = (language: 'ja' | 'en') => [
    sayDayAlone('2024-12-05', language),
    sayMonthAlone('2024-12', language),
    sayMoment(newYear, language),
  ];
  expect(said('ja')).toEqual(['12月5日', '12月', '1月1日 0:05']);
  expect(said('en')).toEqual(['5 Dec', 'Dec', '1 Jan 0:05']);
});

test('a message and 運用の状態 write a day and a moment as the dashboard does', () => {
  expect(sayInMessage('2026-11-22').en).toBe(formatDay('2026-11-22', 'en'));
  for (const language of ['ja', 'en'] as const)
    expect(sayInMessage(newYear)[language]).toBe(formatMoment(newYear, language));
});
