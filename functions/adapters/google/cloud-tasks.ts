/** A Queue over Cloud Tasks: each task calls a function with a token of the account that may call it. */
import { cloudtasks_v2 } from 'googleapis/build/src/apis/cloudtasks/v2.js';
import type { GlobalOptions } from 'googleapis-common';
import type { Queue } from '../../world.ts';
import { createGoogleAuth, queueScopes } from './auth.ts';
import { type Patience, retryConfig, statusOf, untilTheNextMinute } from './errors.ts';

export interface QueueAccess {
  /** 'projects/P/locations/L/queues/Q'. */
  readonly queue: string;
  /** The function `ingest` is at '<this>/ingest'. */
  readonly functionsUrl: string;
  /** As whom the functions are called. */
  readonly invoker: string;
  /** Instead of Google (tests, private proxies); `null` is Google. */
  readonly rootUrl: string | null;
  readonly auth: GlobalOptions['auth'];
  readonly patience: Patience;
}

/** The longest that Cloud Tasks waits for an answer. */
const dispatchDeadline = '1800s';

/** As the machine's own service account. */
export function createCloudTasksQueue(
  place: Pick<QueueAccess, 'queue' | 'functionsUrl' | 'invoker' | 'rootUrl'>,
): Queue {
  return createTasksQueue({ ...place, auth: createGoogleAuth(queueScopes), patience: untilTheNextMinute });
}

/** Cloud Tasks remembers the name of a task for about an hour after it is done. */
export function createTasksQueue({ queue, functionsUrl, invoker, rootUrl, auth, patience }: QueueAccess): Queue {
  const { retries, firstWaitMilliseconds } = patience;
  const client = new cloudtasks_v2.Cloudtasks({
    auth,
    // The pace is that of Sheets.
    retryConfig: retryConfig({ retries, firstWaitMilliseconds }),
    ...(rootUrl === null ? {} : { rootUrl }),
  } as GlobalOptions);
  return {
    async enqueue({ name, to, body, notBefore }) {
      const url = `${functionsUrl}/${to}`;
      const task: cloudtasks_v2.Schema$Task = {
        name: `${queue}/tasks/${name}`,
        dispatchDeadline,
        httpRequest: {
          url,
          httpMethod: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: Buffer.from(JSON.stringify(body)).toString('base64'),
          oidcToken: { serviceAccountEmail: invoker, audience: url },
        },
        ...(notBefore === null ? {} : { scheduleTime: notBefore.toISOString() }),
      };
      try {
        await client.projects.locations.queues.tasks.create({ parent: queue, requestBody: { task }, fields: 'name' });
        return 'added';
      } catch (error) {
        // Also where our own first request was carried out and its answer lost.
        if (statusOf(error) === 409) return 'known';
        throw error;
      }
    },
  };
}
