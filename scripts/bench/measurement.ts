/** What a section of the bench measures: medians with their samples, each beside its goal and its peer of the same run. */

/** How a value is printed. `bytes` are shown as KB of 1024, many as MB. */
export type Unit = 'ms' | 'bytes' | 'score' | 'count' | 'shift' | 'ratio' | 'per second' | 'slope';

export interface Measurement {
  /** What was measured, in a few words; unique in its section. */
  readonly name: string;
  readonly unit: Unit;
  /** In the order in which they were taken. */
  readonly samples: readonly number[];
  /** What the median must keep to; left out where nothing was promised. */
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number };
  /** What people would use instead, measured in the same run; the ratio is this over the peer. */
  readonly peer?: { readonly name: string; readonly samples: readonly number[] };
  /** What the number hides: what was left out, or why it misses its goal. */
  readonly note?: string;
}

export interface Section {
  /** One line above the table: what is measured on what. */
  readonly title: string;
  /** What takes minutes to make and is wanted when it is measured: begun before the first section, beside those that measure processor time. */
  readonly begin?: (world: BenchWorld) => Promise<unknown>;
  readonly measure: (world: BenchWorld) => Promise<readonly Measurement[]>;
}

/** What sections share: what takes long to make is made once. */
export interface BenchWorld {
  /** Says how far the bench has come, beside its answer. */
  readonly say: (sentence: string) => void;
  /** Runs when the bench ends, the last one first. */
  readonly atEnd: (close: () => Promise<void>) => void;
}

/** The middle sample; the mean of the two in the middle of an even number. */
export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Whether the median keeps its goal; `null` where there is none. */
export function isMet({ samples, goal }: Measurement): boolean | null {
  if (goal === undefined) return null;
  const value = median(samples);
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/** The median over that of the peer; `null` without a peer. */
export function ratioToPeer({ samples, peer }: Measurement): number | null {
  return peer === undefined ? null : median(samples) / median(peer.samples);
}
