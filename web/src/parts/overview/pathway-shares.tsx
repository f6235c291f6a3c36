/** The pathways on 概況: shares of the selected period beside those of the same months of the year before. */
import { useMemo } from 'preact/hooks';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import { stackConfig, stackHeight } from '../../charts/stack.ts';
import { pathwayShape } from '../../shape/pathways/pathway-figures.ts';
import { shareFinding, unknownNote } from '../../shape/pathways/pathway-sentences.ts';
import { pathwayStack, stackStops } from '../../shape/pathways/pathway-stack.ts';
import { pathwayTable } from '../../shape/pathways/pathway-table.ts';
import { roundingNote } from '../../shape/pathways/rounding-note.ts';
import { yearPair } from '../../shape/periods/comparable-periods.ts';
import { say } from '../../shape/say.ts';
import { language, navigate } from '../../signals.ts';
import { Chart } from '../figure/chart.tsx';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { StackLegend } from '../marks/stack-legend.tsx';
import type { Shown } from './trend-figure.tsx';

export function PathwayShares({ of, cut, chosen }: Shown) {
  const lang = language.value;
  const model = useMemo(() => {
    const periods = yearPair(of, chosen.period, lang);
    const shape = pathwayShape({ cut, periods, selection: chosen, level: 1, language: lang });
    const stack = pathwayStack(shape, lang);
    return {
      shape,
      stack,
      config: stackConfig(stack),
      stops: stackStops(stack),
      notes: roundingNote({ cut, shape, selection: chosen, language: lang }),
      table: pathwayTable(shape, lang),
      title: shareFinding(shape, lang),
    };
  }, [of, cut, chosen, lang]);
  if (model.shape.pathways.length === 0) return null;
  const measure = [say(overviewWords.stackMeasure, lang), unknownNote(model.shape, lang)].filter(Boolean).join(' ');
  return (
    <FigureFrame
      id="stack"
      title={model.title}
      measure={measure}
      table={model.table}
      isSourceElsewhere
      notes={model.notes}
      legend={<StackLegend model={model.stack} />}
    >
      <Chart
        config={model.config}
        label={model.title}
        height={stackHeight(model.stack)}
        stops={model.stops}
        onOpen={() => navigate({ table: 'stack' })}
      />
    </FigureFrame>
  );
}
