/** The finding over 圏域別: where it changed, else where there is most. */
import { areaWords } from '#sheets-schema/vocabulary/words/areas.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatFigure, formatNumber } from '../figures/format.ts';
import { say } from '../say.ts';
import type { AreaRow, AreaShape } from './area-rows.ts';

function changeOf(row: AreaRow): number {
  return row.difference.state === 'value' ? row.difference.value : 0;
}

/** 増えた64件のうち33件は東部圏域です: the first-level area that changed most in the direction of the total. */
export function areaFinding(shape: AreaShape, language: Language): string {
  if (shape.measure === 'R06') return rateFinding(shape, language);
  const areas = shape.rows.filter(({ depth, look, code }) => depth === 0 && look !== 'total' && code !== 'unplaced');
  const total = shape.rows.find(({ look }) => look === 'total');
  const change = total === undefined ? 0 : changeOf(total);
  if (change !== 0) {
    const sign = Math.sign(change);
    const most = areas.reduce<AreaRow | null>(
      (best, row) => (sign * changeOf(row) > (best === null ? 0 : sign * changeOf(best)) ? row : best),
      null,
    );
    if (most !== null) {
      const part = Math.abs(changeOf(most));
      const isWithin = part < Math.abs(change);
      const phrase =
        sign > 0
          ? isWithin
            ? areaWords.roseMost
            : areaWords.roseAlone
          : isWithin
            ? areaWords.fellMost
            : areaWords.fellAlone;
      const facts = { total: formatNumber(Math.abs(change)), part: formatNumber(part), area: most.name };
      return say(phrase, language, facts);
    }
  }
  return sayMost(areas, language);
}

/** いちばん多いのは東部圏域の71件です. */
function sayMost(areas: readonly AreaRow[], language: Language): string {
  const numbered = areas.filter(({ count }) => count.state === 'value');
  const most = numbered.toSorted(
    (a, b) => ('value' in b.count ? b.count.value : 0) - ('value' in a.count ? a.count.value : 0),
  )[0];
  if (most === undefined) return say(areaWords.plain, language);
  return say(areaWords.most, language, { area: most.name, count: formatFigure(most.count, 0, language) });
}

/** 人口あたりでいちばん多いのは岡中学校区の119.2件です. */
function rateFinding(shape: AreaShape, language: Language): string {
  const total = shape.rows.find(({ look }) => look === 'total');
  const areas = shape.rows.filter(({ depth, look }) => depth === 0 && look !== 'total');
  const [most] = areas
    .flatMap(({ name, rate }) => ('value' in rate ? [{ name, rate }] : []))
    .toSorted((a, b) => b.rate.value - a.rate.value);
  if (most === undefined || total === undefined) return say(areaWords.plain, language);
  return say(areaWords.rateMost, language, {
    area: most.name,
    value: formatFigure(most.rate, 1, language),
    whole: formatFigure(total.rate, 1, language),
  });
}
