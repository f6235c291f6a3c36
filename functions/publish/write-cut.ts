/** The bytes of a cut, put together from the JSON of its series: the same as `canonicalBytes` of the cut, without its million figures in memory. */
import type { StoredFigure } from '../domain/figure.ts';
import { canonicalJson } from './canonical.ts';
import type { Cut } from './release.ts';
import { isSeries } from './schema-parts.ts';
import { cutSchema } from './schemas.ts';

/** The JSON of a series, once it is known to be one. @throws where a figure is none */
export function jsonOfSeries(figures: readonly StoredFigure[]): string {
  if (!isSeries(figures)) throw new Error(`No series: ${JSON.stringify(figures)}`);
  return JSON.stringify(figures);
}

/** @param series their JSON by key @throws where the frame is none of a cut */
export function bytesOfCut(frame: Omit<Cut, 'series'>, series: ReadonlyMap<string, string>): Uint8Array<ArrayBuffer> {
  cutSchema.parse({ ...frame, series: {} });
  // Of all keys of a cut, that of its series is the last.
  const entries = [...series.keys()].sort().map((key) => `${JSON.stringify(key)}:${series.get(key) ?? ''}`);
  return new TextEncoder().encode(`${canonicalJson(frame).slice(0, -1)},"series":{${entries.join(',')}}}`);
}
