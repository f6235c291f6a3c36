/**
 * A Warehouse over a dataset of BigQuery: each table `<name>_v<version>`, divided by day, with a view `<name>_current` of its newest day.
 * Loading is free of charge; each load replaces one day.
 */

import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { bigquery_v2 } from 'googleapis/build/src/apis/bigquery/v2.js';
import type { GlobalOptions } from 'googleapis-common';
import type { TableColumn, TableDefinition, Warehouse } from '../../tables/warehouse.ts';
import { bigQueryScopes, createGoogleAuth } from './auth.ts';
import { isBusy, type Patience, retryConfig, statusOf, untilTheNextMinute } from './errors.ts';

export interface DatasetAccess {
  readonly project: string;
  readonly dataset: string;
  /** Instead of Google (tests, private proxies); `null` is Google. */
  readonly rootUrl: string | null;
  readonly auth: GlobalOptions['auth'];
  readonly patience: Patience;
}

/** As the machine's own service account. */
export function createBigQuery(place: Pick<DatasetAccess, 'project' | 'dataset' | 'rootUrl'>): Warehouse {
  return createWarehouse({ ...place, auth: createGoogleAuth(bigQueryScopes), patience: untilTheNextMinute });
}

/** A job that failed keeps its name: the next try has another one. */
const jobAttempts = 4;
/** A load of some megabytes takes seconds. */
const mostPolls = 60;
const longestPollMilliseconds = 5_000;

export function createWarehouse({ project, dataset, rootUrl, auth, patience }: DatasetAccess): Warehouse {
  const root = rootUrl === null ? {} : { rootUrl };
  const bigquery = new bigquery_v2.Bigquery({ auth, retryConfig: retryConfig(patience), ...root } as GlobalOptions);
  const place = { projectId: project, datasetId: dataset };
  let location: Promise<string | undefined> | null = null;
  const findLocation = async () => {
    location ??= bigquery.datasets
      .get({ ...place, fields: 'location' } as bigquery_v2.Params$Resource$Datasets$Get)
      .then(({ data }) => data.location ?? undefined);
    return await location.catch((error: unknown) => {
      location = null;
      throw error;
    });
  };

  async function prepareTable(table: TableDefinition): Promise<void> {
    const tableId = tableIdOf(table);
    const known = await orNull(bigquery.tables.get({ ...place, tableId }));
    if (known === null) {
      await unlessThere(bigquery.tables.insert({ ...place, requestBody: describeTable(place, table) }));
      return;
    }
    const fields = known.data.schema?.fields ?? [];
    const added = addedColumns(table, fields);
    if (added.length === 0) return;
    const schema = { fields: [...fields, ...added.map((column) => ({ ...describeColumn(column), mode: 'NULLABLE' }))] };
    await bigquery.tables.patch({ ...place, tableId, requestBody: { schema } });
  }

  async function prepareView(table: TableDefinition): Promise<void> {
    const tableId = `${table.name}_current`;
    const source = `\`${project}.${dataset}.${tableIdOf(table)}\``;
    const newest = `SELECT MAX(${table.partitionedBy}) FROM ${source}`;
    const query = `SELECT * FROM ${source} WHERE ${table.partitionedBy} = (${newest})`;
    const view = { query, useLegacySql: false };
    const known = await orNull(bigquery.tables.get({ ...place, tableId }));
    if (known?.data.view?.query === query) return;
    if (known !== null) return void (await bigquery.tables.patch({ ...place, tableId, requestBody: { view } }));
    const requestBody = { tableReference: { ...place, tableId }, description: table.description, view };
    await unlessThere(bigquery.tables.insert({ ...place, requestBody }));
  }

  /** 'there': a job of this name was begun before. */
  async function begin(jobId: string, destination: string, body: Buffer): Promise<'begun' | 'there'> {
    const jobReference = { projectId: project, jobId, location: (await findLocation()) ?? null };
    const load = {
      destinationTable: { ...place, tableId: destination },
      sourceFormat: 'NEWLINE_DELIMITED_JSON',
      writeDisposition: 'WRITE_TRUNCATE',
      createDisposition: 'CREATE_NEVER',
    };
    const requestBody = { jobReference, configuration: { load } };
    for (let attempt = 0; ; attempt += 1) {
      try {
        // The body of a request in several parts flows by once, so that the request is made again here and not by the client.
        const media = { mimeType: 'application/octet-stream', body: Readable.from([body]) };
        await bigquery.jobs.insert(
          { projectId: project, requestBody, media },
          { ...root, retryConfig: { retry: 0, shouldRetry: () => false } },
        );
        return 'begun';
      } catch (error) {
        if (statusOf(error) === 409) return 'there';
        if (!isBusy(error) || attempt >= patience.retries) throw error;
        await wait(patience.firstWaitMilliseconds * 2 ** attempt);
      }
    }
  }

  /** Waits until it is done. Why it failed, or `null`. */
  async function follow(jobId: string): Promise<string | null> {
    const found = await findLocation();
    for (let poll = 0; poll < mostPolls; poll += 1) {
      const { data } = await bigquery.jobs.get({
        projectId: project,
        jobId,
        ...(found === undefined ? {} : { location: found }),
        fields: 'status',
      });
      if (data.status?.state === 'DONE') return data.status.errorResult?.message ?? null;
      await wait(Math.min(patience.firstWaitMilliseconds * 2 ** poll, longestPollMilliseconds));
    }
    throw new Error(`BigQuery has not ended the job ${jobId}`);
  }

  return {
    async prepare(table) {
      await prepareTable(table);
      await prepareView(table);
    },
    async load(table, { day, job, rows }) {
      const body = await compress(rows);
      const destination = `${tableIdOf(table)}$${day.replaceAll('-', '')}`;
      let failure: string | null = null;
      for (let attempt = 1; attempt <= jobAttempts; attempt += 1) {
        const jobId = attempt === 1 ? job : `${job}_${attempt}`;
        await begin(jobId, destination, body);
        failure = await follow(jobId);
        if (failure === null) return;
      }
      throw new Error(`BigQuery could not load ${destination}: ${failure}`);
    },
    async remove(table) {
      await orNull(bigquery.tables.delete({ ...place, tableId: tableIdOf(table) }));
    },
  };
}

