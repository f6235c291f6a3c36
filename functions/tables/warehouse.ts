/** Where analysts query the figures as tables (BigQuery), as a small promise. Types only. */

export interface TableColumn {
  readonly name: string;
  readonly type: 'STRING' | 'INTEGER' | 'FLOAT' | 'DATE' | 'TIMESTAMP';
  /** Never empty. */
  readonly isRequired: boolean;
  readonly description: string;
}

/** A table with one part a day: the rows of the last release of that day. */
export interface TableDefinition {
  /** Like 'facts_prefecture_16'. */
  readonly name: string;
  /** A column more is no new version; a column that means something else is, and stands in a table of its own. */
  readonly version: number;
  readonly description: string;
  readonly columns: readonly TableColumn[];
  /** The column of the day. */
  readonly partitionedBy: string;
  readonly clusteredBy: readonly string[];
}

/** Loading the same again under the same job changes nothing. */
export interface Warehouse {
  /** Makes the table and the view of its newest day, or adds the columns that it lacks. */
  prepare(table: TableDefinition): Promise<void>;
  /** Replaces a day of the table. Each row is a line of JSON. */
  load(
    table: TableDefinition,
    part: { readonly day: string; readonly job: string; readonly rows: AsyncIterable<string> },
  ): Promise<void>;
  /** Removes the table with all its days, if it is there. */
  remove(table: TableDefinition): Promise<void>;
}
