/**
 * Cuts Google's discovery documents down to what the stand-in knows of them, in a short notation (see `document.ts`):
 * `tsx test/google/discovery/trim.ts FOLDER`, where FOLDER holds sheets.v4.json, drive.v3.json and storage.v1.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ApiDocument, ApiMethod } from './document.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly repeated?: boolean;
}
interface Method {
  readonly id: string;
  readonly httpMethod: string;
  readonly path: string;
  readonly flatPath?: string;
  readonly parameters?: Readonly<Record<string, Schema & { readonly location: string }>>;
  readonly request?: Schema;
  readonly response?: Schema;
  readonly scopes?: readonly string[];
}
interface Resource {
  readonly methods?: Readonly<Record<string, Method>>;
  readonly resources?: Readonly<Record<string, Resource>>;
}
interface Document extends Resource {
  readonly revision: string;
  readonly servicePath: string;
  readonly parameters: Readonly<Record<string, Schema>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

const wanted: Readonly<Record<string, readonly string[]>> = {
  'sheets.v4': ['create', 'get', 'batchUpdate', 'values.get', 'values.batchGet', 'values.update', 'values.append'].map(
    (name) => `sheets.spreadsheets.${name}`,
  ),
  'drive.v3': ['about.get', 'files.list', 'files.get', 'files.create', 'files.update', 'permissions.create'].map(
    (name) => `drive.${name}`,
  ),
  'storage.v1': ['get', 'insert', 'list', 'delete'].map((name) => `storage.objects.${name}`),
};

/** Never looked into: what our workbooks have no use for. */
const opaque =
  /^(?:ChartSpec|PivotTable|DataSource\w*|SlicerSpec|Table|BandedRange|FilterView|FilterSpec|Comment\w*|ContentRestriction|DownloadRestriction\w*|Label|Permission\w*Detail\w*|\w*Acl\w*|\w+Chip\w*|ObjectAccessControl|Banding\w*|Borders?|SortSpec)$/;
/** Kinds of requests that the stand-in can carry out; of the others only the name is known. */
const carriedOut =
  /^(?:(?:add|delete|duplicate)Sheet|update(?:Sheet|Spreadsheet|Dimension)Properties|(?:updat|append|repeat|merge|unmerge)\w*Cells?|(?:insert|append|delete|move)Dimension|setDataValidation|\w+ProtectedRange|\w+DeveloperMetadata|addConditionalFormatRule|(?:set|clear)BasicFilter|sortRange)$/;

function shorten(schema: Schema): string {
  if (schema.$ref !== undefined) return opaque.test(schema.$ref) ? 'any' : schema.$ref;
  if (schema.type === 'array') return `[${shorten(schema.items ?? {})}]`;
  if (schema.enum !== undefined) return `=${schema.enum.join('|')}`;
  if (schema.additionalProperties !== undefined) return `{${shorten(schema.additionalProperties)}}`;
  if (schema.type === 'object') return 'any';
  return schema.format ?? schema.type ?? 'any';
}

/** A schema inside a schema gets a name of its own: File.capabilities is FileCapabilities. */
function shortenSchemas(schemas: Readonly<Record<string, Schema>>): Map<string, Record<string, string>> {
  const short = new Map<string, Record<string, string>>();
  const add = (name: string, schema: Schema): void => {
    const properties: Record<string, string> = {};
    short.set(name, properties);
    for (const [property, value] of Object.entries(schema.properties ?? {})) {
      const inner = value.properties === undefined ? value.items : value;
      if (inner?.properties === undefined) {
        const isKnown = name !== 'Request' || carriedOut.test(property);
        properties[property] = isKnown ? shorten(value) : 'any';
        continue;
      }
      const innerName = `${name}${property.slice(0, 1).toUpperCase()}${property.slice(1)}`;
      properties[property] = value === inner ? innerName : `[${innerName}]`;
      add(innerName, inner);
    }
  };
  for (const [name, schema] of Object.entries(schemas)) add(name, schema);
  return short;
}

function* methodsOf(resource: Resource): Generator<Method> {
  yield* Object.values(resource.methods ?? {});
  for (const below of Object.values(resource.resources ?? {})) yield* methodsOf(below);
}

function shortenMethod(method: Method, servicePath: string): ApiMethod {
  const query = Object.entries(method.parameters ?? {}).filter(([, { location }]) => location === 'query');
  return {
    verb: method.httpMethod,
    path: `/${servicePath}${method.path}`.replaceAll('{+', '{'),
    query: Object.fromEntries(query.map(([name, schema]) => [name, schema.repeated ? `[string]` : shorten(schema)])),
    request: method.request?.$ref ?? null,
    response: method.response?.$ref ?? null,
    scopes: (method.scopes ?? []).map((scope) => scope.replace('https://www.googleapis.com/auth/', '')),
  };
}

function trim(document: Document, ids: readonly string[]): ApiDocument {
  const methods = [...methodsOf(document)].filter(({ id }) => ids.includes(id));
  const schemas = shortenSchemas(document.schemas);
  const reached = new Map<string, Record<string, string>>();
  const reach = (name: string): void => {
    const properties = schemas.get(name);
    if (properties === undefined || reached.has(name)) return;
    reached.set(name, properties);
    for (const kind of Object.values(properties)) reach(kind.replace(/[[\]{}]/g, ''));
  };
  for (const { request, response } of methods) for (const kind of [request, response]) reach(kind?.$ref ?? '');
  return {
    revision: document.revision,
    query: Object.fromEntries(Object.entries(document.parameters).map(([name, schema]) => [name, shorten(schema)])),
    methods: Object.fromEntries(methods.map((each) => [each.id, shortenMethod(each, document.servicePath)])),
    schemas: Object.fromEntries([...reached].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('Where are the discovery documents?');
for (const [name, ids] of Object.entries(wanted)) {
  const document = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Document;
  const target = fileURLToPath(new URL(`${name}.json`, import.meta.url));
  writeFileSync(target, `${JSON.stringify(trim(document, ids), null, 2)}\n`);
}
