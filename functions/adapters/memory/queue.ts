/**
 * A Queue that lives as long as the process and promises no more than Cloud Tasks does: each task at least once, in any order. Chance decides
 * which of those that are due comes next and which comes twice; without it they come once, in the order in which they were added.
 */
import type { Clock, Queue, QueuedTask } from '../../world.ts';

/** A task as it was handed to somebody. */
export interface Delivery {
  readonly task: QueuedTask;
  /** How often it was delivered, this time included. */
  readonly attempt: number;
  /** It is done. Unless chance wills that it comes once more. */
  done(): void;
  /** It failed: it comes again, each time later. */
  failed(): void;
}

export interface MemoryQueue extends Queue {
  /** The next task that is due; `null` where there is none now. */
  take(): Delivery | null;
  /** When the next one is due; `null` where there is none at all. */
  nextDue(): Date | null;
  /** Those that are not done, in the order in which they were added. */
  waiting(): readonly QueuedTask[];
  /** A message is lost, as if the queue had been emptied by hand. */
  lose(name: string): void;
}

interface Waiting {
  readonly task: QueuedTask;
  due: number;
  attempt: number;
}

/** Names are remembered for so long after they were added. */
const rememberedMilliseconds = 3_600_000;
const firstWaitMilliseconds = 10_000;
const longestWaitMilliseconds = 600_000;

export function createMemoryQueue({
  clock,
  chance = null,
}: {
  readonly clock: Clock;
  /** `next` gives numbers from 0 up to 1, excluded. */
  readonly chance?: { readonly next: () => number; readonly duplicates: number } | null;
}): MemoryQueue {
  const names = new Map<string, number>();
  let tasks: Waiting[] = [];
  const isDue = ({ due }: Waiting) => due <= clock.now().getTime();
  const remove = (one: Waiting) => {
    tasks = tasks.filter((other) => other !== one);
  };

  return {
    async enqueue(task) {
      const now = clock.now().getTime();
      const added = names.get(task.name);
      if (added !== undefined && now - added < rememberedMilliseconds) return 'known';
      names.set(task.name, now);
      tasks.push({ task, due: task.notBefore?.getTime() ?? now, attempt: 0 });
      return 'added';
    },
    take() {
      const due = tasks.filter(isDue);
      const one = due[chance === null ? 0 : Math.floor(chance.next() * due.length)];
      if (one === undefined) return null;
      one.attempt += 1;
      const { attempt } = one;
      // Until somebody says what came of it, nobody else gets it.
      one.due = Number.POSITIVE_INFINITY;
      return {
        task: one.task,
        attempt,
        done() {
          if (chance !== null && chance.next() < chance.duplicates) one.due = clock.now().getTime();
          else remove(one);
        },
        failed() {
          const wait = Math.min(firstWaitMilliseconds * 2 ** (attempt - 1), longestWaitMilliseconds);
          one.due = clock.now().getTime() + wait;
        },
      };
    },
    nextDue() {
      const due = tasks.map((one) => one.due).filter(Number.isFinite);
      return due.length === 0 ? null : new Date(Math.min(...due));
    },
    waiting: () => tasks.map(({ task }) => task),
    lose(name) {
      tasks = tasks.filter(({ task }) => task.name !== name);
    },
  };
}
