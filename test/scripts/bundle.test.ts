/** npm run bundle: each function starts and answers in a folder where only functions-framework is installed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bundle, buildBundle } from '../../scripts/bundle/build-bundle.ts';
import { functionSpecs } from '../../scripts/deploy/functions.ts';
import { writeSmallWorkbook } from './workbooks.ts';

const framework = fileURLToPath(new URL('../../node_modules/@google-cloud/functions-framework', import.meta.url));
const started: ChildProcess[] = [];
let folder: string;
let bundle: Bundle;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-bundle-'));
  bundle = await buildBundle(join(folder, 'bundle'));
  await mkdir(join(bundle.folder, 'node_modules', '@google-cloud'), { recursive: true });
  await symlink(framework, join(bundle.folder, 'node_modules', '@google-cloud', 'functions-framework'));
  await writeSmallWorkbook(join(folder, 'workbooks'), '氷見市');
});
afterAll(async () => {
  for (const child of started) child.kill();
  await rm(folder, { recursive: true });
});

/** Its address, once it listens: the framework does not say which port it was given. */
async function start(name: string): Promise<string> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(framework, 'build/src/main.js'), `--target=${name}`, `--port=${port}`], {
    cwd: bundle.folder,
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      KASANARI_STORE: join(folder, 'store'),
      KASANARI_WORKBOOKS: join(folder, 'workbooks'),
    },
  });
  started.push(child);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const address = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} ended: ${said}`);
    const isThere = await fetch(address).then(
      () => true,
      () => false,
    );
    if (isThere) return address;
    await new Promise((again) => setTimeout(again, 20));
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

test('every function that is deployed starts from the bundle and answers', async () => {
  const answers: Record<string, number> = {};
  for (const { name } of functionSpecs) {
    const address = await start(name);
    answers[name] = (await fetch(name === 'api' ? `${address}/api/openapi.json` : address)).status;
    if (name !== 'plan') continue;
    const run = await (await fetch(address, { method: 'POST' })).json();
    expect(run).toMatchObject({ outcome: 'published', municipalities: 1, accepted: 1 });
  }
  // Those that do work want a POST.
  expect(answers).toEqual(Object.fromEntries(functionSpecs.map(({ name }) => [name, name === 'api' ? 200 : 405])));
});

test('the bundle has nothing of tests, samples and commands in it, and no whole googleapis', () => {
  expect(bundle.sources).toContain('functions/main.ts');
  expect(bundle.sources.filter((path) => /^(?:test|scripts|samples|web)\//.test(path))).toEqual([]);
  const apis = bundle.sources.flatMap((path) => /googleapis\/build\/src\/apis\/([a-z]+)\//.exec(path)?.[1] ?? []);
  expect([...new Set(apis)].length).toBeLessThan(8);
  expect(bundle.sources.filter((path) => path.endsWith('googleapis/build/src/index.js'))).toEqual([]);
});

test('it asks for functions-framework and nothing else', async () => {
  const described = JSON.parse(await readFile(join(bundle.folder, 'package.json'), 'utf8')) as object;
  expect(described).toMatchObject({ type: 'module', main: 'main.js' });
  expect(Object.keys((described as { dependencies: object }).dependencies)).toEqual([
    '@google-cloud/functions-framework',
  ]);
});
