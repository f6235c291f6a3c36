/** The tree table of 圏域別: counts, shares with bars, differences, rates, sparks and the heat table of the months. */

import { useState } from 'preact/hooks';
import { areaWords } from '#sheets-schema/vocabulary/words/areas.ts';
import { type AreaRow, type AreaShape, heatStep } from '../../shape/areas/area-rows.ts';
import { formatMonthAlone } from '../../shape/figures/format.ts';
import type { SeriesPoint } from '../../shape/figures/series.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { DifferenceText, FigureText } from '../figure/figure-text.tsx';
import { ViewLink } from '../frame/view-link.tsx';
import { Spark } from '../marks/spark.tsx';

function MonthCell({ point, row, hottest }: { point: SeriesPoint; row: AreaRow; hottest: number }) {
  const isHeated = row.look === 'plain' && row.code !== 'unplaced';
  const step = isHeated && 'value' in point.figure ? heatStep(point.figure.value, hottest) : 0;
  const isGap = point.figure.state === 'unreported';
  return (
    <td class={`month${step > 0 ? ` heat heat-${step}` : ''}${isGap ? ' gap' : ''}`} data-column={point.period}>
      <FigureText figure={point.figure} decimals={0} />
      {row.look === 'total' && point.isPartial && <sup class="partial">＊</sup>}
    </td>
  );
}

/** The share as a bar from 0; the longest bar is the largest share of the table. */
function ShareBar({ row, largest }: { row: AreaRow; largest: number }) {
  if (row.look === 'total' || !('value' in row.share)) return null;
  return (
    <svg class="share-bar" width="72" height="10" aria-hidden="true">
      <rect class="share-track" width="72" height="10" />
      <rect
        class={row.depth === 0 ? 'share-fill' : 'share-fill quiet'}
        width={((72 * row.share.value) / largest).toFixed(1)}
        height="10"
      />
    </svg>
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
  const largest = Math.max(
    ...shape.rows.flatMap(({ look, share }) => (look !== 'total' && 'value' in share ? [share.value] : [])),
    1,
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; a landmark would be one too many
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <div role="group" class="table-frame" tabIndex={0} aria-label={caption}>
      <table class="figures area-table">
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
            <th scope="col">
              <span class="visually-hidden">{say(areaWords.bar, lang)}</span>
            </th>
            {shape.hasDifferences && (
              <th scope="col" class="number">
                {say(areaWords.difference, lang)}
              </th>
            )}
            {shape.hasRates && (
              <th scope="col" class="number">
                {say(areaWords.rate, lang)}
              </th>
            )}
            {hasMonths && (
              <th scope="col" class="number">
                {say(areaWords.spark, lang)}
              </th>
            )}
            {shape.months.map((month) => (
              <th key={month} scope="col" class="month">
                {formatMonthAlone(month, lang)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shape.rows.map((row, position) =>
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
                <td>
                  <ShareBar row={row} largest={largest} />
                </td>
                {shape.hasDifferences && (
                  <td class="number" data-column="difference">
                    <DifferenceText difference={row.difference} decimals={0} />
                  </td>
                )}
                {shape.hasRates && (
                  <td class="number" data-column="rate">
                    <FigureText figure={row.rate} decimals={1} />
                  </td>
                )}
                {hasMonths && (
                  <td class="number">
                    <Spark points={row.months} width={92} height={22} />
                  </td>
                )}
                {row.months.map((point) => (
                  <MonthCell key={point.period} point={point} row={row} hottest={shape.hottest} />
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}
