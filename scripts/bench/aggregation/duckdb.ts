/**
 * DuckDB as a peer. It is no dependency of ours (its binaries for other systems are missing from some registries, and npm ci then refuses
 * the whole lock): the exact version is installed beside the project when the section asks for it.
 */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { CheckedCase } from '#functions/ingest/workbook-rows.ts';
import { processorTime } from '../processor-time.ts';
import { axis } from './cases.ts';
import { type Counting, collectFigures } from './counted.ts';
import { listWholes } from './wholes.ts';

const version = '@duckdb/node-api@1.5.6-r.1';
const folder = fileURLToPath(new URL('../../../.kasanari/bench-peers', import.meta.url));

/** What we use of it. */
interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection>; closeSync(): void }> };
}
interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getColumnsJS(): readonly (readonly unknown[])[] }>;
  createAppender(table: string): Promise<Appender>;
  closeSync(): void;
}
interface Appender {
  appendVarchar(text: string): void;
  appendInteger(number: number): void;
  appendBoolean(is: boolean): void;
  appendNull(): void;
  endRow(): void;
  closeSync(): void;
}

/** Installs it where it is not yet; the sentence says why it is missing. */
export async function loadDuckDb(): Promise<DuckDb | string> {
  const load = () => createRequire(join(folder, 'package.json'))('@duckdb/node-api') as DuckDb;
  try {
    return load();
  } catch {
    // Not there yet.
  }
  try {
    const args = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, version];
    await promisify(execFile)('npm', args, { timeout: 120_000 });
    return load();
  } catch (error) {
    return `${version} could not be installed: ${error instanceof Error ? error.message.split('\n')[0] : ''}`;
  }
}

/** A database in memory with the accepted rows, and small tables that say what lies in what. `threads`: 1 for processor time. */
export async function openDuckDb(
  { DuckDBInstance }: DuckDb,
  cases: readonly CheckedCase[],
): Promise<{ count(threads: number): Promise<Counting>; close(): void }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(tables);
  await append(connection, cases);
  return {
    async count(threads) {
      await connection.run(`SET threads TO ${threads}`);
      return await count(connection);
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const tables = `
CREATE TABLE cases (received VARCHAR, closed VARCHAR, area VARCHAR, pathway VARCHAR, targets VARCHAR, issues VARCHAR, age VARCHAR,
  sex VARCHAR, compound BOOLEAN, response VARCHAR, handovers VARCHAR, handed INTEGER, reason VARCHAR, carried BOOLEAN);
CREATE TABLE months (name VARCHAR, position INTEGER);
CREATE TABLE area_in (area VARCHAR, whole INTEGER);
CREATE TABLE pathway_in (pathway VARCHAR, whole INTEGER);
CREATE TABLE targets_in (targets VARCHAR, whole INTEGER);`;

async function append(connection: Connection, cases: readonly CheckedCase[]): Promise<void> {
  const rows = await connection.createAppender('cases');
  const text = (value: string | null) => (value === null ? rows.appendNull() : rows.appendVarchar(value));
  for (const one of cases) {
    text(one.receivedOn.slice(0, 7));
    text(one.closedOn?.slice(0, 7) ?? null);
    text(one.area ?? '');
    text(one.pathway);
    text(one.targets.join(','));
    text(one.issues.join(','));
    text(one.ageBand);
    text(one.sex);
    rows.appendBoolean(one.isCompound);
    text(one.response);
    text(one.handovers.toSorted().join(','));
    rows.appendInteger(one.handovers.length);
    text(one.closingReason);
    rows.appendBoolean(one.isCarriedOver);
    rows.endRow();
  }
  rows.closeSync();
  const months = await connection.createAppender('months');
  axis.months.forEach((name, position) => {
    months.appendVarchar(name);
    months.appendInteger(position);
    months.endRow();
  });
  months.closeSync();
  const { areaIn, pathwayIn, targetsIn } = listWholes(cases);
  for (const [table, pairs] of Object.entries({ area_in: areaIn, pathway_in: pathwayIn, targets_in: targetsIn })) {
    const appender = await connection.createAppender(table);
    for (const [part, whole] of pairs) {
      appender.appendVarchar(part);
      appender.appendInteger(whole);
      appender.endRow();
    }
    appender.closeSync();
  }
}

/** The facts first, as we keep them; then one dimension after the other, so that each join meets as few rows as can be. */
const facts = `
CREATE OR REPLACE TEMP TABLE facts AS SELECT *, count(*)::INTEGER AS n FROM cases GROUP BY ALL ORDER BY ALL;`;
const figures = `
WITH moves AS (
    SELECT area, pathway, targets, position, CASE WHEN carried THEN 0 ELSE n END AS n01, CASE WHEN carried THEN 0 ELSE n * handed END AS n05,
      0 AS n06, CASE WHEN compound AND NOT carried THEN n ELSE 0 END AS n08, n AS came FROM facts JOIN months ON name = received
    UNION ALL
    SELECT area, pathway, targets, position, 0, 0, n, 0, -n FROM facts JOIN months ON name = closed),
  own AS (SELECT area, pathway, targets, position, sum(n01) n01, sum(n05) n05, sum(n06) n06, sum(n08) n08, sum(came) came
    FROM moves GROUP BY ALL),
  by_target AS (SELECT area, pathway, t.whole AS target, position, sum(n01) n01, sum(n05) n05, sum(n06) n06, sum(n08) n08, sum(came) came
    FROM own JOIN targets_in t USING (targets) GROUP BY ALL),
  by_pathway AS (SELECT area, p.whole AS pathway, target, position, sum(n01) n01, sum(n05) n05, sum(n06) n06, sum(n08) n08, sum(came) came
    FROM by_target JOIN pathway_in p USING (pathway) GROUP BY ALL),
  by_area AS (SELECT a.whole AS area, pathway, target, position, sum(n01) n01, sum(n05) n05, sum(n06) n06, sum(n08) n08, sum(came) came
    FROM by_pathway JOIN area_in a USING (area) GROUP BY ALL)
SELECT area, pathway, target, position::INTEGER, n01::INTEGER, n05::INTEGER, n06::INTEGER, n08::INTEGER,
  (sum(came) OVER (PARTITION BY area, pathway, target ORDER BY position))::INTEGER AS n07
FROM by_area ORDER BY area, pathway, target, position;`;

/** Ends with the columns in our hands. */
async function count(connection: Connection): Promise<Counting> {
  const start = processorTime();
  await connection.run(facts);
  const factsTook = processorTime() - start;
  const columns = (await connection.runAndReadAll(figures)).getColumnsJS();
  return { figures: () => collectFigures(columns, columns[8] ?? []), factsTook };
}
