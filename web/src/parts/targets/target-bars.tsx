/** Bars by 対象 from 0, as a table: name, bar, count, share, change. Choosing a name shows its trend. */
import { targetWords } from '#sheets-schema/vocabulary/words/targets.ts';
import { say } from '../../shape/say.ts';
import type { TargetRow } from '../../shape/targets/target-rows.ts';
import { language } from '../../signals.ts';
import { DifferenceText, FigureText } from '../figure/figure-text.tsx';
import { TableFrame } from '../figure/table-frame.tsx';

export function TargetBars(props: {
  readonly rows: readonly TargetRow[];
  readonly caption: string;
  /** The 対象 whose trend is shown. */
  readonly chosen: string;
  readonly onChoose: (code: string) => void;
  /** Marks counts from which an office is missing. */
  readonly isPartial: boolean;
}) {
  const lang = language.value;
  return (
    <TableFrame label={props.caption}>
      <table class="figures target-bars">
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say(targetWords.columnTarget, lang)}</th>
            <th scope="col" class="number">
              {say(targetWords.columnCount, lang)}
            </th>
            <th scope="col" class="number share">
              {say(targetWords.columnShare, lang)}
            </th>
            <td class="bar-cell" />
            <th scope="col" class="number">
              {say(targetWords.columnBefore, lang)}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.code} data-row={row.code} class={row.code === props.chosen ? 'row-emphasised' : undefined}>
              <th scope="row" class={row.depth === 1 ? 'deeper' : undefined}>
                <button
                  type="button"
                  class="link-button"
                  aria-pressed={row.code === props.chosen}
                  onClick={() => props.onChoose(row.code)}
                >
                  {row.name}
                </button>
              </th>
              <td class="number">
                <FigureText figure={row.count} decimals={0} />
                {props.isPartial && 'value' in row.count && <sup class="partial">＊</sup>}
              </td>
              <td class="number quiet share">
                <FigureText figure={row.share} decimals={1} />
              </td>
              <td class="bar-cell">
                {row.length !== null && (
                  <span
                    class={`bar-fill${row.depth === 1 ? ' bar-quiet' : ''}`}
                    style={{ width: `${(row.length * 100).toFixed(2)}%` }}
                    aria-hidden="true"
                  />
                )}
              </td>
              <td class="number">
                <DifferenceText difference={row.change} decimals={0} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
