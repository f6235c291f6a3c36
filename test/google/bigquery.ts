/**
 * Our stand-in for BigQuery, as far as we use it: one dataset with tables (get, insert, patch, delete), load jobs by upload in several parts, and
 * a job's status. It refuses what BigQuery refuses: a job's name twice, rows that do not fit the table, a table that is not there.
 */
import { gunzipSync } from 'node:zlib';
import type { bigquery_v2 } from 'googleapis/build/src/apis/bigquery/v2.js';
import { token } from './access.ts';
import { json, refusal } from './answers.ts';
import type { Fault } from './trouble.ts';

type Table = bigquery_v2.Schema$Table;
type Row = Readonly<Record<string, string | number | null>>;

interface Job {
  readonly errorResult: { readonly message: string } | null;
  /** So many times it is told to be running yet. */
  polls: number;
}

export interface BigQueryStandIn {
  answer(request: Request): Promise<Response | null>;
  /** By name, without the dataset. */
  readonly tables: Map<string, Table>;
  /** Rows by table and day, like 'facts_prefecture_16_v1$20261121'. */
  readonly rows: Map<string, readonly Row[]>;
  readonly jobs: Map<string, Job>;
  readonly requests: string[];
  faults: Fault[];
  /** The next so many jobs end with an error of BigQuery's own. */
  failingJobs: number;
  /** The dataset is not there. */
  isMissing: boolean;
}

const base = '/bigquery/v2/projects/kasanari-test';

export function createBigQueryStandIn(): BigQueryStandIn {
  const standIn: BigQueryStandIn = {
    tables: new Map(),
    rows: new Map(),
    jobs: new Map(),
    requests: [],
    faults: [],
    failingJobs: 0,
    isMissing: false,
    async answer(request) {
      const { pathname } = new URL(request.url);
      const asked = `${request.method} ${pathname}`;
      standIn.requests.push(asked);
      if (request.headers.get('authorization') !== `Bearer ${token}`) return refusal(401);
      const fault = standIn.faults.find(({ path, times }) => times > 0 && path.test(asked));
      if (fault !== undefined) fault.times -= 1;
      if (fault?.status === 'no-connection') return null;
      if (typeof fault?.status === 'number') return refusal(fault.status, fault.more);
      const response = await carryOut(request, pathname);
      return fault?.status === 'lost' ? null : response;
    },
  };

  async function carryOut(request: Request, pathname: string): Promise<Response> {
    if (pathname.startsWith(`${base}/jobs/`)) return describeJob(pathname.slice(`${base}/jobs/`.length));
    if (pathname === `/upload${base}/jobs`) return await insertJob(request);
    if (standIn.isMissing) return refusal(404, { message: 'Not found: Dataset kasanari-test:kasanari' });
    if (pathname === `${base}/datasets/kasanari`) return json({ location: 'asia-northeast1' });
    const tables = `${base}/datasets/kasanari/tables`;
    if (!pathname.startsWith(tables)) return refusal(501);
    const id = pathname.slice(tables.length + 1);
    switch (request.method) {
      case 'POST':
        return insertTable((await request.json()) as Table);
      case 'PATCH':
        return patchTable(id, (await request.json()) as Table);
      case 'DELETE':
        for (const key of standIn.rows.keys()) if (key.startsWith(`${id}$`)) standIn.rows.delete(key);
        return standIn.tables.delete(id) ? new Response(null, { status: 204 }) : refusal(404);
      default: {
        const table = standIn.tables.get(id);
        return table === undefined ? refusal(404) : json(table);
      }
    }
  }

  function insertTable(table: Table): Response {
    const id = table.tableReference?.tableId ?? '';
    if (!/^[A-Za-z0-9_]+$/.test(id)) return refusal(400, { message: `Invalid table ID "${id}".` });
    if (standIn.tables.has(id)) return refusal(409, { message: `Already Exists: Table ${id}`, reason: 'duplicate' });
    standIn.tables.set(id, table);
    return json(table);
  }

  /** Columns may be added, none taken away, and none that is added may be required. */
  function patchTable(id: string, change: Table): Response {
    const table = standIn.tables.get(id);
    if (table === undefined) return refusal(404);
    const names = (fields: Table) => (fields.schema?.fields ?? []).map(({ name }) => name);
    const isAdding = change.schema === undefined || names(table).every((name) => names(change).includes(name));
    const added = change.schema?.fields?.filter(({ name }) => !names(table).includes(name)) ?? [];
    if (!isAdding || added.some(({ mode }) => mode === 'REQUIRED'))
      return refusal(400, { message: `Provided Schema does not match Table ${id}.` });
    standIn.tables.set(id, { ...table, ...change });
    return json(standIn.tables.get(id));
  }

  async function insertJob(request: Request): Promise<Response> {
    const { job, body } = readParts(
      Buffer.from(await request.arrayBuffer()),
      request.headers.get('content-type') ?? '',
    );
    const id = job.jobReference?.jobId ?? '';
    if (!/^[\w-]{1,1024}$/.test(id)) return refusal(400, { message: `Invalid job ID "${id}".` });
    if (standIn.jobs.has(id)) return refusal(409, { message: `Already Exists: Job ${id}`, reason: 'duplicate' });
    standIn.jobs.set(id, { errorResult: load(job, body), polls: 1 });
    return json({ jobReference: job.jobReference, status: { state: 'RUNNING' } });
  }

  /** Why the rows cannot be loaded; `null` once they are. */
  function load(job: bigquery_v2.Schema$Job, body: Buffer): { message: string } | null {
    if (standIn.failingJobs > 0) {
      standIn.failingJobs -= 1;
      return { message: 'The job encountered an error during execution. Retrying the job may solve the problem.' };
    }
    const settings = job.configuration?.load;
    const destination = settings?.destinationTable?.tableId ?? '';
    const [id = '', day = ''] = destination.split('$');
    const table = standIn.tables.get(id);
    if (table === undefined) return { message: `Not found: Table ${id}` };
    if (settings?.sourceFormat !== 'NEWLINE_DELIMITED_JSON' || settings.writeDisposition !== 'WRITE_TRUNCATE')
      return { message: 'The stand-in knows no such load.' };
    const rows = gunzipSync(body)
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row);
    for (const row of rows) {
      const wrong =
        findMisfit(table, row) ??
        (row.release_date?.toString().replaceAll('-', '') === day ? null : 'Row outside its partition.');
      if (wrong !== null) return { message: wrong };
    }
    standIn.rows.set(destination, rows);
    return null;
  }

  function describeJob(id: string): Response {
    const job = standIn.jobs.get(id);
    if (job === undefined) return refusal(404);
    job.polls -= 1;
    if (job.polls >= 0) return json({ status: { state: 'RUNNING' } });
    return json({ status: { state: 'DONE', ...(job.errorResult === null ? {} : { errorResult: job.errorResult }) } });
  }

  return standIn;
}

