/** A spark: the months of one figure without an axis. Its numbers are in the sentence and in the page's tables. */
import type { SeriesPoint } from '../../shape/figures/series.ts';
import { sparkPath } from '../../shape/trend/spark-path.ts';

export function Spark(props: {
  readonly points: readonly SeriesPoint[];
  readonly width: number;
  readonly height: number;
  /** What screen readers say; left out where the numbers stand beside it. */
  readonly sentence?: string;
}) {
  const { points, width, height, sentence } = props;
  const { line, dots, last } = sparkPath(points, width, height);
  const drawing = (
    <>
      <path d={line} class="spark-line" />
      {dots.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r="1.5" class="spark-dot" />
      ))}
      {last !== null && <circle cx={last.x} cy={last.y} r="3.5" class="spark-dot" />}
    </>
  );
  const box = `0 0 ${width} ${height}`;
  return sentence === undefined ? (
    <svg class="spark" viewBox={box} width={width} height={height} aria-hidden="true">
      {drawing}
    </svg>
  ) : (
    <svg class="spark" viewBox={box} width={width} height={height} role="img" aria-label={sentence}>
      {drawing}
    </svg>
  );
}
