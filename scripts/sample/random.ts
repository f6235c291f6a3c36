/** Chance from a seed: the same seed gives the same samples on every machine. No clock, no Math.random. */

export interface Random {
  /** From 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number from `from` to `until`, both included. */
  whole(from: number, until: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
  /** One of the values, each as often as its weight says. */
  weighted<Value>(choices: readonly (readonly [Value, number])[]): Value;
  poisson(mean: number): number;
}

/** Each stream has its own seed text, so that a change in one office moves no figure of another. */
export function createRandom(seed: string): Random {
  let state = hash(seed);
  // mulberry32 (T. Ettinger, public domain): 32 bits of state are plenty for sample rows.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const whole = (from: number, until: number) => from + Math.floor(next() * (until - from + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (values) => values[whole(0, values.length - 1)] ?? values[0],
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of choices) {
        left -= weight;
        if (left < 0) return value;
      }
      const last = choices.at(-1);
      if (last === undefined) throw new RangeError('nothing to choose from');
      return last[0];
    },
    poisson: (mean) => {
      // Knuth; the means here are small (below 100).
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = next(); product > limit; product *= next()) count += 1;
      return count;
    },
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value;
}
