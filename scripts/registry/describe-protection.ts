/** One line of 秘匿, for `list` and `check`. */
import type { RegisteredProtection } from '#functions/domain/registration.ts';
import { prefectures } from '#sheets-schema/vocabulary/prefectures.ts';

export function describeProtection(rule: RegisteredProtection): string {
  const { row, audience, threshold, zeros, roundedTo, from, until, prefecture } = rule;
  const scope = prefecture === null ? '全国' : (prefectures.find(({ code }) => code === prefecture)?.ja ?? prefecture);
  const parts = [
    scope,
    audience === 'prefecture' ? '都道府県' : '一般',
    `${threshold}件未満を秘匿`,
    zeros === 'hidden' ? '0件も秘匿' : '',
    roundedTo > 1 ? `${roundedTo}件単位に丸め` : '',
    `${from}〜${until ?? ''}`,
  ];
  return `${String(row).padStart(4)}  ${parts.filter((part) => part !== '').join('  ')}`;
}
