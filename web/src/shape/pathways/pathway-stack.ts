/** The 100% stack of the pathways as a model: printed shares of the first level, without 不明. */
import { pathwayWords } from '#sheets-schema/vocabulary/words/pathways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import type { ChartStop } from '../../charts/chart-model.ts';
import type { StackModel } from '../../charts/stack-model.ts';
import { formatFigure, printedValue } from '../figures/format.ts';
import { originOf } from '../figures/origin.ts';
import { say } from '../say.ts';
import { emphasisedPathway, type PathwayShape } from './pathway-figures.ts';

export function pathwayStack(shape: PathwayShape, language: Language): StackModel {
  const last = shape.periods.length - 1;
  return {
    bars: shape.periods.map(({ name }, position) => {
      const total = shape.totals[position] ?? { state: 'n/a' };
      const count = formatFigure(total, 0, language);
      return {
        name,
        below:
          'value' in total
            ? say(total.value === 1 ? pathwayWords.consultation : pathwayWords.consultations, language, { count })
            : count,
        isBold: position === last,
      };
    }),
    parts: shape.pathways
      .filter(({ isSecondLevel }) => !isSecondLevel)
      .map((figures) => ({
        code: figures.code,
        name: figures.name,
        shares: figures.shares.map((share) => ('value' in share ? printedValue(share.value, 1) : null)),
        printed: figures.shares.map((share) => formatFigure(share, 1, language)),
        isEmphasised: figures.code === emphasisedPathway,
        rows: figures.shares.map(originOf),
      })),
  };
}

/** Stops of the arrow keys: bar by bar, part by part. */
export function stackStops(model: StackModel): readonly ChartStop[] {
  return model.bars.flatMap((bar, index) =>
    model.parts.map((part, datasetIndex) => ({
      datasetIndex,
      index,
      text: `${bar.name} ${part.name} ${part.printed[index] ?? ''}%`,
      rows: part.rows?.[index] ?? null,
    })),
  );
}
