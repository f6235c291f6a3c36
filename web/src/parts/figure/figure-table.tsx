/** Draws a table model: numbers right, first column and header stick, hairlines; scrolls inside its own frame. */
import type { ComponentChildren } from 'preact';
import type { TableCell, TableModel, TableRow } from '../../shape/table-model.ts';
import { Swatch } from '../marks/swatch.tsx';
import { type Opening, rowsOpener, useOpening } from '../rows/open-rows.tsx';
import { differenceContent, figureContent } from './figure-text.tsx';
import { TableControls } from './table-controls.tsx';
import { TableFrame } from './table-frame.tsx';

function cellContent(cell: TableCell, opening: Opening): ComponentChildren {
  switch (cell.kind) {
    case 'figure':
      return withPartial(figureContent(cell.figure, cell.decimals, opening), cell.isPartial);
    case 'difference':
      return withPartial(differenceContent(cell.difference, cell.decimals), cell.isPartial);
    case 'text':
      return cell.rows === undefined ? cell.text : rowsOpener(cell.rows, cell.text, opening);
    case 'blank':
      return null;
    default:
      return cell satisfies never;
  }
}

function withPartial(content: ComponentChildren, isPartial: boolean | undefined): ComponentChildren {
  if (isPartial !== true) return content;
  return (
    <>
      {content}
      <sup class="partial">＊</sup>
    </>
  );
}

/** Drawn anew only when it says something else. */
function Row({ row, columns }: { row: TableRow; columns: TableModel['columns'] }) {
  const opening = useOpening();
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
      {columns.map((column, position) => (
        <td
          key={column.key}
          data-column={column.key}
          class={`${column.isText === true ? 'text' : 'number'}${column.isQuiet === true ? ' quiet' : ''}`}
        >
          {cellContent(row.cells[position] ?? { kind: 'blank' }, opening)}
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
            <Row key={row.key} row={row} columns={model.columns} />
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
