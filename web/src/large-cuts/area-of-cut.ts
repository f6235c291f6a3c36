/** The part of a large cut that one area needs. Pure; worked out in a worker (read-cuts.ts), where the whole of it is parsed. */
import type { Cut } from '#functions/publish/release.ts';

/** The cut with the series of one area (圏域) alone: what the page of that area reads of it is the same. */
export function areaOfCut(cut: Cut, area: string): Cut {
  const own = Object.entries(cut.series).filter(([key]) => key.split('|', 2)[1] === area);
  return { ...cut, series: Object.fromEntries(own) };
}
