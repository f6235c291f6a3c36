/** Bars by kind from 0, as a table: name, number, bar, and the other numbers of the kind. */
import type { KindShape } from '../../shape/support/support-kinds.ts';
import { FigureText } from '../figure/figure-text.tsx';
import { TableFrame } from '../figure/table-frame.tsx';

function Bars({ shape, caption }: { shape: KindShape; caption: string }) {
  const [first, ...others] = shape.columns;
  return (
    <table class="figures target-bars kind-bars">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{shape.rowHeader}</th>
          <th scope="col" class="number">
            {first?.label}
          </th>
          <td class="bar-cell" />
          {others.map(({ key, label }) => (
            <th key={key} scope="col" class="number">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shape.rows.map(({ code, name, figures, length }) => (
          <tr key={code} data-row={code}>
            <th scope="row">{name}</th>
            <td class="number">
              <FigureText figure={figures[0] ?? { state: 'n/a' }} decimals={0} />
            </td>
            <td class="bar-cell">
              <span class="bar-fill" style={{ width: `${(length * 100).toFixed(2)}%` }} aria-hidden="true" />
            </td>
            {others.map(({ key }, position) => (
              <td key={key} class="number quiet">
                <FigureText figure={figures[position + 1] ?? { state: 'n/a' }} decimals={0} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Many columns scroll inside their frame on a telephone; by arrows every figure is reached. */
export function KindBars({ shape, caption }: { shape: KindShape; caption: string }) {
  return (
    <TableFrame label={caption}>
      <Bars shape={shape} caption={caption} />
    </TableFrame>
  );
}
