/**
 * How the worker answers for the dashboard's own files. A build is kept whole or not at all; a page that is open goes on with
 * the files of its own build while a newer one has taken over, so that no page is ever made of two builds.
 */
import { within } from './within.ts';

/** What a build consists of; told to the worker when it is built. */
export interface Build {
  readonly page: { readonly address: string; readonly sha256: string };
  /** Files whose names say their content. */
  readonly files: readonly string[];
}

const prefix = 'shell:';
/** The page is asked for at each start; so long, before the kept one is shown. */
const patience = 4000;

function nameOf(build: Build): string {
  return `${prefix}${build.page.sha256}`;
}

async function listShells(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

async function digestOf(answer: Response): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function findKept(address: string): Promise<Response | null> {
  for (const name of await listShells()) {
    const kept = await (await caches.open(name)).match(address, { ignoreVary: true });
    if (kept !== undefined) return kept;
  }
  return null;
}

/** A file of the build; a server that has none answers with the page or an error, and neither may stand in its place. */
async function fetchFile(address: string): Promise<Response> {
  const answer = await fetch(address);
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? true;
  if (!answer.ok || isPage) throw new Error(`No file ${address}`);
  return answer;
}

/** Keeps the whole build. @throws when the server has another build by now; then the worker before stays. */
export async function keepBuild(build: Build): Promise<void> {
  const name = nameOf(build);
  if (await caches.has(name)) return;
  try {
    const page = await fetch(build.page.address, { cache: 'no-store' });
    if (!page.ok || (await digestOf(page.clone())) !== build.page.sha256) throw new Error('Another build is served.');
    const cache = await caches.open(name);
    for (const address of build.files)
      await cache.put(address, (await findKept(address)) ?? (await fetchFile(address)));
    // Last, so that a build without its page is known to be unfinished.
    await cache.put(build.page.address, page);
  } catch (cause) {
    await caches.delete(name);
    throw cause;
  }
}

/** Removes builds but this one and the one before it, whose pages may still be open. */
export async function forgetOldBuilds(build: Build): Promise<void> {
  const others = (await listShells()).filter((name) => name !== nameOf(build));
  for (const name of others.slice(0, -1)) await caches.delete(name);
}

/** The page: the newest when the server answers, else the kept one. */
export async function answerPage(request: Request, build: Build): Promise<Response> {
  const asked = fetch(request);
  const answer = await within(patience, asked);
  if (answer !== null && answer.status < 500) return answer;
  const kept = await (await caches.open(nameOf(build))).match(build.page.address, { ignoreVary: true });
  return kept ?? answer ?? (await asked);
}

/** A hashed file of any build that is kept, else from the server. */
export async function answerFile(request: Request): Promise<Response> {
  return (await findKept(request.url)) ?? (await fetch(request));
}
