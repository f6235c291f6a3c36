/** Canonical bytes and names of published objects: the same content is the same bytes under the same name, on every machine. */

/** JSON without spaces, the keys of every object in the order of their code units. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    const isPlain = value.every((part) => part === null || typeof part !== 'object');
    return isPlain ? JSON.stringify(value) : `[${value.map(canonicalJson).join(',')}]`;
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`);
  return `{${parts.join(',')}}`;
}

/** The bytes of an object. */
export function canonicalBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalJson(value));
}

/** The name of an object: the SHA-256 of its bytes in lower-case hexadecimal. */
export function nameOfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return crypto.subtle
    .digest('SHA-256', bytes)
    .then((digest) => Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''));
}
