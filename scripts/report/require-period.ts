/** The period of a paper: one that the municipality has, in the words of the address. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import { WrongUsage } from '../run/usage.ts';
import { NoPaper } from './print-paper.ts';

/** @returns `null` where none is named, which means the fiscal year of the last data */
export function requirePeriod(
  index: Pick<OfficeIndex, 'months' | 'quarters' | 'years' | 'municipality'>,
  period: string | undefined,
): string | null {
  if (period === undefined) return null;
  if (!/^(?:FY\d{4}(?:Q[1-4])?|\d{4}-(?:0[1-9]|1[0-2]))$/.test(period))
    throw new WrongUsage(
      `--period「${period}」は読めません。 --period takes FY2024, FY2024Q1 or 2024-04, not "${period}".`,
    );
  if ([...index.months, ...index.quarters, ...index.years].includes(period)) return period;
  const { name } = index.municipality;
  const [first = '', last = ''] = [index.years[0], index.years.at(-1)];
  throw new NoPaper(
    `${name}の${period}の報告はありません。あるのは${first}から${last}までです。 ${name} has no reports for ${period}, only for ${first} to ${last}.`,
    true,
  );
}
