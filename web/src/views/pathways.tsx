/** 経路別: through whom people come, how the shares changed, and the published table. */

import { useContext, useMemo } from 'preact/hooks';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { targets } from '#sheets-schema/vocabulary/codes.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { pathwayWords } from '#sheets-schema/vocabulary/words/pathways.ts';
import { lazyView } from '../lazy-view.tsx';
import { useCut } from '../loaders.ts';
import { loadCharts } from '../parts/figure/chart.tsx';
import { DrawnChart } from '../parts/figure/drawn-chart.tsx';
import { FigureFrame } from '../parts/figure/figure-frame.tsx';
import { ChoiceSwitch } from '../parts/frame/choice-switch.tsx';
import { InPaper } from '../parts/frame/in-paper.ts';
import { Later } from '../parts/frame/later.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Empty, Loading, Settled } from '../parts/frame/states.tsx';
import { Multiples } from '../parts/marks/multiples.tsx';
import { SmallMultiple } from '../parts/marks/small-multiple.tsx';
import { ShareBars } from '../parts/overview/share-drawing.tsx';
import { ShareLegend } from '../parts/overview/share-legend.tsx';
import { formatFigure, formatPeriod } from '../shape/figures/format.ts';
import { shareDrawing, shareHeight } from '../shape/overview/share-drawing.ts';
import { type PathwayShape, pathwayShape } from '../shape/pathways/pathway-figures.ts';
import { countFinding, shareFinding, unknownNote } from '../shape/pathways/pathway-sentences.ts';
import { pathwayStack } from '../shape/pathways/pathway-stack.ts';
import { pathwayTable, spanName } from '../shape/pathways/pathway-table.ts';
import { roundingNote } from '../shape/pathways/rounding-note.ts';
import { comparablePeriods } from '../shape/periods/comparable-periods.ts';
import { fiscalYearOf, monthsOf } from '../shape/periods/periods.ts';
import { say } from '../shape/say.ts';
import { areaName, pathwaysCutFor, type Selection } from '../shape/selection.ts';
import { index, language, navigate, selection, viewState } from '../signals.ts';

function Drawn({ of, cut, chosen }: { of: OfficeIndex; cut: Cut; chosen: Selection }) {
  const lang = language.value;
  const model = useMemo(() => {
    const periods = comparablePeriods(of, cut, chosen, lang);
    const options = { cut, periods, selection: chosen, language: lang };
    const shape = pathwayShape({ ...options, level: 1 });
    const stack = pathwayStack(shape, lang);
    return {
      options,
      shape,
      stack,
      notes: roundingNote({ cut, shape, selection: chosen, language: lang }),
      short: pathwayTable(shape, lang),
    };
  }, [of, cut, chosen, lang]);
  const { shape, stack } = model;
  const [from = '', to = ''] = [shape.periods[0]?.name, shape.periods.at(-1)?.name];
  const measure = [say(pathwayWords.shareMeasure, lang), unknownNote(shape, lang)].filter(Boolean).join(' ');
  const top = Math.max(
    0,
    ...shape.pathways.flatMap(({ counts }) => counts.map((count) => ('value' in count ? count.value : 0))),
  );
  const countTitle = shape.periods.length > 1 ? countFinding(shape, lang) : say(pathwayWords.countsTitle, lang);
  if (shape.pathways.length === 0) return <Empty text={say(pathwayWords.noShares, lang)} />;
  return (
    <div class="columns">
      <div class="span-7">
        <FigureFrame
          id="shares"
          title={shareFinding(shape, lang)}
          measure={measure}
          table={model.short}
          notes={model.notes}
          legend={<ShareLegend model={stack} />}
          isSourceElsewhere
        >
          <DrawnChart
            label={shareFinding(shape, lang)}
            height={shareHeight(stack, 'roomy')}
            stopsAt={(width) => shareDrawing(stack, width, 'roomy').stops}
            onOpen={() => navigate({ table: 'shares' })}
          >
            {(width) => <ShareBars of={shareDrawing(stack, width, 'roomy')} />}
          </DrawnChart>
        </FigureFrame>
      </div>
      <div class="span-5">
        <Later height={320} isOnScreen>
          <FigureFrame
            id="counts"
            title={countTitle}
            measure={say(pathwayWords.countsMeasure, lang)}
            table={model.short}
            isSourceElsewhere
          >
            <Multiples
              class={`small-multiples${shape.pathways.length > 6 ? ' small-multiples-many' : ''}`}
              label={countTitle}
              charts={shape.pathways.map(({ code, name, counts }) => ({ code, name, figures: counts }))}
              names={shape.periods.map(({ name }) => name)}
              onOpen={() => navigate({ table: 'counts' })}
            >
              {shape.pathways.map((figures) => (
                <SmallMultiple
                  key={figures.code}
                  code={figures.code}
                  name={figures.name}
                  figures={figures.counts}
                  ticks={shape.periods.map(({ short }) => short)}
                  top={top}
                  isNarrow={shape.pathways.length > 6}
                  sentence={`${figures.name} ${shape.periods
                    .map(({ name }, at) => `${name} ${formatFigure(figures.counts[at] ?? { state: 'n/a' }, 0, lang)}`)
                    .join(lang === 'ja' ? '、' : ', ')}`}
                />
              ))}
            </Multiples>
          </FigureFrame>
        </Later>
      </div>
      <div class="span-12">
        <Later height={440}>
          <PublishedTable shape={shape} options={model.options} periods={shownPeriods(from, to)} />
        </Later>
      </div>
    </div>
  );
}

