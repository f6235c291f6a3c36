/**
 * Google's discovery documents as `trim.ts` leaves them. A kind of value is written in short: 'string', 'int32' …,
 * 'GridRange' for another schema, '[…]' for a list, '{…}' for a map, '=A|B' for one of these words, 'any'.
 */
import { readFileSync } from 'node:fs';

export interface ApiMethod {
  readonly verb: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly request: string | null;
  readonly response: string | null;
  /** Any one of them is enough; without 'https://www.googleapis.com/auth/'. */
  readonly scopes: readonly string[];
}

export type SchemaProperties = Readonly<Record<string, string>>;

export interface ApiDocument {
  readonly revision: string;
  /** What every method takes. */
  readonly query: Readonly<Record<string, string>>;
  readonly methods: Readonly<Record<string, ApiMethod>>;
  readonly schemas: Readonly<Record<string, SchemaProperties>>;
}

function read(name: string): ApiDocument {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as ApiDocument;
}

export const sheetsDocument = read('sheets.v4');
export const driveDocument = read('drive.v3');
export const storageDocument = read('storage.v1');
