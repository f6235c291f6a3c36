/** Functions as the cloud starts them: functions-framework over a folder with a package.json. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const framework = fileURLToPath(new URL('../../node_modules/@google-cloud/functions-framework', import.meta.url));

/** What `node` is given to start a function. */
export const frameworkMain = join(framework, 'build/src/main.js');

/** One copy: functions that register in another one are not found. */
export async function linkFramework(folder: string): Promise<void> {
  await mkdir(join(folder, 'node_modules', '@google-cloud'), { recursive: true });
  await symlink(framework, join(folder, 'node_modules', '@google-cloud', 'functions-framework'));
}

/** Next to main.js. */
export async function writePackage(folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', main: 'main.js' }));
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Whether anything answers there, whatever it says. */
export async function answers(address: string): Promise<boolean> {
  return await fetch(address).then(
    async (response) => {
      await response.arrayBuffer();
      return true;
    },
    () => false,
  );
}
