/** A row of 圏域別: an area with its figures, its spark and its months. Drawn anew only when it says something else. */
import type { Figure } from '#functions/domain/figure.ts';
import { areaWords } from '#sheets-schema/vocabulary/words/areas.ts';
import { type AreaRow, type AreaShape, heatStep } from '../../shape/areas/area-rows.ts';
import type { SeriesPoint } from '../../shape/figures/series.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { DifferenceText, figureContent } from '../figure/figure-text.tsx';
import { ViewLink } from '../frame/view-link.tsx';
import { Spark } from '../marks/spark.tsx';
import { type Opening, useOpening } from '../rows/open-rows.tsx';

/** What all rows of the table have in common. */
export type AreaColumns = Pick<AreaShape, 'measure' | 'decimals' | 'hasRates' | 'hasDifferences' | 'hottest'> & {
  readonly hasMonths: boolean;
  /** The longest bar. */
  readonly largest: number;
};

/** What the bar of a row draws: its share, or its rate. */
export function barOf(row: AreaRow, measure: AreaShape['measure']): Figure {
  return measure === 'R06' ? row.rate : row.share;
}

function monthCell(point: SeriesPoint, place: number, row: AreaRow, columns: AreaColumns, opening: Opening) {
  const { hottest, decimals } = columns;
  const isHeated = row.look === 'plain' && row.code !== 'unplaced';
  const step = isHeated && 'value' in point.figure ? heatStep(point.figure.value, hottest) : 0;
  const isGap = point.figure.state === 'unreported';
  return (
    // By place, not by month: another year changes what the cells say, and makes no new ones.
    <td
      key={place}
      class={`month${step > 0 ? ` heat heat-${step}` : ''}${isGap ? ' gap' : ''}`}
      data-column={point.period}
    >
      {figureContent(point.figure, decimals, opening)}
      {row.look === 'total' && point.isPartial && <sup class="partial">＊</sup>}
    </td>
  );
}

/** Share or rate as a bar from 0; the longest bar is the largest of the table. */
function barCell(row: AreaRow, { measure, largest }: AreaColumns) {
  const figure = barOf(row, measure);
  return (
    <td class="bar-column">
      {row.look !== 'total' && 'value' in figure && (
        <svg class="share-bar" width="72" height="10" aria-hidden="true">
          <rect class="share-track" width="72" height="10" />
          <rect
            class={row.depth === 0 ? 'share-fill' : 'share-fill quiet'}
            width={((72 * figure.value) / largest).toFixed(1)}
            height="10"
          />
        </svg>
      )}
    </td>
  );
}

interface Folding {
  readonly isOpen: boolean;
  readonly onToggle: (code: string) => void;
}

function nameCell(row: AreaRow, { isOpen, onToggle }: Folding) {
  const isLink = row.look !== 'total' && row.code !== 'unplaced';
  return (
    <th scope="row" style={{ paddingLeft: `${row.depth * 18}px` }}>
      {row.hasParts && (
        <button
          type="button"
          class="tree-toggle"
          aria-expanded={isOpen}
          aria-label={say(areaWords.expand, language.value, { area: row.name })}
          onClick={() => onToggle(row.code)}
        >
          <span aria-hidden="true">{isOpen ? '▼' : '▶'}</span>
        </button>
      )}
      {isLink ? <ViewLink to={{ area: row.code, division: null }}>{row.name}</ViewLink> : row.name}
    </th>
  );
}

export function AreaTableRow(props: { row: AreaRow; columns: AreaColumns } & Folding) {
  const { row, columns } = props;
  const opening = useOpening();
  const isRate = columns.measure === 'R06';
  return (
    <tr class={`row-${row.look}`} data-row={row.code}>
      {nameCell(row, props)}
      <td class="number" data-column="count">
        {figureContent(row.count, 0, opening)}
        {row.isPartial && <sup class="partial">＊</sup>}
      </td>
      <td class="number" data-column="share">
        {figureContent(row.share, 1, opening)}
      </td>
      {!isRate && barCell(row, columns)}
      {columns.hasRates && (
        <td class="number" data-column="rate">
          {figureContent(row.rate, 1, opening)}
        </td>
      )}
      {isRate && barCell(row, columns)}
      {columns.hasDifferences && (
        <td class="number" data-column="difference">
          <DifferenceText difference={row.difference} decimals={columns.decimals} />
        </td>
      )}
      {columns.hasMonths && (
        <td class="number">
          <Spark points={row.months} width={84} height={22} />
        </td>
      )}
      {row.months.map((point, place) => monthCell(point, place, row, columns, opening))}
    </tr>
  );
}
