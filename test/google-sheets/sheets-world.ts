/** A registry and workbooks on the stand-in for Google, a store, a log, and a clock that the test moves. Everything in it is 架空のデータ. */
import { createGoogleClients } from '#functions/adapters/google/client.ts';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { createRegisteredFeedback } from '#functions/adapters/registry/registered-feedback.ts';
import { createRegisteredWorkbooks } from '#functions/adapters/registry/registered-workbooks.ts';
import { dayInJapan } from '#functions/domain/calendar.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { heedAnswers } from '#functions/ingest/guards/heed-answers.ts';
import { ingestWorkbooks } from '#functions/ingest/ingest.ts';
import { planRun } from '#functions/plan/plan.ts';
import { readRegistry } from '#functions/plan/registry.ts';
import { type RunWorld, runOnce } from '#functions/run.ts';
import { listTroubledWorkbooks } from '#functions/serve/held-workbooks.ts';
import type { Log, Store } from '#functions/world.ts';
import { serveStandIn } from '../google/server.ts';
import { createGoogleStandIn, type GoogleStandIn } from '../google/stand-in.ts';
import { createTokenClient } from '../google/token.ts';

const registry = { kind: 'spreadsheet', id: 'registry' as WorkbookId } as const;
const begin = Date.parse('2024-07-10T03:00:00Z');

export interface RunChanges extends Partial<Pick<RunWorld, 'timeLimitSeconds' | 'clock'>> {
  /** Left out: findings are written into the workbooks. */
  readonly hasFeedback?: boolean;
}

/** A step of a run: a request to Google like 'POST A', or an operation of the store like 'movePointer workbooks/A'. */
export interface Step {
  readonly name: string;
  readonly when: 'before' | 'after';
}
/** 'stop': the machine is switched off; nothing that the run asks for from then on is done. */
export type Meanwhile = (step: Step) => Promise<'stop' | undefined> | 'stop' | undefined;

export type SheetsWorld = Awaited<ReturnType<typeof createSheetsWorld>>;

/** Begins on 2024-07-10 at noon in Japan. */
export async function createSheetsWorld() {
  let now = begin;
  const clock = { now: () => new Date(now) };
  const standIn = createGoogleStandIn({ clock: clock.now });
  const server = await serveStandIn(standIn);
  const clients = clientsOf(server.rootUrl, 6);
  const logged: string[] = [];
  const line =
    (level: string): Log['info'] =>
    (event, fields) =>
      void logged.push(JSON.stringify({ level, event, ...fields }));
  const log: Log = { info: line('info'), warn: line('warn'), error: line('error') };
  let store = createMemoryStore(clock);

  interface Reached {
    readonly clients: typeof clients;
    readonly store: Store;
  }
  function open({ clients: asked, store: kept }: Reached) {
    const openGoogle = async () => asked;
    const source = createRegisteredWorkbooks({ registry, store: kept, openGoogle, readRegistry });
    return { source, feedback: createRegisteredFeedback({ source, openGoogle, files: null }) };
  }
  /** All of a run that asks anything of Google: what publishing adds to it needs the store only. */
  async function takeInWith(reached: Reached) {
    const { source, feedback } = open(reached);
    const { store: kept } = reached;
    const at = clock.now();
    await heedAnswers({ store: kept, feedback, now: at });
    const plan = await planRun({ source, store: kept, today: dayInJapan(at) });
    const isTimeUp = () => false;
    const counts = await ingestWorkbooks({ plan, source, store: kept, feedback, now: at, log, isTimeUp });
    return { ...counts, ...(await listTroubledWorkbooks(kept)) };
  }
  async function runWith(reached: Reached, { hasFeedback = true, ...changes }: RunChanges) {
    const { store: kept } = reached;
    const opened = open(reached);
    const { source } = opened;
    const feedback = hasFeedback ? opened.feedback : null;
    const result = await runOnce({ clock, log, ...changes, store: kept, source, feedback });
    return { ...result, registry: source.registry() };
  }

  return {
    standIn,
    clients,
    clock,
    /** Every line that was logged. */
    logged: logged as readonly string[],
    get store() {
      return store;
    },
    close: async () => await server.close(),
    /** Everything as at the beginning. */
    reset() {
      now = begin;
      store = createMemoryStore(clock);
      logged.length = 0;
      Object.assign(standIn, { spreadsheets: [], faults: [], chance: null, quota: null });
      standIn.requests.length = 0;
      standIn.answers.length = 0;
    },
    wait({ minutes = 0, days = 0 }: { readonly minutes?: number; readonly days?: number }) {
      now += minutes * 60_000 + days * 86_400_000;
    },
    /** A run as the schedule starts it: it knows nothing but what the store and Google hold. */
    run: async (changes: RunChanges = {}) => await runWith({ clients, store }, changes),
    /** A run that comes to its end before anything is published, for what is about workbooks only. */
    takeIn: async () => await takeInWith({ clients, store }),
    /**
     * A run during which something else happens. One that was stopped is over when this comes back; so is one that failed.
     * @param isPublished false: it takes in, and no more
     */
    async runDuring(meanwhile: Meanwhile, isPublished = true): Promise<'over' | 'failed'> {
      const steps = createSteps(meanwhile);
      const observed = await serveStandIn({ ...standIn, answer: steps.answer(standIn) });
      try {
        const reached = { clients: clientsOf(observed.rootUrl, 0), store: steps.store(store) };
        await (isPublished ? runWith(reached, {}) : takeInWith(reached));
        return 'over';
      } catch (error) {
        if (!steps.isStopped()) throw error;
        return 'failed';
      } finally {
        await observed.close();
      }
    },
    /** Requests of Sheets since it was last asked, like ['GET A', 'POST A']. */
    sheetsRequests: () => standIn.requests.splice(0).flatMap((request) => nameOf(request) ?? []),
  };
}

function clientsOf(rootUrl: string, retries: number) {
  const patience = { retries, firstWaitMilliseconds: 0 };
  return createGoogleClients({ auth: createTokenClient(), rootUrl, patience });
}

function nameOf(request: string): string | null {
  const [, method, id] = /^(\S+) \/v4\/spreadsheets\/([^:/]+)/.exec(request) ?? [];
  return method === undefined ? null : `${method} ${id}`;
}

function createSteps(meanwhile: Meanwhile) {
  let isStopped = false;
  async function step<Value>(name: string, work: () => Promise<Value>): Promise<Value | 'stopped'> {
    if (isStopped || (await meanwhile({ name, when: 'before' })) === 'stop') isStopped = true;
    if (isStopped) return 'stopped';
    const value = await work();
    if ((await meanwhile({ name, when: 'after' })) === 'stop') isStopped = true;
    return isStopped ? 'stopped' : value;
  }
  return {
    isStopped: () => isStopped,
    answer: (standIn: GoogleStandIn) => async (request: Request) => {
      const { pathname } = new URL(request.url);
      const name = nameOf(`${request.method} ${pathname}`) ?? `${request.method} drive`;
      const answer = await step(name, async () => await standIn.answer(request));
      return answer === 'stopped' ? null : answer;
    },
    store: (store: Store): Store =>
      new Proxy(store, {
        get(target, operation: keyof Store) {
          return async (...given: unknown[]) => {
            const work = target[operation] as (...all: unknown[]) => Promise<unknown>;
            const done = await step(`${operation} ${String(given[0] ?? '')}`, async () => await work(...given));
            if (done === 'stopped') throw new Error('The machine was switched off');
            return done;
          };
        },
      }),
  };
}
