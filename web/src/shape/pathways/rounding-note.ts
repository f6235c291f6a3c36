/** Why the share of 地域 in a stack may differ by 0.1 from 地域経由割合 (R01): said only where it does. */
import type { Cut } from '#functions/publish/release.ts';
import { pathwayWords } from '#sheets-schema/vocabulary/words/pathways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatNumber, printedValue } from '../figures/format.ts';
import { readFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import type { Selection } from '../selection.ts';
import { emphasisedPathway, type PathwayShape } from './pathway-figures.ts';

/** One note with the periods in which the two printed values differ; none where they agree everywhere. */
export function roundingNote(options: {
  readonly cut: Cut;
  readonly shape: PathwayShape;
  readonly selection: Pick<Selection, 'area' | 'target'>;
  readonly language: Language;
}): readonly string[] {
  const { cut, shape, selection, language } = options;
  const shares = shape.pathways.find(({ code }) => code === emphasisedPathway)?.shares ?? [];
  const differing = shape.periods.flatMap(({ period, name }, position) => {
    const share = shares[position];
    const alone = readFigure(cut, { ...selection, series: 'R01', pathway: 'all', period });
    if (share === undefined || !('value' in share) || !('value' in alone)) return [];
    if (printedValue(share.value, 1) === printedValue(alone.value, 1)) return [];
    return [say(pathwayWords.roundedAlone, language, { period: name, value: formatNumber(alone.value, 1) })];
  });
  if (differing.length === 0) return [];
  return [say(pathwayWords.noteRounding, language, { values: differing.join(language === 'ja' ? '、' : ', ') })];
}