function tableIdOf({ name, version }: TableDefinition): string {
  return `${name}_v${version}`;
}

function describeColumn({ name, type, isRequired, description }: TableColumn) {
  return { name, type, mode: isRequired ? 'REQUIRED' : 'NULLABLE', description };
}

function describeTable(
  place: { readonly projectId: string; readonly datasetId: string },
  table: TableDefinition,
): bigquery_v2.Schema$Table {
  return {
    tableReference: { ...place, tableId: tableIdOf(table) },
    description: table.description,
    labels: { made_by: 'kasanari', schema_version: String(table.version) },
    schema: { fields: table.columns.map(describeColumn) },
    timePartitioning: { type: 'DAY', field: table.partitionedBy },
    clustering: { fields: [...table.clusteredBy] },
  };
}

/** Columns that the table does not have yet. @throws where one is of another type than ours */
function addedColumns(
  table: TableDefinition,
  fields: readonly bigquery_v2.Schema$TableFieldSchema[],
): readonly TableColumn[] {
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  for (const { name, type } of table.columns) {
    const known = types.get(name);
    if (known !== undefined && known !== type)
      throw new Error(
        `The column ${name} of ${tableIdOf(table)} is ${String(known)} and not ${type}: remove that table, or rename it`,
      );
  }
  return table.columns.filter(({ name }) => !types.has(name));
}

async function compress(rows: AsyncIterable<string>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const row of rows) pieces.push(Buffer.from(row));
  return await promisify(gzip)(Buffer.concat(pieces));
}

async function wait(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function orNull<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

/** Another run has made it meanwhile. */
async function unlessThere(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (statusOf(error) !== 409) throw error;
  }
}
