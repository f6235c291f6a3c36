/** The script of a worker: parses large cuts beside the page, keeps the latest of them, and hands out one area at a time. */
import type { Cut } from '#functions/publish/release.ts';
import { areaOfCut } from './area-of-cut.ts';
import type { AreaAnswer, AreaQuestion } from './large-cuts.ts';

/** Of a city of 33 areas and ten years one is 6 MB. */
const keptAtMost = 3;
const kept = new Map<string, Cut>();

function cutOf({ address, bytes }: AreaQuestion): Cut | undefined {
  if (bytes === null) return kept.get(address);
  const cut = JSON.parse(new TextDecoder().decode(bytes)) as Cut;
  kept.set(address, cut);
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAtMost) break;
    kept.delete(oldest);
  }
  return cut;
}

addEventListener('message', ({ data }: MessageEvent<AreaQuestion>) => {
  const cut = cutOf(data);
  const answer: AreaAnswer = { id: data.id, cut: cut === undefined ? null : areaOfCut(cut, data.area) };
  postMessage(answer);
});
