/** What a file imports, read from its text: where from, and whether only types are taken. */
import { posix } from 'node:path';

export interface Import {
  readonly from: string;
  /** The specifier as written. */
  readonly specifier: string;
  /** A file of ours, relative to the project; `null` for a package. */
  readonly file: string | null;
  readonly isTypeOnly: boolean;
}

/** Every source file by its path relative to the project, with '/'. */
export type Sources = ReadonlyMap<string, string>;

const staticImport = /^(?:import|export)\s+(type\s+)?(?:([^;'"]*?)\s+from\s+)?['"]([^'"]+)['"]/gm;
const dynamicImport = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** The text without its comments. Good enough for our own formatted code: comment marks in strings are addresses only. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[\s;{(,])\/\/[^\n]*/g, '$1');
}

export function readImports(file: string, text: string): readonly Import[] {
  const code = withoutComments(text);
  const found = [...code.matchAll(staticImport)].map(([, type, names, specifier]) => ({
    specifier: specifier ?? '',
    isTypeOnly: type !== undefined || takesTypesOnly(names),
  }));
  const dynamic = [...code.matchAll(dynamicImport)].map(([, specifier]) => ({
    specifier: specifier ?? '',
    isTypeOnly: false,
  }));
  return [...found, ...dynamic].map(({ specifier, isTypeOnly }) => ({
    from: file,
    specifier,
    file: resolve(file, specifier),
    isTypeOnly,
  }));
}

/** `{ type A, type B }` leaves nothing at run time. */
function takesTypesOnly(names: string | undefined): boolean {
  const inBraces = /^\{([\s\S]*)\}$/.exec(names?.trim() ?? '')?.[1];
  if (inBraces === undefined) return false;
  const each = inBraces.split(',').filter((name) => name.trim() !== '');
  return each.length > 0 && each.every((name) => name.trim().startsWith('type '));
}

function resolve(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  if (specifier === '#sheets-schema') return 'sheets-schema/index.ts';
  return /^#(?:sheets-schema|functions)\//.test(specifier) ? specifier.slice(1) : null;
}

/** What is loaded at run time with a file: the packages, each with the way that leads to it. */
export function reachablePackages(sources: Sources, start: string): ReadonlyMap<string, readonly string[]> {
  const packages = new Map<string, readonly string[]>();
  const seen = new Set<string>([start]);
  const queue: (readonly string[])[] = [[start]];
  for (const way of queue) {
    const file = way.at(-1) ?? start;
    for (const each of readImports(file, sources.get(file) ?? '')) {
      if (each.isTypeOnly) continue;
      if (each.file === null) {
        if (!packages.has(each.specifier)) packages.set(each.specifier, way);
      } else if (!seen.has(each.file)) {
        seen.add(each.file);
        queue.push([...way, each.file]);
      }
    }
  }
  return packages;
}