/** 公表される表. The level is that of the table alone: the charts stay as they are. */
function PublishedTable(props: {
  shape: PathwayShape;
  options: Omit<Parameters<typeof pathwayShape>[0], 'level'>;
  periods: string;
}) {
  const { shape, options, periods } = props;
  const lang = language.value;
  const { level } = viewState.value;
  const table = useMemo(
    () => pathwayTable(level === 1 ? shape : pathwayShape({ ...options, level }), lang),
    [shape, options, lang, level],
  );
  return (
    <FigureFrame
      id="table"
      title={say(pathwayWords.tableTitle, lang)}
      measure={[say(pathwayWords.tableMeasure, lang), periods].join(' ')}
      table={table}
      notes={[say(pathwayWords.note, lang)]}
    />
  );
}

/** '平成26〜29年度'; two years on the same months are '令和7年度と令和8年度の4〜10月'. */
function shownPeriods(from: string, to: string): string {
  if (from === to) return to;
  const isJapanese = language.value === 'ja';
  const [first, last] = [/^(\S+) (.+)$/.exec(from), /^(\S+) (.+)$/.exec(to)];
  if (first !== null && last !== null && first[2] === last[2])
    return isJapanese ? `${first[1]}と${last[1]}の${last[2]}` : `${first[1]} and ${last[1]}, ${last[2]}`;
  const span = spanName(from, to);
  return isJapanese ? `${span.from}〜${span.to}` : `${span.from} to ${span.to}`;
}

const FlowPage = lazyView(() => import('../parts/flow/flow-page.tsx'), Loading);
/** What draws charts comes beside the page, and is asked for again by a chart if it does not come. */
const MonthsPage = lazyView(() => {
  loadCharts().catch(() => undefined);
  return import('../parts/pathways/pathway-months.tsx');
}, Loading);

/** Which way to look: years, months of one year, or the flow. */
function wayOf(show: string | null): 'years' | 'months' | 'flow' {
  return show === 'months' || show === 'flow' ? show : 'years';
}

/** Whether the year of a period has single months, or only its total. */
function hasMonths(of: OfficeIndex, period: string): boolean {
  return monthsOf(`FY${fiscalYearOf(period)}`).some((month) => (of.monthsWithData.cases?.[month] ?? 0) > 0);
}

export default function PathwaysView() {
  const lang = language.value;
  const chosen = selection.value;
  const loaded = index.value;
  const isPaper = useContext(InPaper);
  const cut = useCut(
    chosen === null || loaded.status !== 'ready' ? null : pathwaysCutFor(chosen, loaded.value),
    chosen?.area,
  );
  if (loaded.status !== 'ready' || chosen === null) return null;
  const way = isPaper ? 'years' : wayOf(viewState.value.show);
  const shows = (wanted: typeof way) => isPaper || way === wanted;
  const periods =
    cut.status === 'ready' && way === 'years'
      ? comparablePeriods(loaded.value, cut.value, chosen, lang)
      : [{ name: formatPeriod(chosen.period, lang) }];
  const target = targets.codes.find(({ code }) => code === chosen.target);
  const shown = [
    say(way === 'flow' ? pathwayWords.shownFlow : pathwayWords.shown, lang, {
      place: areaName(loaded.value, chosen.area),
      period: formatPeriod(chosen.period, lang),
      periods: shownPeriods(periods[0]?.name ?? '', periods.at(-1)?.name ?? ''),
    }),
    target === undefined ? '' : say(pathwayWords.ofTarget, lang, { target: target[lang] }),
  ];
  return (
    <>
      <PageHead page={pageWords.pathways} shown={shown.filter(Boolean).join('　')} />
      <div class="page-controls">
        <ChoiceSwitch
          label={say(pathwayWords.showLabel, lang)}
          isLabelHidden
          choices={[
            { key: 'years', label: say(pathwayWords.showYears, lang) },
            { key: 'months', label: say(pathwayWords.showMonths, lang) },
            { key: 'flow', label: say(pathwayWords.showFlow, lang) },
          ]}
          chosen={way}
          onChoose={(key) => navigate({ show: key === 'years' ? null : key, table: null })}
        />
        {way !== 'flow' && (
          <ChoiceSwitch
            label={say(pathwayWords.levelLabel, lang)}
            choices={[
              { key: '1', label: say(pathwayWords.levelFirst, lang) },
              { key: '2', label: say(pathwayWords.levelSecond, lang) },
            ]}
            chosen={String(viewState.value.level)}
            onChoose={(level) => navigate({ level: level === '2' ? 2 : 1 })}
          />
        )}
      </div>
      {shows('years') && (
        <Settled of={cut}>{(value) => <Drawn of={loaded.value} cut={value} chosen={chosen} />}</Settled>
      )}
      {shows('months') && !(isPaper && !hasMonths(loaded.value, chosen.period)) && <MonthsPage />}
      {shows('flow') && <FlowPage />}
    </>
  );
}
