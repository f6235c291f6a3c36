/** The tree table of 圏域別: counts, shares with bars, differences, rates, sparks and the heat table of the months. */

import { useState } from 'preact/hooks';
import type { Figure } from '#functions/domain/figure.ts';
import { areaWords } from '#sheets-schema/vocabulary/words/areas.ts';
import { type AreaRow, type AreaShape, heatStep } from '../../shape/areas/area-rows.ts';
import { formatMonthAlone } from '../../shape/figures/format.ts';
import type { SeriesPoint } from '../../shape/figures/series.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { DifferenceText, FigureText } from '../figure/figure-text.tsx';
import { TableFrame } from '../figure/table-frame.tsx';
import { useGrowing } from '../frame/later.tsx';
import { ViewLink } from '../frame/view-link.tsx';
import { Spark } from '../marks/spark.tsx';

function MonthCell(props: { point: SeriesPoint; row: AreaRow; hottest: number; decimals: number }) {
  const { point, row, hottest, decimals } = props;
  const isHeated = row.look === 'plain' && row.code !== 'unplaced';
  const step = isHeated && 'value' in point.figure ? heatStep(point.figure.value, hottest) : 0;
  const isGap = point.figure.state === 'unreported';
  return (
    <td class={`month${step > 0 ? ` heat heat-${step}` : ''}${isGap ? ' gap' : ''}`} data-column={point.period}>
      <FigureText figure={point.figure} decimals={decimals} />
      {row.look === 'total' && point.isPartial && <sup class="partial">＊</sup>}
    </td>
  );
}

/** Share or rate as a bar from 0; the longest bar is the largest of the table. */
function BarCell({ row, figure, largest }: { row: AreaRow; figure: Figure; largest: number }) {
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

function Name(props: { row: AreaRow; isOpen: boolean; onToggle: () => void }) {
  const { row } = props;
  const isLink = row.look !== 'total' && row.code !== 'unplaced';
  return (
    <th scope="row" style={{ paddingLeft: `${row.depth * 18}px` }}>
      {row.hasParts && (
        <button
          type="button"
          class="tree-toggle"
          aria-expanded={props.isOpen}
          aria-label={say(areaWords.expand, language.value, { area: row.name })}
          onClick={props.onToggle}
        >
          <span aria-hidden="true">{props.isOpen ? '▼' : '▶'}</span>
        </button>
      )}
      {isLink ? <ViewLink to={{ area: row.code, division: null }}>{row.name}</ViewLink> : row.name}
    </th>
  );
}

/** Rows that are drawn in one picture. */
const rowsAtOnce = 12;

export function AreaTable({ shape, caption }: { shape: AreaShape; caption: string }) {
  const lang = language.value;
  const [closed, setClosed] = useState<readonly string[]>([]);
  const hidden = new Set<AreaRow>();
  let closedAt: number | null = null;
  for (const row of shape.rows) {
    if (closedAt !== null && row.depth <= closedAt) closedAt = null;
    if (closedAt !== null) hidden.add(row);
    else if (closed.includes(row.code)) closedAt = row.depth;
  }
  const toggle = (code: string) =>
    setClosed((before) => (before.includes(code) ? before.filter((other) => other !== code) : [...before, code]));
  const hasMonths = shape.months.length > 0;
  const isRate = shape.measure === 'R06';
  const measured = (row: AreaRow) => (isRate ? row.rate : row.share);
  const largest = Math.max(
    ...shape.rows.flatMap((row) => {
      const figure = measured(row);
      return row.look !== 'total' && 'value' in figure ? [figure.value] : [];
    }),
    Number.MIN_VALUE,
  );
  const barHeader = (
    <th scope="col" class="bar-column">
      <span class="visually-hidden">{say(isRate ? areaWords.barRate : areaWords.bar, lang)}</span>
    </th>
  );
  const rows = shape.rows.slice(0, useGrowing(shape.rows.length, rowsAtOnce));
  const hasTree = shape.rows.some(({ hasParts }) => hasParts);
  return (
    <TableFrame label={caption}>
      <table class={`figures area-table${hasTree ? ' has-tree' : ''}`}>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say(areaWords.area, lang)}</th>
            <th scope="col" class="number">
              {say(areaWords.count, lang)}
            </th>
            <th scope="col" class="number">
              {say(areaWords.share, lang)}
            </th>
            {!isRate && barHeader}
            {shape.hasRates && (
              <th scope="col" class="number">
                {say(areaWords.rate, lang)}
              </th>
            )}
            {isRate && barHeader}
            {shape.hasDifferences && (
              <th scope="col" class="number">
                {say(areaWords.difference, lang)}
              </th>
            )}
            {hasMonths && (
              <th scope="col" class="number">
                {say(areaWords.spark, lang)}
              </th>
            )}
            {shape.months.map((month, place) => (
              <th key={place} scope="col" class="month">
                {formatMonthAlone(month, lang)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, position) =>
            hidden.has(row) ? null : (
              <tr key={`${position} ${row.code}`} class={`row-${row.look}`} data-row={row.code}>
                <Name row={row} isOpen={!closed.includes(row.code)} onToggle={() => toggle(row.code)} />
                <td class="number" data-column="count">
                  <FigureText figure={row.count} decimals={0} />
                  {row.isPartial && <sup class="partial">＊</sup>}
                </td>
                <td class="number" data-column="share">
                  <FigureText figure={row.share} decimals={1} />
                </td>
                {!isRate && <BarCell figure={measured(row)} row={row} largest={largest} />}
                {shape.hasRates && (
                  <td class="number" data-column="rate">
                    <FigureText figure={row.rate} decimals={1} />
                  </td>
                )}
                {isRate && <BarCell figure={measured(row)} row={row} largest={largest} />}
                {shape.hasDifferences && (
                  <td class="number" data-column="difference">
                    <DifferenceText difference={row.difference} decimals={shape.decimals} />
                  </td>
                )}
                {hasMonths && (
                  <td class="number">
                    <Spark points={row.months} width={92} height={22} />
                  </td>
                )}
                {/* By place, not by month: another year changes what the cells say, and makes no new ones. */}
                {row.months.map((point, place) => (
                  <MonthCell key={place} point={point} row={row} hottest={shape.hottest} decimals={shape.decimals} />
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </TableFrame>
  );
}
