/** The partial responses of Google's APIs: `sheets(properties(title),data/rowData)`. Names are checked in `discovery/check.ts`. */

/** Names and what is wanted below them; `null` below a name means the whole of it. */
export interface FieldTree {
  readonly [name: string]: FieldTree | null;
}

/** What a mask holds that is no mask: Google names the place from which on it does not understand. */
export class InvalidMask extends Error {}

type Draft = Map<string, Draft | null>;

/** Parses 'a,b(c,d/e)' and 'b.c,b.d'; the same name twice asks for both. @throws InvalidMask */
export function parseFields(mask: string): FieldTree {
  let at = 0;
  const readName = (): string => {
    const name = /^[\w*]+/.exec(mask.slice(at))?.[0];
    if (name === undefined) throw new InvalidMask(mask.slice(at) === '' ? mask : mask.slice(at));
    at += name.length;
    return name;
  };
  const readList = (): Draft => {
    const tree: Draft = new Map();
    for (;;) {
      unite(tree, readName(), readBelow());
      if (mask[at] !== ',') return tree;
      at += 1;
    }
  };
  const readBelow = (): Draft | null => {
    if (mask[at] === '/' || mask[at] === '.') {
      at += 1;
      const name = readName();
      return new Map([[name, readBelow()]]);
    }
    if (mask[at] !== '(') return null;
    at += 1;
    const tree = readList();
    if (mask[at] !== ')') throw new InvalidMask(mask.slice(at));
    at += 1;
    return tree;
  };
  const tree = readList();
  if (at !== mask.length) throw new InvalidMask(mask.slice(at));
  return freeze(tree);
}

function unite(tree: Draft, name: string, below: Draft | null): void {
  const before = tree.get(name);
  if (before === undefined) tree.set(name, below);
  else if (before === null || below === null) tree.set(name, null);
  else for (const [inner, deeper] of below) unite(before, inner, deeper);
}

function freeze(tree: Draft): FieldTree {
  return Object.fromEntries([...tree].map(([name, below]) => [name, below === null ? null : freeze(below)]));
}

/** What is wanted below a name: a tree, `null` for all of it, `undefined` for nothing. */
export function below(tree: FieldTree | null, name: string): FieldTree | null | undefined {
  if (tree === null || '*' in tree) return null;
  return tree[name];
}

/** Only what the tree names. */
export function selectFields(value: unknown, tree: FieldTree | null): unknown {
  if (tree === null || '*' in tree || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => selectFields(each, tree));
  const selected: Record<string, unknown> = {};
  for (const name in tree) {
    const inside: unknown = (value as Record<string, unknown>)[name];
    if (inside !== undefined) selected[name] = selectFields(inside, tree[name] ?? null);
  }
  return selected;
}
