/** The pathways on 概況: shares of the selected period beside those of the same months of the year before. */
import { useMemo } from 'preact/hooks';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import { shareDrawing, shareHeight } from '../../shape/overview/share-drawing.ts';
import { pathwayShape } from '../../shape/pathways/pathway-figures.ts';
import { shareFinding, unknownNote } from '../../shape/pathways/pathway-sentences.ts';
import { pathwayStack } from '../../shape/pathways/pathway-stack.ts';
import { pathwayTable } from '../../shape/pathways/pathway-table.ts';
import { roundingNote } from '../../shape/pathways/rounding-note.ts';
import { yearPair } from '../../shape/periods/comparable-periods.ts';
import { say } from '../../shape/say.ts';
import { language, navigate } from '../../signals.ts';
import { DrawnChart } from '../figure/drawn-chart.tsx';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { ShareBars } from './share-drawing.tsx';
import { ShareLegend } from './share-legend.tsx';
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
      legend={<ShareLegend model={model.stack} />}
    >
      <DrawnChart
        label={model.title}
        height={shareHeight(model.stack)}
        stopsAt={(width) => shareDrawing(model.stack, width).stops}
        onOpen={() => navigate({ table: 'stack' })}
      >
        {(width) => <ShareBars of={shareDrawing(model.stack, width)} />}
      </DrawnChart>
    </FigureFrame>
  );
}
