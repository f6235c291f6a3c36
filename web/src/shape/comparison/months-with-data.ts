/** On how many months the values of a fiscal year rest: the number that most municipalities have, and who has another. */
import type { PrefectureIndex } from '#functions/publish/release.ts';

/** The number of months that most municipalities with data have, the larger of equals; `null` where none has any. */
export function usualMonths(index: PrefectureIndex, year: string): number | null {
  const sizes = new Map<number, number>();
  for (const { monthsWithData } of index.municipalities) {
    const months = monthsWithData[year] ?? 0;
    if (months > 0) sizes.set(months, (sizes.get(months) ?? 0) + 1);
  }
  const [most] = [...sizes].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most?.[0] ?? null;
}

/** The months of a municipality where they are not those of most others (＊), else `null`. */
export function unusualMonths(index: PrefectureIndex, place: string, year: string): number | null {
  const months = index.municipalities.find(({ code }) => code === place)?.monthsWithData[year] ?? 0;
  return months === 0 || months === usualMonths(index, year) ? null : months;
}
