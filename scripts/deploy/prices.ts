/** List prices of asia-northeast1 (Tokyo) in US dollars, and what is free each month. Google changes them: look at the pages named. */

export const pricesAsOf = '2025-06';

export interface Price {
  readonly dollars: number;
  /** Of so many. */
  readonly per: number;
  /** So many a month cost nothing. */
  readonly free: number;
  readonly page: string;
}

export const prices = {
  /** Cloud Run, while requests are worked on. */
  cpuSeconds: { dollars: 0.000024, per: 1, free: 180_000, page: 'cloud.google.com/run/pricing' },
  gibSeconds: { dollars: 0.0000025, per: 1, free: 360_000, page: 'cloud.google.com/run/pricing' },
  requests: { dollars: 0.4, per: 1_000_000, free: 2_000_000, page: 'cloud.google.com/run/pricing' },
  /** Out of Google's network, first terabyte. */
  egressGib: { dollars: 0.12, per: 1, free: 0, page: 'cloud.google.com/vpc/network-pricing' },
  storedGib: { dollars: 0.023, per: 1, free: 0, page: 'cloud.google.com/storage/pricing' },
  /** Writing and listing. */
  operationsA: { dollars: 0.05, per: 10_000, free: 0, page: 'cloud.google.com/storage/pricing' },
  /** Reading. */
  operationsB: { dollars: 0.004, per: 10_000, free: 0, page: 'cloud.google.com/storage/pricing' },
  tasks: { dollars: 0.4, per: 1_000_000, free: 1_000_000, page: 'cloud.google.com/tasks/pricing' },
  jobs: { dollars: 0.1, per: 1, free: 3, page: 'cloud.google.com/scheduler/pricing' },
  secretVersions: { dollars: 0.06, per: 1, free: 6, page: 'cloud.google.com/secret-manager/pricing' },
  /** Firebase Hosting: some 360 MB a day are free. */
  hostingGib: { dollars: 0.15, per: 1, free: 10, page: 'firebase.google.com/pricing' },
} as const satisfies Readonly<Record<string, Price>>;

/** For a number that a council can read; the day's rate is another. */
export const yenPerDollar = 150;
