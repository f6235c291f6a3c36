/** 一覧表: a table whose columns sort; states stay below values and the sum stays last, as its model says. */
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import type { TableOrder } from '../../shape/comparison/municipality-table.ts';
import { say } from '../../shape/say.ts';
import type { TableModel } from '../../shape/table-model.ts';
import { language } from '../../signals.ts';
import { MunicipalityLink } from '../comparison/ranked-list.tsx';
import { FigureText } from './figure-text.tsx';
import { TableControls } from './table-controls.tsx';

interface SortableTableProps {
  readonly model: TableModel;
  readonly order: TableOrder;
  readonly onOrder: (order: TableOrder) => void;
}

function ScrollingTable(props: SortableTableProps) {
  const { model, order, onOrder } = props;
  const lang = language.value;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section class="table-frame sortable" tabIndex={0} aria-label={model.caption}>
      <table class="figures">
        <caption class="visually-hidden">{model.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{model.rowHeader}</th>
            {model.columns.map(({ key, label }) => {
              const isSorted = order.column === key;
              const direction = order.isDescending ? 'descending' : 'ascending';
              return (
                <th key={key} scope="col" class="number" aria-sort={isSorted ? direction : undefined}>
                  <button
                    type="button"
                    class="sort as-text"
                    title={say(compareWords.sortBy, lang, { column: label })}
                    onClick={() => onOrder({ column: key, isDescending: isSorted ? !order.isDescending : true })}
                  >
                    {label}
                    <span aria-hidden="true">{isSorted ? (order.isDescending ? '▼' : '▲') : '　'}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {model.rows.map((row) => (
            <tr key={row.key} class={`row-${row.look ?? 'plain'}`} data-row={row.key}>
              <th scope="row">
                <MunicipalityLink code={row.key} name={row.label} />
              </th>
              {model.columns.map((column, position) => {
                const cell = row.cells[position];
                return (
                  <td key={column.key} class="number" data-column={column.key}>
                    {cell?.kind === 'figure' && <FigureText figure={cell.figure} decimals={cell.decimals} />}
                    {cell?.kind === 'figure' && 'value' in cell.figure && cell.isPartial === true && (
                      <sup class="partial">＊</sup>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The table in its chosen order; outside of a frame it brings its own 「持ち出す」. */
export function SortableTable(props: SortableTableProps) {
  return (
    <>
      <ScrollingTable {...props} />
      <TableControls model={props.model} />
    </>
  );
}
