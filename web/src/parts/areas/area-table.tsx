/** The tree table of 圏域別: counts, shares with bars, differences, rates, sparks and the heat table of the months. */

import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { areaWords } from '#sheets-schema/vocabulary/words/areas.ts';
import type { AreaRow, AreaShape } from '../../shape/areas/area-rows.ts';
import { type ColumnWidths, columnWidths } from '../../shape/areas/area-widths.ts';
import { formatMonthAlone } from '../../shape/figures/format.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { TableFrame } from '../figure/table-frame.tsx';
import { useGrowing } from '../frame/later.tsx';
import { type AreaColumns, AreaTableRow, barOf } from './area-row.tsx';

/** Rows that are drawn in one picture. */
const rowsAtOnce = 6;

/** Rows inside of areas that are closed. */
function hiddenRows(rows: readonly AreaRow[], closed: readonly string[]): ReadonlySet<AreaRow> {
  const hidden = new Set<AreaRow>();
  let closedAt: number | null = null;
  for (const row of rows) {
    if (closedAt !== null && row.depth <= closedAt) closedAt = null;
    if (closedAt !== null) hidden.add(row);
    else if (closed.includes(row.code)) closedAt = row.depth;
  }
  return hidden;
}

interface Drawn {
  readonly rows: readonly AreaRow[];
  readonly columns: AreaColumns;
  readonly months: number;
}

/**
 * What is drawn already, and below it what stood there before: rows of the same areas change from the top, a part at a time. With other
 * columns it is another table.
 */
function withBefore(now: Drawn, before: Drawn | null, drawn: number) {
  const rows = now.rows.slice(0, drawn).map((row) => ({ row, columns: now.columns }));
  if (before === null || before.months !== now.months) return rows;
  if (before.rows.some(({ code }, place) => code !== now.rows[place]?.code)) return rows;
  return [...rows, ...before.rows.slice(drawn).map((row) => ({ row, columns: before.columns }))];
}

/** About how high the table is, so that what stands below keeps its place until all rows are drawn: lines and the head. */
function heightOf(rows: readonly AreaRow[]): string {
  return `${rows.reduce((sum, { look }) => sum + (look === 'group' ? 33 : 31), 31)}px`;
}

function columnsOf(shape: AreaShape): AreaColumns {
  const { measure, decimals, hasRates, hasDifferences, hottest } = shape;
  const bars = shape.rows.flatMap((row) => {
    const figure = barOf(row, measure);
    return row.look !== 'total' && 'value' in figure ? [figure.value] : [];
  });
  return {
    ...{ measure, decimals, hasRates, hasDifferences, hottest },
    hasMonths: shape.months.length > 0,
    largest: Math.max(...bars, Number.MIN_VALUE),
  };
}

function Head({ shape }: { shape: AreaShape }) {
  const lang = language.value;
  const isRate = shape.measure === 'R06';
  const number = (key: 'count' | 'share' | 'rate' | 'difference' | 'spark') => (
    <th scope="col" class="number">
      {say(areaWords[key], lang)}
    </th>
  );
  const bar = (
    <th scope="col" class="bar-column">
      <span class="visually-hidden">{say(isRate ? areaWords.barRate : areaWords.bar, lang)}</span>
    </th>
  );
  return (
    <thead>
      <tr>
        <th scope="col">{say(areaWords.area, lang)}</th>
        {number('count')}
        {number('share')}
        {!isRate && bar}
        {shape.hasRates && number('rate')}
        {isRate && bar}
        {shape.hasDifferences && number('difference')}
        {shape.months.length > 0 && number('spark')}
        {shape.months.map((month, place) => (
          <th key={place} scope="col" class="month">
            {formatMonthAlone(month, lang)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function styleOf({ wide, narrow }: ColumnWidths) {
  return {
    '--columns': wide.tracks,
    '--width': wide.least,
    '--columns-narrow': narrow.tracks,
    '--width-narrow': narrow.least,
  };
}

export function AreaTable({ shape, caption }: { shape: AreaShape; caption: string }) {
  const lang = language.value;
  const [closed, setClosed] = useState<readonly string[]>([]);
  const toggle = useCallback(
    (code: string) =>
      setClosed((before) => (before.includes(code) ? before.filter((other) => other !== code) : [...before, code])),
    [],
  );
  const columns = useMemo(() => columnsOf(shape), [shape]);
  const widths = useMemo(() => styleOf(columnWidths(shape, lang)), [shape, lang]);
  const drawn = useGrowing(shape.rows.length, rowsAtOnce, shape);
  const now: Drawn = { rows: shape.rows, columns, months: shape.months.length };
  const before = useRef<Drawn | null>(null);
  useLayoutEffect(() => {
    if (drawn === shape.rows.length) before.current = now;
  });
  const rows = withBefore(now, before.current, drawn);
  const hidden = hiddenRows(
    rows.map(({ row }) => row),
    closed,
  );
  const hasTree = shape.rows.some(({ hasParts }) => hasParts);
  return (
    <TableFrame label={caption}>
      <table
        key={shape.months.length}
        class={`figures area-table${hasTree ? ' has-tree' : ''}`}
        style={drawn < shape.rows.length ? { ...widths, minHeight: heightOf(shape.rows) } : widths}
      >
        <caption class="visually-hidden">{caption}</caption>
        <Head shape={shape} />
        <tbody>
          {rows.map(({ row, columns: own }, position) =>
            hidden.has(row) ? null : (
              <AreaTableRow
                key={`${position} ${row.code}`}
                row={row}
                columns={own}
                isOpen={!closed.includes(row.code)}
                onToggle={toggle}
              />
            ),
          )}
        </tbody>
      </table>
    </TableFrame>
  );
}