const kinds: Readonly<Record<string, RegExp>> = {
  INTEGER: /^-?\d+$/,
  FLOAT: /^-?\d/,
  DATE: /^\d{4}-\d{2}-\d{2}$/,
  TIMESTAMP: /^\d{4}-\d{2}-\d{2}T/,
};

/** Unknown columns, required ones that are empty, and values of another type. */
function findMisfit(table: Table, row: Row): string | null {
  const fields = table.schema?.fields ?? [];
  const unknown = Object.keys(row).find((name) => !fields.some((field) => field.name === name));
  if (unknown !== undefined) return `JSON parsing error: No such field: ${unknown}.`;
  for (const { name, type, mode } of fields) {
    const value = row[name ?? ''] ?? null;
    if (value === null && mode === 'REQUIRED') return `Missing required field: ${name}.`;
    if (value !== null && kinds[type ?? '']?.test(String(value)) === false)
      return `Could not convert ${name} to ${type}.`;
  }
  return null;
}

/** multipart/related: the job as JSON, then the file. */
function readParts(bytes: Buffer, type: string): { readonly job: bigquery_v2.Schema$Job; readonly body: Buffer } {
  const boundary = /boundary=([^;]+)/.exec(type)?.[1] ?? '';
  const marker = Buffer.from(`--${boundary}`);
  const starts: number[] = [];
  for (let at = bytes.indexOf(marker); at >= 0; at = bytes.indexOf(marker, at + 1)) starts.push(at);
  const [first, second] = starts.slice(0, -1).map((start, position) => {
    const part = bytes.subarray(start, starts[position + 1]);
    const head = part.indexOf('\r\n\r\n');
    return part.subarray(head + 4, part.length - 2);
  });
  return {
    job: JSON.parse((first ?? Buffer.from('{}')).toString('utf8')) as bigquery_v2.Schema$Job,
    body: second ?? Buffer.alloc(0),
  };
}
