/** npm start as somebody meets it: an address, figures, a change that arrives by itself, and a clean end. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Cut, Session } from '#functions/publish/release.ts';
import { runScript, startScript } from './run-script.ts';
import { writeSmallWorkbook } from './workbooks.ts';

let folder: string;
let child: ReturnType<typeof startScript> | null = null;
let output = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  await mkdir(join(folder, 'workbooks'));
  output = '';
});
afterEach(async () => {
  if (child !== null && child.exitCode === null) {
    const ended = new Promise((resolve) => child?.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
  }
  child = null;
  await rm(folder, { recursive: true, force: true });
});

/** Starts it on any free port. @returns its address */
async function start(): Promise<string> {
  child = startScript('start', [
    '--port',
    '0',
    '--workbooks',
    join(folder, 'workbooks'),
    '--store',
    join(folder, 'store'),
  ]);
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (piece: string) => {
      output += piece;
    });
  const ended = new Promise<never>((_, refuse) => {
    child?.once('close', (code) => refuse(new Error(`Ended with ${code}: ${output}`)));
  });
  const address = vi.waitFor(
    () => {
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (found === undefined) throw new Error(`No address yet: ${output}`);
      return found;
    },
    { timeout: 60_000, interval: 50 },
  );
  ended.catch(() => undefined);
  return await Promise.race([address, ended]);
}

async function readJson<T>(address: string): Promise<T> {
  return (await (await fetch(address)).json()) as T;
}

/** N01 of 氷見市 in FY2024. */
async function readCases(address: string): Promise<unknown> {
  const cut = await readJson<Cut>(`${address}api/municipalities/162051/figures/area/162051`);
  return cut.series['N01|162051|all|all']?.[cut.periods.indexOf('FY2024')];
}

test('a changed workbook is on the page by itself, a broken one is said, and Ctrl-C ends it', async () => {
  await writeSmallWorkbook(join(folder, 'workbooks'), '氷見市');
  const address = await start();
  expect(await (await fetch(`${address}162051/pathways`)).text()).toContain('<div id="app">');
  expect(await readCases(address)).toBe(3);

  await writeSmallWorkbook(join(folder, 'workbooks'), '氷見市', { cases: [['2024/4/1', '本人', '高齢者']] });
  await vi.waitFor(async () => expect(await readCases(address)).toBe(1), { timeout: 60_000, interval: 100 });

  await writeFile(join(folder, 'workbooks', '壊れた.xlsx'), 'no workbook');
  await vi.waitFor(
    async () => {
      const { held } = await readJson<Session>(`${address}api/session`);
      expect(held).toEqual([
        {
          fileName: '壊れた.xlsx',
          municipality: null,
          reason: { ja: expect.stringContaining('壊れた.xlsx'), en: expect.stringContaining('壊れた.xlsx') },
        },
      ]);
    },
    { timeout: 60_000, interval: 100 },
  );
  expect(await readCases(address)).toBe(1);

  const ended = new Promise<number | null>((resolve) => child?.once('close', resolve));
  child?.kill('SIGINT');
  expect(await ended).toBe(0);
  // Somebody's own store is kept by days and months, as by any other run, and not by a number of releases.
  expect(await readdir(join(folder, 'store', 'pointers'))).toContain('keep.json');
});

test('a folder that cannot be listed later ends nothing: the last figures stay', async () => {
  await writeSmallWorkbook(join(folder, 'workbooks'), '氷見市');
  const address = await start();
  await rm(join(folder, 'workbooks'), { recursive: true });
  await vi.waitFor(() => expect(output).toContain('The run failed; the last release stands.'), {
    timeout: 60_000,
    interval: 100,
  });
  expect(await readCases(address)).toBe(3);
});

test('wrong usage ends with 64', async () => {
  for (const args of [['--port', 'many'], ['--port', '70000'], ['--workbooks', join(folder, 'nowhere')], ['--fast']]) {
    const { code, stderr } = await runScript('start', ...args);
    expect([args, code]).toEqual([args, 64]);
    expect(stderr).toContain('Usage: npm start');
  }
});

test('a bucket is published into by a run that somebody asked for, and not by whatever is saved', async () => {
  const { code, stderr } = await runScript(
    'start',
    '--workbooks',
    join(folder, 'workbooks'),
    '--store',
    'gs://kasanari',
  );
  expect([code, stderr.split('。')[0]]).toEqual([64, '--store「gs://kasanari」では始められません']);
});

test('on an address where others could see everything without signing in, it does not start', async () => {
  const { code, stderr } = await runScript('start', '--host', '0.0.0.0');
  expect(code).toBe(64);
  expect(stderr).toContain('without anybody signing in');
});
