/** 散布図: two measures, the second chosen in the address. Tab reaches the drawing, arrows go through its municipalities, Enter opens the table. */
import type { ComparisonObject, MeasureComparison } from '#functions/publish/comparison.ts';
import { scatterWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import { formatComparedPeriod, measureGroups } from '../../shape/comparison/compared-choice.ts';
import { chosenSecond, type Scatter, shapeScatter } from '../../shape/comparison/scatter.ts';
import { drawScatter } from '../../shape/comparison/scatter-drawing.ts';
import { say } from '../../shape/say.ts';
import { language, navigate, viewState } from '../../signals.ts';
import { DrawnChart } from '../figure/drawn-chart.tsx';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { ChoiceSelect } from '../frame/choice-select.tsx';
import { Empty, Settled } from '../frame/states.tsx';
import '../../styles/overview.css';
import '../../styles/comparison-ways.css';
import { useMeasure } from './use-measure.ts';
import type { WayProps } from './ways.ts';

const height = 480;

function Drawing({ model, width }: { model: Scatter; width: number }) {
  const { area, circles, labels, across, upright } = drawScatter(model, { width, height });
  const { x, y } = model;
  const isNarrow = width < 480;
  return (
    <g class="scatter">
      {x.ticks.map(({ at, label }, position) => (
        <g key={label}>
          <line x1={across(at)} x2={across(at)} y1={area.top} y2={area.bottom} class={at === 0 ? 'axis' : 'grid'} />
          {(!isNarrow || position % 2 === 0) && (
            <text x={across(at)} y={area.bottom + 16} class="drawing-label">
              {label}
            </text>
          )}
        </g>
      ))}
      {y.ticks.map(({ at, label }) => (
        <g key={label}>
          <line x1={area.left} x2={area.right} y1={upright(at)} y2={upright(at)} class={at === 0 ? 'axis' : 'grid'} />
          <text x={area.left - 6} y={upright(at) + 4} class="drawing-number">
            {label}
          </text>
        </g>
      ))}
      {x.reference !== null && (
        <>
          <line
            x1={across(x.reference.at)}
            x2={across(x.reference.at)}
            y1={area.top}
            y2={area.bottom}
            class="reference"
          />
          <text x={across(x.reference.at)} y={area.top - 6} class="drawing-label strong">
            {x.reference.label}
          </text>
        </>
      )}
      {circles.map(({ point, x: left, y: top, radius }) => (
        <circle
          key={point.code}
          cx={left}
          cy={top}
          r={radius}
          data-town={point.code}
          class={`town${point.isOwn ? ' own' : ''}${point.isClear ? ' clear' : ''}${point.isFew ? ' few' : ''}`}
        />
      ))}
      {y.reference !== null && (
        <>
          <line
            x1={area.left}
            x2={area.right}
            y1={upright(y.reference.at)}
            y2={upright(y.reference.at)}
            class="reference"
          />
          <text x={area.right} y={upright(y.reference.at) - 5} class="drawing-number strong">
            {y.reference.label}
          </text>
        </>
      )}
      {labels.map(({ key, lead }) => lead !== null && <line key={key} {...lead} class="lead" />)}
      {labels.map(({ key, text, x: left, y: top, isBold }) => (
        <text key={key} x={left} y={top} class={isBold ? 'strong' : undefined}>
          {text}
        </text>
      ))}
      <text x={area.right} y={area.bottom + 38} class="drawing-number">
        {x.name} →
      </text>
    </g>
  );
}

function LegendCircle({ look }: { look: string }) {
  return (
    <svg width="14" height="14" aria-hidden="true" class="scatter">
      <circle cx="7" cy="7" r="5" class={`town ${look}`} />
    </svg>
  );
}

function Legend({ model }: { model: Scatter }) {
  const lang = language.value;
  const { points } = model;
  return (
    <>
      <span>↑ {model.y.name}</span>
      {points.some(({ isOwn }) => isOwn) && (
        <span>
          <LegendCircle look="own" /> {say(scatterWords.legendOwn, lang)}
        </span>
      )}
      <span>
        <LegendCircle look="clear" /> {say(scatterWords.legendClear, lang)}
      </span>
      {points.some(({ isFew }) => isFew) && (
        <span>
          <LegendCircle look="few" /> {say(scatterWords.legendFew, lang)}
        </span>
      )}
      <span>
        <LegendCircle look="" /> {say(scatterWords.legendOther, lang)}
      </span>
      <span>
        <svg width="26" height="8" aria-hidden="true" class="scatter">
          <path d="M0 4H26" class="reference" />
        </svg>
        {say(scatterWords.legendReference, lang)}
      </span>
    </>
  );
}

function Figure({ comparison, measure, period, own, second }: WayProps & { second: MeasureComparison }) {
  const lang = language.value;
  const model = shapeScatter({ comparison, across: measure, upright: second, period, own, language: lang });
  const stopsAt = (width: number) =>
    drawScatter(model, { width, height }).circles.map(({ point, x, y }) => ({
      x,
      y,
      text: point.sentence,
      rows: null,
    }));
  return (
    <FigureFrame
      id="scatter"
      title={model.title}
      measure={model.measureLine}
      table={model.table}
      notes={model.notes}
      legend={<Legend model={model} />}
      period={formatComparedPeriod(period, lang)}
      isSourceElsewhere
    >
      <DrawnChart
        label={`${model.title} ${model.measureLine}`}
        height={height}
        stopsAt={stopsAt}
        onOpen={() => navigate({ table: 'scatter' })}
      >
        {(width) => <Drawing model={model} width={width} />}
      </DrawnChart>
    </FigureFrame>
  );
}

/** The measures on offer in one list. */
function offered(comparison: ComparisonObject): readonly string[] {
  return measureGroups(comparison, 'ja').flatMap(({ options }) => options.map(({ key }) => key));
}

export default function ScatterView(props: WayProps) {
  const { comparison, measure } = props;
  const lang = language.value;
  const second = chosenSecond(offered(comparison), measure.measure, viewState.value.against);
  const loaded = useMeasure(second);
  if (second === null) return <Empty text={say(scatterWords.waitingSecond, lang)} />;
  const groups = measureGroups(comparison, lang)
    .map(({ label, options }) => ({ label, options: options.filter(({ key }) => key !== measure.measure) }))
    .filter(({ options }) => options.length > 0);
  return (
    <>
      <div class="page-controls way-controls">
        <ChoiceSelect
          id="compare-against"
          label={say(scatterWords.against, lang)}
          options={[]}
          groups={groups}
          chosen={second}
          onChoose={(against) => navigate({ against })}
        />
      </div>
      <Settled of={loaded}>{(value) => <Figure {...props} second={value} />}</Settled>
    </>
  );
}
