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

/** The wards that are there of each designated city that is there as a whole, by its code. */
export function wardsByCity(codes: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const isWard = createWardTest(codes);
  const wards = new Map<string, string[]>();
  for (const code of codes.filter(isWard)) {
    const city = codes
      .filter((other) => !isWard(other) && isCityOf(other, code))
      .toSorted()
      .at(-1);
    if (city !== undefined) wards.set(city, [...(wards.get(city) ?? []), code]);
  }
  return wards;
}

/** The nearest city before a ward is its own. */
function isCityOf(city: string, ward: string): boolean {
  const number = Number(city.slice(2, 5));
  return city.slice(0, 2) === ward.slice(0, 2) && city < ward && number >= 100 && number % 10 === 0;
}
