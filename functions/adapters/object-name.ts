/** Names of objects come in with requests too: what is no plain name must not lead out of a folder or a bucket's prefix. */

const plainName = /^[A-Za-z0-9_-]{1,200}$/;

/** Whether an object may bear this name. */
export function isObjectName(name: string): boolean {
  return plainName.test(name);
}

/** For writing, where another name can only be a bug. */
export function requireObjectName(name: string): void {
  if (!isObjectName(name)) throw new Error(`Not a name for an object: ${JSON.stringify(name)}`);
}
