/** The functions as they are deployed: how long, how large and how many, and who calls them when. */

export interface FunctionSpec {
  readonly name: string;
  /** As whom it runs: `run` reads workbooks and publishes, `api` serves. */
  readonly account: 'run' | 'api';
  /** Whether everybody may call it: Firebase Hosting does, and who asks is checked by the function itself. */
  readonly isOpen: boolean;
  readonly memory: string;
  readonly cpu: string;
  readonly timeoutSeconds: number;
  /** Google counts 60 reads a minute for our account, and each instance counts for itself: so one instance does the reading. */
  readonly mostInstances: number;
  /** Requests at a time in one instance. */
  readonly concurrency: number;
  /** A run begins no further municipality after so many seconds; well before the timeout. */
  readonly runSeconds: number;
}

const worker = { account: 'run', isOpen: false, cpu: '1', mostInstances: 1 } as const;

export const functionSpecs: readonly FunctionSpec[] = [
  { name: 'plan', ...worker, memory: '1Gi', timeoutSeconds: 1800, concurrency: 1, runSeconds: 1200 },
  { name: 'ingest', ...worker, memory: '2Gi', timeoutSeconds: 1800, concurrency: 4, runSeconds: 1200 },
  { name: 'publish', ...worker, memory: '2Gi', timeoutSeconds: 1800, concurrency: 1, runSeconds: 1200 },
  { name: 'tell', ...worker, memory: '512Mi', timeoutSeconds: 300, concurrency: 1, runSeconds: 240 },
  { name: 'people', ...worker, cpu: '0.333', memory: '512Mi', timeoutSeconds: 60, concurrency: 1, runSeconds: 50 },
  {
    name: 'api',
    account: 'api',
    isOpen: true,
    cpu: '1',
    memory: '512Mi',
    timeoutSeconds: 60,
    mostInstances: 10,
    concurrency: 80,
    runSeconds: 60,
  },
];

/** What Cloud Scheduler calls, in the time of Japan. */
export interface ScheduleSpec {
  readonly name: string;
  readonly calls: string;
  /** As cron writes it. */
  readonly times: string;
}

export const schedules: readonly ScheduleSpec[] = [
  { name: 'kasanari-plan', calls: 'plan', times: '*/10 7-19 * * 1-6' },
  // Every hour at night and on Sundays too: a day that came changes what is due, and where no run ended for three hours people are told.
  { name: 'kasanari-plan-hourly', calls: 'plan', times: '5 * * * *' },
  // A role that is taken in the registry ends within a minute.
  { name: 'kasanari-people', calls: 'people', times: '* * * * *' },
  // A run that never starts tells nobody, so telling has a schedule of its own; not at night.
  { name: 'kasanari-tell', calls: 'tell', times: '0 8-20 * * *' },
];
