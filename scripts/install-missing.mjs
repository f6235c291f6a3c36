/**
 * Installs the npm packages where they are missing or of another version than package-lock.json says, before a command
 * that needs them. Plain JavaScript without packages, since there may be none. Needs Node 20.19 or newer.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Node ${process.versions.node} では動きません。20.19 以上を入れてください。 Kasanari needs Node 20.19 or newer.`,
  );
  process.exit(1);
}

/** Packages of the lock that are not there in that version; those for other machines (optional) are not looked at. */
function findMissing() {
  const { packages } = JSON.parse(readFileSync(`${project}package-lock.json`, 'utf8'));
  return Object.entries(packages)
    .filter(([path, entry]) => path !== '' && entry.optional !== true && entry.link !== true)
    .filter(([path, entry]) => installedVersion(path) !== entry.version)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
}

function installedVersion(path) {
  const file = `${project}${path}/package.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : null;
}

const missing = findMissing();
if (missing.length > 0) {
  const some = missing.slice(0, 3).join(', ');
  console.error(
    `必要なパッケージ（${some} など${missing.length}件）を入れています… Installing ${missing.length} missing packages …`,
  );
  const windows = process.platform === 'win32';
  const { status } = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: project,
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (status !== 0) {
    console.error(
      '入れられませんでした。ネットワークを確かめて、npm ci を試してください。 Could not install; check the network and try: npm ci',
    );
    process.exit(1);
  }
}
