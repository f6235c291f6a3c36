/** 漏斗図: who lies outside of what chance does at their size. Small municipalities, whose limits reach 0, are listed beside it. */
import { useMemo } from 'preact/hooks';
import { classWords, comparisonWords, wayWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import { formatComparedPeriod } from '../../shape/comparison/compared-choice.ts';
import { comparisonFinding, findingBeside, nameTown } from '../../shape/comparison/compared-finding.ts';
import { comparisonNotes, measureLine } from '../../shape/comparison/comparison-notes.ts';
import { drawnTowns, funnelDrawing, townsBeside } from '../../shape/comparison/funnel-drawing.ts';
import { funnelTable } from '../../shape/comparison/funnel-table.ts';
import type { ShownComparison } from '../../shape/comparison/interval-table.ts';
import { printShort } from '../../shape/comparison/measure-words.ts';
import { say } from '../../shape/say.ts';
import { language, navigate, viewState } from '../../signals.ts';
import { DrawnChart } from '../figure/drawn-chart.tsx';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { ClassMarks, StateMarks } from './comparison-legend.tsx';
import { FunnelLines } from './funnel-lines.tsx';
import { PointMark } from './point-mark.tsx';
import { stepThroughTowns, TownButton } from './town-button.tsx';
import { TownCard } from './town-card.tsx';
import type { WayProps } from './ways.ts';
import '../../styles/overview.css';
import '../../styles/funnel.css';

const height = 440;

function Beside({ of }: { of: ShownComparison }) {
  const lang = language.value;
  const towns = townsBeside(of);
  if (towns.length === 0) return <p class="note">{say(comparisonWords.funnelBesideNone, lang)}</p>;
  return (
    <>
      <h3>{say(comparisonWords.funnelBeside, lang)}</h3>
      <ul onKeyDown={stepThroughTowns}>
        {towns.map((town, place) => (
          <li key={town.code} data-town={town.code}>
            <PointMark of={town.class ?? 'unclassed'} />
            <TownButton code={town.code} name={nameTown(of.comparison, town.code)} isFirst={place === 0} />
            <span>{printShort(of.measure.measure, town.value ?? 0)}</span>
            <span class="quiet">{say(classWords[town.class ?? 'unclassed'], lang)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Legend({ of, own }: { of: ShownComparison; own: string | null }) {
  const lang = language.value;
  const limits = of.period.overdispersion.isApplied ? comparisonWords.legendWidened : comparisonWords.legendLimits;
  return (
    <>
      <span>
        <svg class="limit-key" viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">
          <path d="M0 3H28" class="funnel-limit funnel-limit-95" />
          <path d="M0 9H28" class="funnel-limit" />
        </svg>
        {say(limits, lang)}
      </span>
      <ClassMarks of={of} />
      {own !== null && (
        <span>
          <svg viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true">
            <circle r="8" class="funnel-own" />
          </svg>
          {say(comparisonWords.legendOwn, lang)}
        </span>
      )}
      <StateMarks of={of} />
    </>
  );
}

export default function Funnel({ comparison, measure, period, own }: WayProps) {
  const lang = language.value;
  const compared = measure.periods.find((one) => one.period === period);
  const shown = useMemo(
    () => (compared === undefined ? null : { comparison, measure, period: compared, language: lang }),
    [comparison, measure, compared, lang],
  );
  if (shown === null) return null;
  const found = { ...shown, measure: measure.measure };
  const line = measureLine(shown);
  const towns = drawnTowns(shown);
  const { town } = viewState.value;
  const isWidened = shown.period.overdispersion.isApplied;
  const title = comparisonFinding(found);
  return (
    <FigureFrame
      id="funnel"
      title={title}
      measure={isWidened ? `${line}${say(comparisonWords.funnelMeasureWidened, lang)}` : line}
      table={funnelTable(shown, line)}
      notes={comparisonNotes(shown)}
      name={wayWords.funnel[lang]}
      period={formatComparedPeriod(period, lang)}
      isSourceElsewhere
      legend={<Legend of={shown} own={own} />}
    >
      <p class="beside">{findingBeside(found)}</p>
      <div class="funnel">
        {towns.length === 0 ? (
          <p class="note">{say(comparisonWords.funnelNone, lang)}</p>
        ) : (
          <DrawnChart
            label={title}
            height={height}
            stopsAt={(width) =>
              funnelDrawing(shown, { width, height, own }).points.map(({ x, y, text }) => ({
                x,
                y,
                text,
                rows: null,
              }))
            }
            onOpen={() => navigate({ table: 'funnel' })}
            onChoose={(position) => navigate({ town: towns[position]?.code ?? null })}
          >
            {(width) => (
              <FunnelLines
                of={funnelDrawing(shown, { width, height, own })}
                axis={say(comparisonWords.funnelAxisX, lang)}
                chosen={town}
              />
            )}
          </DrawnChart>
        )}
        <div class="funnel-beside">
          <div aria-live="polite">
            <TownCard of={shown} code={town ?? own} />
          </div>
          <Beside of={shown} />
        </div>
      </div>
    </FigureFrame>
  );
}
