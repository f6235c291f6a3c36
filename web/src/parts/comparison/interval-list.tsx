/**
 * Municipalities ranked by one measure: thick the 95 %, thin the 99.8 % interval, the prefecture and guide values as lines through
 * all rows, the class in words at the right. Tab reaches the list, arrows go through its municipalities, Enter reads about one.
 */
import { classWords, comparisonWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import type { IntervalRow, IntervalRows, ListLine, Stretch } from '../../shape/comparison/interval-rows.ts';
import { labelCount, type ShownComparison } from '../../shape/comparison/interval-table.ts';
import { decimalsOf } from '../../shape/comparison/measure-words.ts';
import { formatNumber } from '../../shape/figures/format.ts';
import { say } from '../../shape/say.ts';
import { language, viewState } from '../../signals.ts';
import { FigureText } from '../figure/figure-text.tsx';
import { useGrowing } from '../frame/later.tsx';
import { PointMark } from './point-mark.tsx';
import { stepThroughTowns, TownButton } from './town-button.tsx';
import { TownCard } from './town-card.tsx';

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

function Bar({ of, look }: { of: Stretch | null; look: string }) {
  if (of === null) return null;
  return (
    <i
      class={`stretch ${look}${of.isCut ? ' is-cut' : ''}`}
      style={{ left: percent(of.from), width: percent(of.to - of.from) }}
    />
  );
}

function Plot({ row, of }: { row: IntervalRow; of: IntervalRows }) {
  if (row.at === null) return <span class="plot-note">{row.note}</span>;
  return (
    <div class={`plot-area plot-${row.class ?? 'unclassed'}`} aria-hidden="true">
      {of.ticks.map(({ value, at }) => (
        <i key={value} class="grid-line" style={{ left: percent(at) }} />
      ))}
      {of.lines.map(({ key, kind, at }) => (
        <i key={key} class={`list-line line-${kind}`} style={{ left: percent(at) }} />
      ))}
      <Bar of={row.of998} look="of998" />
      <Bar of={row.of95} look="of95" />
      {row.smoothed !== null && <Bar of={row.smoothed.of95} look="of95-smoothed" />}
      {row.smoothed !== null && <i class="smoothed-point" style={{ left: percent(row.smoothed.at) }} />}
      <span class="plot-point" style={{ left: percent(row.at) }}>
        <PointMark of={row.class ?? 'unclassed'} />
      </span>
      {row.of998?.isCut === true && <span class="goes-on">›</span>}
    </div>
  );
}

interface RowProps {
  readonly row: IntervalRow;
  readonly of: IntervalRows;
  readonly shown: ShownComparison;
  readonly isFirst: boolean;
}

/** What is true of a chosen municipality, below its row. */
function ChosenRow({ code, shown, columns }: { code: string; shown: ShownComparison; columns: number }) {
  return (
    <tr class="town-row">
      <td />
      <td colSpan={columns - 1}>
        <TownCard of={shown} code={code} />
      </td>
    </tr>
  );
}

const columnsOf = ({ hasSmoothed }: IntervalRows) => (hasSmoothed ? 7 : 6);

function Row({ row, of, shown, isFirst }: RowProps) {
  const lang = language.value;
  const decimals = decimalsOf(shown.measure.measure);
  return (
    <>
      <tr data-row={row.code} data-class={row.class ?? ''} class={row.isOwn ? 'own' : undefined}>
        <td class="rank">{row.rank ?? ''}</td>
        <th scope="row">
          <TownButton code={row.code} name={row.name} isFirst={isFirst} />
          {row.isOwn && <span class="own-mark">{say(comparisonWords.ownMark, lang)}</span>}
          {row.months !== null && (
            <span class="months">
              <span aria-hidden="true">{say(comparisonWords.monthsMark, lang, { reported: row.months })}</span>
              <span class="visually-hidden">{say(comparisonWords.monthsWords, lang, { reported: row.months })}</span>
            </span>
          )}
        </th>
        <td class="number">
          <FigureText figure={row.count} decimals={0} />
        </td>
        <td class="number value">{row.at !== null && <FigureText figure={row.value} decimals={decimals} />}</td>
        {of.hasSmoothed && (
          <td class="number smoothed">
            {row.smoothed !== null && (
              <>
                <span aria-hidden="true">◇ </span>
                {formatNumber(row.smoothed.value, decimals)}
              </>
            )}
          </td>
        )}
        <td class="plot">
          <Plot row={row} of={of} />
        </td>
        <td class={`class-word class-${row.class ?? 'none'}`}>
          {row.class !== null && (
            <span class="word-with-mark">
              <PointMark of={row.class} />
              {say(classWords[row.class], lang)}
            </span>
          )}
          {row.class !== null && row.note !== '' && <span class="why">{row.note}</span>}
        </td>
      </tr>
      {viewState.value.town === row.code && <ChosenRow code={row.code} shown={shown} columns={columnsOf(of)} />}
    </>
  );
}

function LineRow({ line, of, measure }: { line: ListLine; of: IntervalRows; measure: string }) {
  return (
    <tr class={`line-row line-row-${line.kind}`}>
      <td class="rank" />
      <th scope="row">{line.name}</th>
      <td class="number">{line.count !== null && formatNumber(line.count)}</td>
      <td class="number value">{formatNumber(line.value, decimalsOf(measure))}</td>
      {of.hasSmoothed && <td />}
      <td class="plot">
        <div class="plot-area" aria-hidden="true">
          {of.lines.map(({ key, kind, at }) => (
            <i key={key} class={`list-line line-${kind}`} style={{ left: percent(at) }} />
          ))}
          <span class={`line-label${line.side === 'left' ? ' to-left' : ''}`} style={{ left: percent(line.at) }}>
            {line.label}
          </span>
        </div>
      </td>
      <td />
    </tr>
  );
}

/** Rows that are drawn in one picture. */
const rowsAtOnce = 10;
/** About how high a row is, in pixels, so that the page keeps its height until all are drawn. */
const rowHeight = 36;

export function IntervalList({ of, shown, caption }: { of: IntervalRows; shown: ShownComparison; caption: string }) {
  const lang = language.value;
  const { measure } = shown.measure;
  const count = of.ranked.length + of.unranked.length;
  const drawn = useGrowing(count, rowsAtOnce);
  const height = drawn < count ? { minHeight: `${count * rowHeight}px` } : {};
  return (
    <section class="table-frame interval-frame" aria-label={caption} style={height}>
      <table class="figures intervals" onKeyDown={stepThroughTowns}>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="rank">
              <span class="visually-hidden">{say(comparisonWords.columnRank, lang)}</span>
            </th>
            <th scope="col">{say(comparisonWords.columnTown, lang)}</th>
            <th scope="col" class="number">
              {labelCount(measure, lang)}
            </th>
            <th scope="col" class="number">
              {say(comparisonWords.columnValue, lang)}
            </th>
            {of.hasSmoothed && (
              <th scope="col" class="number">
                {say(comparisonWords.columnSmoothed, lang)}
              </th>
            )}
            <th scope="col" class="plot">
              <span class="visually-hidden">{say(comparisonWords.columnPlot, lang)}</span>
              <span class="plot-area scale" aria-hidden="true">
                {of.ticks.map(({ value, at }) => (
                  <span key={value} style={{ left: percent(at) }}>
                    {value.toLocaleString('en-US')}
                  </span>
                ))}
              </span>
            </th>
            <th scope="col">{say(comparisonWords.columnClass, lang)}</th>
          </tr>
        </thead>
        <tbody>
          {of.ranked.slice(0, drawn).map((row, place) => (
            <Row key={row.code} row={row} of={of} shown={shown} isFirst={place === 0} />
          ))}
        </tbody>
        {of.lines.length > 0 && (
          <tbody class="lines">
            {of.lines.map((line) => (
              <LineRow key={line.key} line={line} of={of} measure={measure} />
            ))}
          </tbody>
        )}
        {of.unranked.length > 0 && (
          <tbody>
            <tr class="heading">
              <th scope="rowgroup" colSpan={columnsOf(of)}>
                {say(comparisonWords.unranked, lang)}
              </th>
            </tr>
            {of.unranked.slice(0, Math.max(0, drawn - of.ranked.length)).map((row, place) => (
              <Row key={row.code} row={row} of={of} shown={shown} isFirst={of.ranked.length === 0 && place === 0} />
            ))}
          </tbody>
        )}
      </table>
    </section>
  );
}
