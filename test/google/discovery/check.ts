/** Holds requests and answers against Google's discovery documents, and refuses what Google refuses, in its words. */
import { invalid, type Refused } from '../answers.ts';
import { type FieldTree, InvalidMask, parseFields } from '../fields.ts';
import type { ApiDocument, ApiMethod } from './document.ts';

/** A place in a value, like 'requests[0].update_cells', and what is wrong there. */
export interface Violation {
  readonly place: string;
  readonly problem: string;
}

const numbers = /^(?:u?int32|float|double|number|integer)$/;
const numeral = /^-?\d+(?:\.\d+)?$/;

/** What the schema does not allow in a value. */
export function findViolations(document: ApiDocument, schema: string, value: unknown): readonly Violation[] {
  const found: Violation[] = [];
  const visit = (kind: string, inside: unknown, place: string): void => {
    if (kind === 'any' || inside === null || inside === undefined) return;
    if (kind.startsWith('[')) {
      if (!Array.isArray(inside)) found.push(wrongValue(place, kind, inside));
      else inside.forEach((each, index) => void visit(kind.slice(1, -1), each, `${place}[${index}]`));
    } else if (kind.startsWith('{')) {
      for (const [key, each] of Object.entries(inside)) visit(kind.slice(1, -1), each, `${place}[${key}]`);
    } else if (document.schemas[kind] !== undefined) {
      if (typeof inside !== 'object' || Array.isArray(inside)) found.push(wrongValue(place, kind, inside));
      else visitProperties(document.schemas[kind], inside as Record<string, unknown>, place);
    } else if (!isOfKind(kind, inside)) found.push(wrongValue(place, kind, inside));
  };
  const visitProperties = (
    properties: Readonly<Record<string, string>>,
    inside: Record<string, unknown>,
    place: string,
  ): void => {
    for (const name in inside) {
      const kind = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (kind !== undefined) visit(kind, inside[name], place === '' ? snake(name) : `${place}.${snake(name)}`);
      else found.push({ place, problem: unknownName(name, place) });
    }
  };
  visit(schema, value, '');
  return found;
}

function isOfKind(kind: string, value: unknown): boolean {
  if (kind.startsWith('=')) return typeof value === 'string' && kind.slice(1).split('|').includes(value);
  if (kind === 'boolean') return typeof value === 'boolean';
  if (kind === 'int32' || kind === 'uint32') {
    if (typeof value === 'string') return /^-?\d+$/.test(value);
    return Number.isInteger(value) && Math.abs(Number(value)) <= 2_147_483_647;
  }
  if (numbers.test(kind)) return typeof value === 'number' || (typeof value === 'string' && numeral.test(value));
  if (kind === 'int64' || kind === 'uint64') return Number.isInteger(value) || /^-?\d+$/.test(String(value));
  return typeof value === 'string';
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const unknownName = (name: string, place: string) =>
  `Invalid JSON payload received. Unknown name "${name}"${place === '' ? '' : ` at '${place}'`}: Cannot find field.`;

function wrongValue(place: string, kind: string, value: unknown): Violation {
  const type = kind.startsWith('=') ? 'TYPE_ENUM' : `TYPE_${kind.replace(/\W/g, '').toUpperCase()}`;
  return { place, problem: `Invalid value at '${place}' (${type}), ${JSON.stringify(value)}` };
}

const badRequest = (violations: readonly Violation[]) => ({
  '@type': 'type.googleapis.com/google.rpc.BadRequest',
  fieldViolations: violations.map(({ place, problem }) => ({ field: place, description: problem })),
});

/** @throws Refused */
export function checkBody(document: ApiDocument, schema: string, value: unknown): void {
  const violations = findViolations(document, schema, value);
  if (violations.length === 0) return;
  throw invalid(violations.map(({ problem }) => problem).join('\n'), { details: [badRequest(violations)] });
}

/** Every name in the query is one that the method takes, with a value of its kind. @throws Refused */
export function checkQuery(document: ApiDocument, method: ApiMethod, query: URLSearchParams): void {
  const violations = [...query].flatMap(([name, value]): Violation[] => {
    const kind = method.query[name] ?? document.query[name];
    if (kind === undefined) {
      const problem = `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`;
      return [{ place: '', problem }];
    }
    return isOfKind(kind.replace(/^\[(.*)\]$/, '$1'), kind === 'boolean' ? asBoolean(value) : value)
      ? []
      : [wrongValue(name, kind, value)];
  });
  if (violations.length === 0) return;
  throw invalid(violations.map(({ problem }) => problem).join('\n'), { details: [badRequest(violations)] });
}

const asBoolean = (value: string): unknown => (value === 'true' ? true : value === 'false' ? false : value);

/** The first path of a mask that leads nowhere in the schema; `null` where all lead somewhere. */
export function findUnknownPath(document: ApiDocument, schema: string, tree: FieldTree): string | null {
  const properties = document.schemas[schema.replace(/^[[{](.*)[\]}]$/, '$1')];
  for (const [name, below] of Object.entries(tree)) {
    if (name === '*') continue;
    const kind = properties?.[name];
    if (kind === undefined) return name;
    if (below === null || kind === 'any') continue;
    const unknown = findUnknownPath(document, kind, below);
    if (unknown !== null) return `${name}.${unknown}`;
  }
  return null;
}

const known = new Map<string, FieldTree>();

/** A mask as a tree, once every name in it is known to be there. @throws what `refuse` makes of the path that is not */
export function readMask(
  document: ApiDocument,
  schema: string,
  mask: string,
  refuse: (path: string) => Refused,
): FieldTree {
  const key = `${document.revision} ${schema} ${mask}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const tree = parse(mask, refuse);
  const unknown = findUnknownPath(document, schema, tree);
  if (unknown !== null) throw refuse(unknown);
  known.set(key, tree);
  return tree;
}

function parse(mask: string, refuse: (path: string) => Refused): FieldTree {
  try {
    return parseFields(mask);
  } catch (error) {
    if (error instanceof InvalidMask) throw refuse(error.message);
    throw error;
  }
}
