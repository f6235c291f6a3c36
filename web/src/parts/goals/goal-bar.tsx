/** The bullet bar of a goal: result, goal's tick (aligned over all rows), ▼ pace, ○ projection with its 95 % line. Decoration for eyes: the row says it all in words. */
import type { GoalBar } from '../../shape/goals/goal-bar.ts';
import type { RowsQuery } from '../../shape/rows/rows-query.ts';
import { canOpenRows, openRows } from '../rows/open-rows.tsx';

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** ▼ above the bar. */
function Pace({ at }: { at: number }) {
  return (
    <svg x={percent(at)} y="1" overflow="visible" aria-hidden="true">
      <path class="bar-pace" d="M-6 0h12l-6 8z" />
    </svg>
  );
}

/** The result lies beyond the right end. */
function Beyond() {
  return (
    <svg x="100%" y="12" overflow="visible" aria-hidden="true">
      <path class="bar-beyond" d="M-12 0v16M-7 0v16" />
    </svg>
  );
}

/** ○ what the year will come to, on the line of its 95 % range; white below, so that it is seen on the result too. */
function Projection({ of }: { of: NonNullable<GoalBar['projection']> }) {
  const [value, low, high] = [of.value, of.low, of.high].map(percent);
  return (
    <>
      {['bar-line-below', 'bar-line'].map((look) => (
        <g key={look} class={look}>
          <line x1={low} x2={high} y1="20" y2="20" />
          <line x1={low} x2={low} y1="14" y2="26" />
          <line x1={high} x2={high} y1="14" y2="26" />
        </g>
      ))}
      <circle class="bar-expected" cx={value} cy="20" r="4.5" />
    </>
  );
}

/** The length of the result; a click leads to its rows, as the number beside it does for keyboards. */
function Result({ bar, length, rows }: { bar: GoalBar; length: number; rows: RowsQuery | null }) {
  const leads = rows !== null && canOpenRows.value;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the number beside the bar is the button
    <rect
      class={`bar-fill bar-${bar.tone}${leads ? ' leads-to-rows' : ''}`}
      x="0"
      y="12"
      width={percent(length)}
      height="16"
      onClick={leads ? () => openRows(rows) : undefined}
    />
  );
}

export function GoalBarDrawing({ bar, rows = null }: { bar: GoalBar | null; rows?: RowsQuery | null }) {
  if (bar === null) {
    return (
      <svg class="goal-bar" height="34" aria-hidden="true">
        <line class="bar-none" x1="0" x2="100%" y1="20" y2="20" />
      </svg>
    );
  }
  const lower = bar.lower ?? bar.goal;
  return (
    <svg class="goal-bar" height="34" aria-hidden="true">
      <rect class="bar-track" x="0" y="12" width="100%" height="16" />
      {bar.lower !== null && (
        <rect class="bar-range" x={percent(lower)} y="8" width={percent(bar.goal - lower)} height="24" />
      )}
      {bar.result !== null && <Result bar={bar} length={bar.result} rows={rows} />}
      {bar.isBeyond && <Beyond />}
      {bar.lower !== null && <line class="bar-goal" x1={percent(lower)} x2={percent(lower)} y1="6" y2="34" />}
      <line class="bar-goal" x1={percent(bar.goal)} x2={percent(bar.goal)} y1="6" y2="34" />
      {bar.projection !== null && <Projection of={bar.projection} />}
      {bar.pace !== null && <Pace at={bar.pace} />}
    </svg>
  );
}
