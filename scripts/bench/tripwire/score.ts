/** How well the tripwire tells personal data from harmless text: precision and recall by kind, with what it got wrong. */
import { findPersonalData, type PersonalCode, personalCodes } from '#sheets-schema';
import { makeHarmless, publishedWords } from './harmless.ts';
import { makePlanted } from './planted.ts';
import { createChance } from './seeded.ts';

export interface Score {
  readonly code: PersonalCode;
  /** Of the cells that were called so, the share that hold something personal. */
  readonly precision: number;
  /** Of the planted cells of the kind, the share that was found, whatever it was called. */
  readonly recall: number;
  readonly missed: readonly string[];
  readonly falseAlarms: readonly string[];
}

export interface Corpus {
  readonly seed: number;
  readonly harmless: number;
  /** Of each kind. */
  readonly planted: number;
}

export function scoreTripwire({ seed, harmless, planted }: Corpus): readonly Score[] {
  const chance = createChance(seed);
  const cells = [...makeHarmless(chance, harmless), ...publishedWords()].map((text) => ({
    text,
    found: findPersonalData(text),
  }));
  const people = makePlanted(chance, planted).map((one) => ({ ...one, found: findPersonalData(one.text) }));
  return personalCodes.map((code) => {
    const falseAlarms = cells.filter(({ found }) => found === code).map(({ text }) => text);
    const called = people.filter(({ found }) => found === code).length;
    const ofKind = people.filter((one) => one.code === code);
    const missed = ofKind.filter(({ found }) => found === null).map(({ text }) => text);
    return {
      code,
      precision: called === 0 ? 0 : called / (called + falseAlarms.length),
      recall: 1 - missed.length / ofKind.length,
      missed,
      falseAlarms,
    };
  });
}
