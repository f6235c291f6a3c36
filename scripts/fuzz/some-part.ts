/** Parts of a package, chosen by chance. */
import type { Random } from '../sample/random.ts';
import type { Part } from './write-parts.ts';

export type PartsChange = (parts: Part[], random: Random) => void;

export const sheetsOf = (parts: readonly Part[]) => parts.filter(({ name }) => name.includes('worksheets/'));
export const partNamed = (parts: readonly Part[], name: string) => parts.find((part) => part.name === name);

export function somePart(parts: readonly Part[], random: Random): Part {
  return parts[random.whole(0, parts.length - 1)] ?? { name: '', text: '' };
}

export function someSheet(parts: readonly Part[], random: Random): Part {
  const sheets = sheetsOf(parts);
  return sheets[random.whole(0, sheets.length - 1)] ?? { name: '', text: '' };
}

/** Replaces one of the places where the pattern stands. */
export function replaceOne(part: Part, pattern: RegExp, random: Random, by: (found: string) => string): void {
  const places = [...part.text.matchAll(pattern)];
  const place = places[random.whole(0, Math.max(0, places.length - 1))];
  if (place === undefined) return;
  part.text = part.text.slice(0, place.index) + by(place[0]) + part.text.slice(place.index + place[0].length);
}
