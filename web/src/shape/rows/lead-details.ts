/** What leads from the drawings of the details (flow, overlaps, ages, kinds) to their rows: an area and a period, narrowed by codes. */

import { withOrigin } from '../figures/origin.ts';
import type { FlowModel, FlowNode } from '../flow/flow-model.ts';
import type { FlowPlace } from '../flow/flow-steps.ts';
import type { KindShape } from '../support/support-kinds.ts';
import type { MatrixModel } from '../targets/matrix-model.ts';
import type { RowsCondition, RowsQuery } from './rows-query.ts';

/** The area and the period that a drawing is of. */
export interface DrawnPlace {
  readonly area: string;
  readonly period: string;
}

/** A series of a place, narrowed. */
export function narrowed({ area, period }: DrawnPlace, series: string, also: readonly RowsCondition[]): RowsQuery {
  return { series, area, pathway: 'all', target: 'all', period, ...(also.length === 0 ? {} : { also }) };
}

/** By which column of the rows a code is chosen. */
type By = RowsCondition['by'];

/** Bars by kind, each column of a series of its own; the codes of a row are joined by '+'. */
export function leadKinds(
  shape: KindShape,
  place: DrawnPlace,
  { by, series }: { by: By; series: readonly string[] },
): KindShape {
  for (const { code, figures } of shape.rows)
    for (const [column, figure] of figures.entries())
      withOrigin(figure, narrowed(place, series[column] ?? '', [{ by, codes: code.split('+') }]));
  return shape;
}

/** A matrix: of its diagonal only one side. */
export function leadMatrix(
  model: MatrixModel,
  place: DrawnPlace,
  { series, rows, columns }: { readonly series: string; readonly rows: By; readonly columns: By },
): MatrixModel {
  return {
    ...model,
    rows: model.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, position) => {
        const column = model.columns[position];
        if (cell === null || column === undefined) return cell;
        const one = { by: rows, codes: [row.code] };
        const also = cell.isDiagonal ? [one] : [one, { by: columns, codes: [column.code] }];
        return { ...cell, rows: narrowed(place, series, also) };
      }),
    })),
  };
}

const columnNames = ['pathway', 'target', 'handover'] as const;

function conditionOf({ column, code, memberCodes }: FlowNode): RowsCondition {
  return { by: columnNames[column], codes: memberCodes.length > 0 ? memberCodes : [code] };
}

/** The cases of a node, or those of a link: of both its ends. */
export function rowsOfFlow({ nodes }: FlowModel, place: DrawnPlace, at: FlowPlace): RowsQuery | null {
  const ends = 'node' in at ? [at.node] : [at.from, at.to];
  const found = nodes.filter(({ id }) => ends.includes(id));
  return found.length < ends.length ? null : narrowed(place, 'N01', found.map(conditionOf));
}
