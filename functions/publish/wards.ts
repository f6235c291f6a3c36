/** A designated city (政令指定都市) is the sum of its wards: they are never added, or compared, beside it. */

/**
 * Whether each is a ward of a designated city that is there as a whole. City 14100 has the wards 14101 and following, up to the next
 * city.
 */
export function createWardTest(codes: readonly string[]): (code: string) => boolean {
  const numberOf = (code: string) => Number(code.slice(2, 5));
  const isCity = (number: number) => number >= 100 && number < 200 && number % 10 === 0;
  const cities = codes
    .map((code) => [code.slice(0, 2), numberOf(code)] as const)
    .filter(([, number]) => isCity(number));
  return (code) => {
    const number = numberOf(code);
    if (number < 100 || number >= 200 || number % 10 === 0) return false;
    const before = cities.flatMap(([prefecture, city]) =>
      prefecture === code.slice(0, 2) && city < number ? [city] : [],
    );
    return before.length > 0 && number - Math.max(...before) < 30;
  };
}
