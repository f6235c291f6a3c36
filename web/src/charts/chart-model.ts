/** What a chart tells about itself besides its pixels. */
import type { RowsQuery } from '../shape/rows/rows-query.ts';

/** A point that the arrow keys stop at, what is read out there, and the rows that it was counted from. */
export interface ChartStop {
  readonly datasetIndex: number;
  readonly index: number;
  readonly text: string;
  readonly rows?: RowsQuery | null;
}

/** Colours of canvases; the same as in styles/tokens.css, which a canvas cannot read while it is made. */
export const chartInk = {
  ink: '#1a1a1a',
  ink2: '#4d4d4d',
  ink3: '#666666',
  axis: '#7f7f7f',
  rule: '#cccccc',
  hairline: '#e6e6e6',
  hatch: '#949494',
  paper: '#ffffff',
  data: '#0055ad',
} as const;
