/** 月の動き of 経路別: shares and counts of the months of the chosen fiscal year. Loaded when it is first shown. */
import { useMemo } from 'preact/hooks';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import { pathwayWords } from '#sheets-schema/vocabulary/words/pathways.ts';
import { stackConfig, stackHeight } from '../../charts/stack.ts';
import { useCut } from '../../loaders.ts';
import { formatFigure, formatPeriod } from '../../shape/figures/format.ts';
import { readFigure } from '../../shape/figures/read-figure.ts';
import {
  monthFinding,
  monthStack,
  monthTable,
  pathwayMonths,
  withoutZeroUnknown,
} from '../../shape/pathways/pathway-months.ts';
import { unknownNote } from '../../shape/pathways/pathway-sentences.ts';
import { stackStops } from '../../shape/pathways/pathway-stack.ts';
import { fiscalYearOf } from '../../shape/periods/periods.ts';
import { say } from '../../shape/say.ts';
import { areaName, pathwaysCutFor, type Selection } from '../../shape/selection.ts';
import { index, language, navigate, selection, viewState } from '../../signals.ts';
import { Chart } from '../figure/chart.tsx';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { Later } from '../frame/later.tsx';
import { Empty, Settled } from '../frame/states.tsx';
import { Multiples } from '../marks/multiples.tsx';
import { StackLegend } from '../marks/stack-legend.tsx';
import { MonthMultiple } from './month-multiple.tsx';
import '../../styles/pathways.css';

function MonthTable(props: {
  readonly listed: Parameters<typeof monthTable>[0];
  readonly what: 'counts' | 'shares';
  readonly title: string;
  readonly measure: string;
  readonly notes: readonly string[];
}) {
  const { listed, what, title, measure, notes } = props;
  const caption = `${title} ${measure}`;
  return (
    <FigureFrame
      id={`months-${what}`}
      {...{ title, measure, notes }}
      table={monthTable(listed, { what, caption, language: language.value })}
      isSourceElsewhere={what === 'counts'}
    />
  );
}

function Drawn({ of, cut, chosen }: { of: OfficeIndex; cut: Cut; chosen: Selection }) {
  const lang = language.value;
  const { level } = viewState.value;
  // The level is that of the tables alone: the drawings stay as they are.
  const model = useMemo(() => {
    const own = pathwayMonths({ index: of, cut, selection: chosen, language: lang, level: 1 });
    if (own === null) return null;
    const stack = monthStack(own, lang);
    return { own, stack, config: stackConfig(stack), stops: stackStops(stack) };
  }, [of, cut, chosen, lang]);
  const listed = useMemo(
    () => (level === 1 ? model?.own : pathwayMonths({ index: of, cut, selection: chosen, language: lang, level })),
    [model, of, cut, chosen, lang, level],
  );
  const place = areaName(of, chosen.area);
  const year = formatPeriod(`FY${fiscalYearOf(chosen.period)}`, lang);
  if (model === null || listed === null || listed === undefined) {
    const whole = readFigure(cut, { ...chosen, series: 'N01', period: `FY${fiscalYearOf(chosen.period)}` });
    const phrase = 'value' in whole ? pathwayWords.noMonths : pathwayWords.noCounts;
    return <Empty text={say(phrase, lang, { place, year })} />;
  }
  const { own, stack } = model;
  const { shape } = own;
  const shareTitle = say(pathwayWords.monthShares, lang, { year });
  const shareMeasure = [
    say(pathwayWords.monthShareMeasure, lang, { place, year }),
    unknownNote(withoutZeroUnknown(shape), lang),
  ]
    .filter(Boolean)
    .join(' ');
  const countTitle = monthFinding(own, lang);
  const countMeasure = say(pathwayWords.monthCountMeasure, lang, { place, year });
  const notes = own.isPartial.includes(true) ? [say(pathwayWords.notePartialMonths, lang)] : [];
  const top = Math.max(
    0,
    ...shape.pathways.flatMap(({ counts }) => counts.map((count) => ('value' in count ? count.value : 0))),
  );
  const sentence = (name: string, at: (typeof shape.pathways)[number]) =>
    `${name} ${own.months
      .map((month, position) => `${month.name} ${formatFigure(at.counts[position] ?? { state: 'n/a' }, 0, lang)}`)
      .join(lang === 'ja' ? '、' : ', ')}`;
  return (
    <div class="columns">
      <div class="span-7">
        <FigureFrame
          id="month-shares"
          title={shareTitle}
          measure={shareMeasure}
          table={monthTable(own, { what: 'shares', caption: `${shareTitle} ${shareMeasure}`, language: lang })}
          notes={notes}
          legend={
            <>
              <StackLegend model={stack} />
              {own.isUnreported.includes(true) && (
                <span>
                  <i class="gap-key" aria-hidden="true" />
                  {say(overviewWords.legendGap, lang)}
                </span>
              )}
            </>
          }
          isSourceElsewhere
        >
          <Chart
            config={model.config}
            label={`${shareTitle} ${shareMeasure}`}
            height={stackHeight(stack)}
            stops={model.stops}
            onOpen={() => navigate({ table: 'month-shares' })}
          />
        </FigureFrame>
      </div>
      <div class="span-5">
        <FigureFrame
          id="month-counts"
          title={countTitle}
          measure={countMeasure}
          table={monthTable(own, { what: 'counts', caption: `${countTitle} ${countMeasure}`, language: lang })}
          isSourceElsewhere
        >
          <Multiples
            class="small-multiples month-multiples"
            label={countTitle}
            charts={shape.pathways.map(({ code, name, counts }) => ({ code, name, figures: counts }))}
            names={own.months.map(({ name }) => name)}
            onOpen={() => navigate({ table: 'month-counts' })}
          >
            {shape.pathways.map((figures) => (
              <MonthMultiple
                key={figures.code}
                code={figures.code}
                name={figures.name}
                figures={figures.counts}
                ticks={own.months.map(({ short }) => short)}
                top={top}
                sentence={sentence(figures.name, figures)}
              />
            ))}
          </Multiples>
        </FigureFrame>
      </div>
      {(['counts', 'shares'] as const).map((what) => {
        const title = say(what === 'counts' ? pathwayWords.monthCountTable : pathwayWords.monthShareTable, lang);
        const measure =
          what === 'counts' ? say(pathwayWords.monthCountTableMeasure, lang, { place, year }) : shareMeasure;
        return (
          <div key={what} class="span-12">
            <Later height={440}>
              <MonthTable
                {...{ listed, what, title, measure }}
                notes={what === 'shares' ? [say(pathwayWords.noteMonthShares, lang), ...notes] : notes}
              />
            </Later>
          </div>
        );
      })}
    </div>
  );
}

export default function PathwayMonthsPage() {
  const chosen = selection.value;
  const loaded = index.value;
  const cut = useCut(
    chosen === null || loaded.status !== 'ready' ? null : pathwaysCutFor(chosen, loaded.value),
    chosen?.area,
  );
  if (loaded.status !== 'ready' || chosen === null) return null;
  return <Settled of={cut}>{(value) => <Drawn of={loaded.value} cut={value} chosen={chosen} />}</Settled>;
}
