/** The partial responses of Google's APIs: `sheets(properties(title),data/rowData)`, and the refusal of names that do not exist. */

export interface FieldTree {
  readonly [name: string]: FieldTree | null;
}

/** Parses a mask; `null` below a name means the whole of it. */
export function parseFields(mask: string): FieldTree {
  let at = 0;
  const parseList = (): FieldTree => {
    const tree: Record<string, FieldTree | null> = {};
    for (;;) {
      const [name = ''] = /^[\w*]+/.exec(mask.slice(at)) ?? [];
      if (name === '') throw new InvalidFields(mask.slice(at));
      at += name.length;
      tree[name] = parseBelow();
      if (mask[at] !== ',') return tree;
      at += 1;
    }
  };
  const parseBelow = (): FieldTree | null => {
    if (mask[at] === '/' || mask[at] === '.') {
      at += 1;
      const [name = ''] = /^[\w*]+/.exec(mask.slice(at)) ?? [];
      at += name.length;
      return { [name]: parseBelow() };
    }
    if (mask[at] !== '(') return null;
    at += 1;
    const tree = parseList();
    if (mask[at] !== ')') throw new InvalidFields(mask.slice(at));
    at += 1;
    return tree;
  };
  const tree = parseList();
  if (at !== mask.length) throw new InvalidFields(mask.slice(at));
  return tree;
}

/** Google answers 400 with the first name that it does not know. */
export class InvalidFields extends Error {
  constructor(name: string) {
    super(`Invalid field selection ${name}`);
  }
}

/** Only what the mask names. @param known every name that exists, as a tree; `{}` below a name allows anything there */
export function selectFields(value: unknown, tree: FieldTree, known: FieldTree): unknown {
  for (const name of Object.keys(tree)) if (!(name in known)) throw new InvalidFields(name);
  if (Array.isArray(value)) return value.map((each) => selectFields(each, tree, known));
  if (typeof value !== 'object' || value === null) return value;
  const selected = Object.entries(value).flatMap(([name, inside]) => {
    const below = tree[name];
    if (below === undefined) return [];
    return [[name, below === null ? inside : selectFields(inside, below, known[name] ?? {})]];
  });
  for (const [name, below] of Object.entries(tree)) if (below !== null) selectFields(null, below, known[name] ?? {});
  return Object.fromEntries(selected);
}
