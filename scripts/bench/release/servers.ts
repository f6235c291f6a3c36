/**
 * Servers of the API in processes of their own, so that who asks and who answers do not share one: ours alone, the function as it is
 * deployed, and a function that does nothing, which is what the framework takes by itself.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '#functions/adapters/clock.ts';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import { createCookieSeal } from '#functions/serve/sign-in/sealed-cookie.ts';
import { buildBundle } from '../../bundle/build-bundle.ts';
import { answers, frameworkMain, freePort, linkFramework, writePackage } from '../framework.ts';

export interface Server {
  readonly origin: string;
  /** What each of those who ask sends along; asked with by turns. */
  readonly askers: readonly Readonly<Record<string, string>>[];
  /** Milliseconds of processor time so far, all threads. */
  readonly processor: () => Promise<number>;
  readonly stop: () => void;
}

/** The server says its processor time to whoever asks, whatever it is. */
const hook = `data:text/javascript,${encodeURIComponent(
  "process.on('message', () => process.send({ processor: process.cpuUsage() }))",
)}`;

export async function startOwn(store: string): Promise<Server> {
  const child = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)), [store], {
    execArgv: ['--import', 'tsx', '--import', hook],
  });
  const { origin } = await hear<{ origin: string }>(child);
  return serverOf(child, origin, [{}]);
}

/** With its bundle, framework, limits, and a hundred people of the city who have signed in. */
export async function startDeployed(store: string, city: string, scratch: string): Promise<Server> {
  const own = await openToPeople(store, city, join(scratch, 'store'));
  const { folder } = await buildBundle(join(scratch, 'bundle'));
  await linkFramework(folder);
  return await startFunction(folder, own.askers, {
    KASANARI_STORE: own.folder,
    KASANARI_PUBLIC_URL: 'http://127.0.0.1',
    KASANARI_OIDC_ISSUER: 'https://accounts.google.com',
    KASANARI_OIDC_AUDIENCE: 'bench',
    KASANARI_SESSION_SECRET: sessionSecret,
    KASANARI_REQUESTS_PER_MINUTE: '100000',
  });
}

/** Answers 304 to whoever knows a tag, with as many header fields as ours. */
export async function startEmpty(scratch: string): Promise<Server> {
  const folder = join(scratch, 'empty');
  await mkdir(folder);
  await linkFramework(folder);
  await writePackage(folder);
  const headers = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`x-field-${at}`, 'as long as those are']));
  await writeFile(
    join(folder, 'main.js'),
    `import { http } from '@google-cloud/functions-framework';
const headers = ${JSON.stringify({ ...headers, etag: '"0"' })};
http('api', (request, response) => {
  response.writeHead(request.headers['if-none-match'] === undefined ? 200 : 304, headers);
  response.end();
});
`,
  );
  return await startFunction(folder, [{}], {});
}

const sessionSecret = '架空のデータ-only-of-the-bench-0123456789';

/** The same objects, and a list of people (架空のデータ) of whom each brings a cookie. */
async function openToPeople(store: string, city: string, folder: string) {
  await mkdir(folder);
  await symlink(join(store, 'objects'), join(folder, 'objects'));
  const [from, own] = [createFolderStore(store), createFolderStore(folder)];
  await own.movePointer('release', (await from.readPointer('release'))?.content ?? '', null);
  const people = Array.from({ length: 100 }, (_, at) => ({
    address: `person-${at}@bench.example`,
    kind: 'person',
    role: 'office',
    municipality: city,
    prefecture: null,
  }));
  const list = { format: 1, checkedAt: systemClock.now().toISOString(), people };
  await own.movePointer('people', JSON.stringify(list), null);
  const seal = createCookieSeal({ secrets: [sessionSecret], isSecure: false, clock: systemClock });
  const askers = await Promise.all(
    people.map(async ({ address }, at) => {
      const [cookie = ''] = (await seal.seal({ purpose: 'session', address, groups: [] })).split(';');
      return { cookie, 'x-forwarded-for': `203.0.113.${at}, 10.0.0.1` };
    }),
  );
  return { folder, askers };
}

async function startFunction(
  folder: string,
  askers: Server['askers'],
  environment: Readonly<Record<string, string>>,
): Promise<Server> {
  const port = await freePort();
  const child = fork(frameworkMain, ['--target=api', `--port=${port}`], {
    cwd: folder,
    execArgv: ['--import', hook],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', NODE_ENV: 'production', ...environment },
  });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await answers(`${origin}/api/health`))) {
    if (child.exitCode !== null) throw new Error(`The function in ${folder} did not start`);
    await new Promise((again) => setTimeout(again, 20));
  }
  return serverOf(child, origin, askers);
}

function serverOf(child: ChildProcess, origin: string, askers: Server['askers']): Server {
  return {
    origin,
    askers,
    async processor() {
      child.send('processor');
      const { processor } = await hear<{ processor: NodeJS.CpuUsage }>(child);
      return (processor.user + processor.system) / 1000;
    },
    stop: () => void child.kill(),
  };
}

async function hear<Message>(child: ChildProcess): Promise<Message> {
  return await new Promise((resolve, reject) => {
    const fail = (code: number | null) => reject(new Error(`The server ended with ${code}`));
    child.once('exit', fail);
    child.once('message', (message) => {
      child.off('exit', fail);
      resolve(message as Message);
    });
  });
}
