import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import { describeStore } from '../../../contracts/store.ts';

const newFolder = async () => await mkdtemp(join(tmpdir(), 'kasanari-store-'));

describeStore('the folder store', async () => {
  const folder = await newFolder();
  return { open: () => createFolderStore(folder) };
});

describe('a folder store that several processes use', () => {
  it('counts every move of four processes that count up one pointer', async () => {
    const folder = await newFolder();
    const program = join(import.meta.dirname, 'count-up.ts');
    const run = promisify(execFile);
    const command = ['--import', 'tsx', program, folder, '25'];
    await Promise.all(Array.from({ length: 3 }, () => run(process.execPath, command)));
    expect((await createFolderStore(folder).readPointer('counter'))?.content).toBe('75');
  });

  it('goes on when a process is killed in the middle of its moves', async () => {
    const folder = await newFolder();
    const store = createFolderStore(folder);
    const program = join(import.meta.dirname, 'count-up.ts');
    const doomed = spawn(process.execPath, ['--import', 'tsx', program, folder, '1000000'], { stdio: 'ignore' });
    const count = async () => Number((await store.readPointer('counter'))?.content ?? 0);
    while ((await count()) < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    doomed.kill('SIGKILL');
    await once(doomed, 'exit');
    const before = await count();
    const version = (await store.readPointer('counter'))?.version ?? null;
    expect(await store.movePointer('counter', 'ours', version)).toBe('moved');
    expect(before).toBeGreaterThanOrEqual(20);
    expect((await store.readPointer('counter'))?.content).toBe('ours');
  });

  it('goes on when a process died while it moved a pointer', async () => {
    const folder = await newFolder();
    const store = createFolderStore(folder);
    await store.movePointer('release', 'one', null);
    const version = (await store.readPointer('release'))?.version ?? null;
    // No process can have this id: Linux ends at 2^22.
    await writeFile(join(folder, 'pointers/release.json.lock'), `a-token 99999999 ${hostname()}`);
    expect(await store.movePointer('release', 'two', version)).toBe('moved');
    expect(await readdir(join(folder, 'pointers'))).toEqual(['release.json']);
  });

  it('goes on when an earlier process with our own number died, as containers have it', async () => {
    const folder = await newFolder();
    const store = createFolderStore(folder);
    await mkdir(join(folder, 'pointers'));
    await writeFile(join(folder, 'pointers/release.json.lock'), `a-token ${process.pid} ${hostname()}`);
    expect(await store.movePointer('release', 'one', null)).toBe('moved');
  });

  it('breaks the lock of another machine only when it is old', async () => {
    const folder = await newFolder();
    const store = createFolderStore(folder);
    await mkdir(join(folder, 'pointers'));
    const lock = join(folder, 'pointers/release.json.lock');
    await writeFile(lock, 'a-token 1 another-machine');
    let outcome: string | null = null;
    const moving = store.movePointer('release', 'one', null).then((moved) => {
      outcome = moved;
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(outcome).toBeNull();
    const anHourAgo = new Date(Date.now() - 3_600_000);
    await utimes(lock, anHourAgo, anHourAgo);
    await moving;
    expect(outcome).toBe('moved');
  });

  it('does not take for an object what a crash left half written', async () => {
    const folder = await newFolder();
    const store = createFolderStore(folder);
    const name = 'ab'.repeat(32);
    await store.putObject(name, new Uint8Array([1]));
    await writeFile(join(folder, 'objects/ab/.writing-left-behind'), 'half');
    expect((await store.listObjects()).map((object) => object.name)).toEqual([name]);
  });
});
