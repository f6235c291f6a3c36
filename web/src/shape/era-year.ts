/** The Japanese year of a day, without 年: '令和6', '平成31', '令和元'. */

const eras = [
  { name: '令和', from: '2019-05-01', first: 2019 },
  { name: '平成', from: '1989-01-08', first: 1989 },
  { name: '昭和', from: '1926-12-25', first: 1926 },
] as const;

/** Before 昭和 the western year stands. */
export function eraYear(day: string): string {
  const era = eras.find(({ from }) => day >= from);
  if (era === undefined) return day.slice(0, 4);
  const year = Number(day.slice(0, 4)) - era.first + 1;
  return `${era.name}${year === 1 ? '元' : year}`;
}
