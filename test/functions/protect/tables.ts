/** Small tables with their sums, for tests. */
import type { Cell, Relation, Tables } from '#functions/protect/cells.ts';

/** Rows and columns with their totals: 'r0c1', 'r0', 'c1', 'all'. */
export function crossTable(
  counts: readonly (readonly number[])[],
  { threshold, holders = false }: { threshold: number; holders?: boolean },
): Tables {
  const width = counts[0]?.length ?? 0;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const cell = (id: string, value: number, holder: string | null, cost: number): Cell => ({
    id,
    value,
    holder: holders ? holder : null,
    threshold,
    cost,
    isImplicit: false,
  });
  const columns = Array.from({ length: width }, (_, column) => column);
  const cells = [
    cell('all', sum(counts.map(sum)), null, 50),
    ...columns.map((column) => cell(`c${column}`, sum(counts.map((row) => row[column] ?? 0)), null, 20)),
    ...counts.flatMap((row, number) => [
      cell(`r${number}`, sum(row), `r${number}`, 10),
      ...row.map((value, column) => cell(`r${number}c${column}`, value, `r${number}`, 1 + Math.log10(1 + value))),
    ]),
  ];
  const relations: Relation[] = [
    { kind: 'sum', whole: 'all', parts: counts.map((_, row) => `r${row}`) },
    { kind: 'sum', whole: 'all', parts: columns.map((column) => `c${column}`) },
    ...counts.map(
      (row, number): Relation => ({
        kind: 'sum',
        whole: `r${number}`,
        parts: row.map((_, column) => `r${number}c${column}`),
      }),
    ),
    ...columns.map(
      (column): Relation => ({ kind: 'sum', whole: `c${column}`, parts: counts.map((_, row) => `r${row}c${column}`) }),
    ),
  ];
  return { cells, relations };
}

/** Cells by their values; sums cost more than their parts. */
export function plainTables(
  values: Readonly<Record<string, number>>,
  relations: readonly Relation[],
  {
    threshold,
    holder = () => null,
    implicit = [],
  }: { threshold: number; holder?: (id: string) => string | null; implicit?: readonly string[] },
): Tables {
  const isWhole = new Set(relations.map(({ whole }) => whole));
  const cells = Object.entries(values).map(
    ([id, value]): Cell => ({
      id,
      value,
      holder: holder(id),
      threshold,
      cost: (isWhole.has(id) ? 20 : 1) * (1 + Math.log10(1 + value)),
      isImplicit: implicit.includes(id),
    }),
  );
  return { cells, relations };
}
