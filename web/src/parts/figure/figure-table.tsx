/** Draws a table model: numbers right, first column and header stick, hairlines; scrolls inside its own frame. */
import type { TableCell, TableModel, TableRow } from '../../shape/table-model.ts';
import { Swatch } from '../marks/swatch.tsx';
import { DifferenceText, FigureText } from './figure-text.tsx';
import { TableControls } from './table-controls.tsx';
import { TableFrame } from './table-frame.tsx';

function CellContent({ cell }: { cell: TableCell }) {
  switch (cell.kind) {
    case 'figure':
      return (
        <>
          <FigureText figure={cell.figure} decimals={cell.decimals} />
          {cell.isPartial === true && <sup class="partial">＊</sup>}
        </>
      );
    case 'difference':
      return (
        <>
          <DifferenceText difference={cell.difference} decimals={cell.decimals} />
          {cell.isPartial === true && <sup class="partial">＊</sup>}
        </>
      );
    case 'text':
      return <>{cell.text}</>;
    case 'blank':
      return null;
    default:
      return cell satisfies never;
  }
}

function Row({ row, model }: { row: TableRow; model: TableModel }) {
  return (
    <tr class={`row-${row.look ?? 'plain'}`} data-row={row.key}>
      <th
        scope="row"
        class={row.swatch === undefined ? undefined : 'with-swatch'}
        style={row.depth === undefined ? undefined : { paddingLeft: `${row.depth * 20}px` }}
      >
        {row.swatch !== undefined && <Swatch pathway={row.swatch} />}
        {row.label}
      </th>
      {model.columns.map((column, position) => (
        <td
          key={column.key}
          data-column={column.key}
          class={`${column.isText === true ? 'text' : 'number'}${column.isQuiet === true ? ' quiet' : ''}`}
        >
          <CellContent cell={row.cells[position] ?? { kind: 'blank' }} />
        </td>
      ))}
    </tr>
  );
}

/** The caption names the scrolling frame for keyboards and screen readers. */
function ScrollingTable({ model }: { model: TableModel }) {
  return (
    <TableFrame label={model.caption}>
      <table class="figures">
        <caption class="visually-hidden">{model.caption}</caption>
        <thead>
          {model.groups !== undefined && (
            <tr class="groups">
              <td />
              {model.groups.map((group) => (
                <th key={group.label} scope="colgroup" colSpan={group.span}>
                  {group.label}
                </th>
              ))}
            </tr>
          )}
          <tr>
            <th scope="col">{model.rowHeader}</th>
            {model.columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                data-column={column.key}
                class={column.isText === true ? 'text' : 'number'}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.rows.map((row) => (
            <Row key={row.key} row={row} model={model} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** One table; outside of a frame it brings its own 「持ち出す」. */
export function FigureTable({ model }: { model: TableModel }) {
  return (
    <>
      <ScrollingTable model={model} />
      <TableControls model={model} />
    </>
  );
}
