/** The bench of the tripwire (個人情報の見張り): precision and recall by kind on three seeds, and what looking at a cell costs. */
import { findPersonalData, fold, personalCodes } from '#sheets-schema';
import type { Measurement, Section } from './measurement.ts';
import { makeHarmless } from './tripwire/harmless.ts';
import { scoreTripwire } from './tripwire/score.ts';
import { createChance } from './tripwire/seeded.ts';

const seeds = [101, 102, 103];
const corpus = { harmless: 20_000, planted: 1_000 };
const timed = 50_000;
const rounds = 5;

export const tripwireSection: Section = {
  title: `Personal data among ${corpus.harmless} harmless cells and ${corpus.planted} planted ones of each kind; seeds ${seeds.join(', ')}`,
  measure: () => Promise.resolve([...measureScores(), measureSpeed()]),
};

function measureScores(): readonly Measurement[] {
  const scores = seeds.map((seed) => scoreTripwire({ seed, ...corpus }));
  return personalCodes.flatMap((code): readonly Measurement[] => {
    const ofKind = scores.flatMap((all) => all.filter((score) => score.code === code));
    const precision = { name: `${code}: precision, %`, unit: 'score', goal: { atLeast: 98 } } as const;
    const recall = { name: `${code}: recall, %`, unit: 'score', goal: { atLeast: 95 } } as const;
    return [
      { ...precision, samples: ofKind.map((score) => score.precision * 100) },
      { ...recall, samples: ofKind.map((score) => score.recall * 100) },
    ];
  });
}

/** Every cell anew, as if no word ever came twice; the peer is the folding that every word is compared by. */
function measureSpeed(): Measurement {
  const cells = makeHarmless(createChance(7), timed);
  const samples: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const mine = processorTime(() => cells.forEach((cell) => void findPersonalData(cell)));
    const folding = processorTime(() => cells.forEach((cell) => void fold(cell)));
    // The first round warms up.
    if (round === 0) continue;
    samples.push(mine);
    peers.push(folding);
  }
  return {
    name: `${timed} cells in free words`,
    unit: 'ms',
    samples,
    peer: { name: 'folding alone', samples: peers },
    note: 'choices, numbers and days are not looked at',
  };
}

/** Milliseconds of this process, not of the clock: other work on the machine is not measured. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
