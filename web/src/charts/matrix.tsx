/**
 * A matrix of counts as a heat table: numbers printed, the diagonal framed (it is no overlap). It stays a table for screen
 * readers; by keyboard the arrows go through the cells and each is read out as a sentence; Enter opens its rows.
 */
import { useRef, useState } from 'preact/hooks';
import { canOpenRows, openRows } from '../parts/rows/open-rows.tsx';
import { formatNumber } from '../shape/figures/format.ts';
import { type MatrixCell, type MatrixModel, matrixSteps } from '../shape/targets/matrix-model.ts';
import { language } from '../signals.ts';
import '../styles/areas.css';
import '../styles/matrix.css';

const moves: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** `emphasised` is a code whose row and column are marked. */
export function Matrix({ model, caption, emphasised }: { model: MatrixModel; caption: string; emphasised?: string }) {
  const [at, setAt] = useState<readonly [row: number, column: number] | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const cellAt = ([row, column]: readonly [number, number]) => model.rows[row]?.cells[column] ?? null;
  /** The next cell that way; cells that are left out are jumped over, and at the border it stays. */
  const move = ([down, right]: readonly [number, number]) => {
    let next: readonly [number, number] = at === null ? [0, 0] : [at[0] + down, at[1] + right];
    const isInside = ([row, column]: readonly [number, number]) =>
      row >= 0 && column >= 0 && row < model.rows.length && column < model.columns.length;
    while (isInside(next) && cellAt(next) === null) next = [next[0] + down, next[1] + right];
    if (!isInside(next)) return;
    setAt(next);
    frame.current
      ?.querySelector(`[data-cell="${next[0]}-${next[1]}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const rowsOf = (cell: MatrixCell | null) => (canOpenRows.value ? (cell?.rows ?? null) : null);
  const open = (cell: MatrixCell | null) => {
    const rows = rowsOf(cell);
    if (rows !== null) openRows(rows);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; a landmark would be one too many
    <div
      role="group"
      ref={frame}
      class="table-frame matrix-frame"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: Tab reaches each chart, arrows go through its points
      tabIndex={0}
      aria-label={caption}
      onKeyDown={(event) => {
        const way = moves[event.key];
        if (way !== undefined) {
          event.preventDefault();
          move(way);
        } else if (event.key === 'Escape') setAt(null);
        else if (event.key === 'Enter' && at !== null) open(cellAt(at));
      }}
      onBlur={() => setAt(null)}
    >
      <table class="figures matrix">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{model.rowHeader}</th>
            {model.columns.map(({ code, name }) => (
              <th key={code} scope="col" class={`side${code === emphasised ? ' emphasised' : ''}`}>
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.rows.map(({ code, name, cells }, row) => (
            <tr key={code} data-row={code}>
              <th scope="row" class={code === emphasised ? 'emphasised' : undefined}>
                {name}
              </th>
              {cells.map((cell, column) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the frame goes through the cells, and Enter opens
                <td
                  key={model.columns[column]?.code}
                  data-cell={`${row}-${column}`}
                  title={cell?.sentence}
                  onClick={() => open(cell)}
                  class={[
                    'cell',
                    cell === null
                      ? 'left-out'
                      : cell.isDiagonal
                        ? 'diagonal'
                        : cell.step === 0
                          ? 'none'
                          : `heat heat-${cell.step}`,
                    at !== null && at[0] === row && at[1] === column ? 'at' : '',
                    rowsOf(cell) === null ? '' : 'leads-to-rows',
                  ]
                    .filter(Boolean)
                    .join(' ')}
                >
                  {cell === null ? null : formatNumber(cell.count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="visually-hidden" aria-live="polite">
        {at === null ? '' : cellAt(at)?.sentence}
      </p>
    </div>
  );
}

/** The steps of the scale with the numbers that they stand for, and what the framed diagonal is. */
export function MatrixLegend({ model, scale, diagonal }: { model: MatrixModel; scale: string; diagonal?: string }) {
  return (
    <>
      <span>{scale}</span>
      <span class="heat-steps">
        {matrixSteps(model.hottest, language.value).map(({ step, label }) => (
          <span key={step} class={`heat heat-${step}`}>
            {label}
          </span>
        ))}
      </span>
      {diagonal !== undefined && (
        <span>
          <i class="diagonal-key" aria-hidden="true" />
          {diagonal}
        </span>
      )}
    </>
  );
}
