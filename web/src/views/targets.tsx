/** 対象・課題別: whose problems they are, over the years and by month. Several targets a case: the rows do not add up. */
import { useMemo } from 'preact/hooks';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import { targetWords } from '#sheets-schema/vocabulary/words/targets.ts';
import { useCut } from '../loaders.ts';
import { FigureFrame } from '../parts/figure/figure-frame.tsx';
import { SourceLine } from '../parts/figure/source-line.tsx';
import { ChoiceSwitch } from '../parts/frame/choice-switch.tsx';
import { Later } from '../parts/frame/later.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Empty, Settled } from '../parts/frame/states.tsx';
import { PeopleDetails } from '../parts/targets/people-details.tsx';
import { TargetBars } from '../parts/targets/target-bars.tsx';
import { TrendChart, TrendLegend } from '../parts/trend/trend-chart.tsx';
import { formatFigure, formatPeriod } from '../shape/figures/format.ts';
import { hasNumber, missingOffices } from '../shape/figures/series.ts';
import { periodKind } from '../shape/periods/periods.ts';
import { say } from '../shape/say.ts';
import { areaName, type Selection, targetsCutFor } from '../shape/selection.ts';
import {
  sayComparedMonths,
  sayMostFrequent,
  sayTargetMeasure,
  shapeTargetRows,
  shapeTargetTable,
} from '../shape/targets/target-rows.ts';
import { hasTargets, type TargetSlice, targetName } from '../shape/targets/target-slice.ts';
import { sayLargestMove, sayPartYears, shapeTargetYears } from '../shape/targets/target-years.ts';
import { partialLegend, trendModel, trendPoints, trendTable } from '../shape/trend/trend-model.ts';
import { index, language, navigate, selection, viewState } from '../signals.ts';
import '../styles/targets.css';

const trendHeight = 280;

/** The place as the measure lines say it: area, and pathway where one is chosen. */
function placeOf(of: OfficeIndex, chosen: Selection, lang: 'ja' | 'en'): string {
  const pathway = pathways.codes.find(({ code }) => code === chosen.pathway)?.[lang];
  const area = areaName(of, chosen.area);
  if (pathway === undefined) return area;
  return lang === 'ja' ? `${area}（${pathway}から）` : `${area} (from ${pathway})`;
}

function Trend({
  of,
  slice,
  chosen,
  target,
}: {
  of: OfficeIndex;
  slice: TargetSlice;
  chosen: Selection;
  target: string;
}) {
  const lang = language.value;
  const drawn = useMemo(() => {
    const points = trendPoints(of, slice.cut, { ...chosen, target });
    const model = trendModel(points, lang === 'ja' ? '件' : '', lang);
    return { points, model };
  }, [of, slice, chosen, target, lang]);
  const { points } = drawn;
  const name = targetName(target, lang);
  const [first, last] = [points[0], points.at(-1)];
  const newest = points.findLast(hasNumber);
  const title =
    newest === undefined
      ? say(targetWords.trendTitle, lang, { target: name })
      : say(targetWords.trendFinding, lang, {
          target: name,
          when: formatPeriod(newest.period, lang),
          value: formatFigure(newest.figure, 0, lang),
        });
  if (first === undefined || last === undefined || points.length < 2) {
    return (
      <section class="figure" aria-labelledby="trend-title">
        <h2 id="trend-title">{title}</h2>
        <Empty text={say(targetWords.trendNone, lang)} />
      </section>
    );
  }
  const isMonths = periodKind(first.period) === 'month';
  const measure = say(isMonths ? targetWords.trendMeasure : targetWords.trendMeasureYears, lang, {
    place: placeOf(of, chosen, lang),
    from: formatPeriod(first.period, lang),
    until: formatPeriod(last.period, lang),
  });
  const partial = partialLegend(of, points, lang);
  return (
    <FigureFrame
      id="trend"
      title={title}
      measure={measure}
      table={{ ...trendTable(points, lang), caption: `${title} ${measure}` }}
      legend={
        <TrendLegend partial={partial} gap={drawn.model.gaps.length > 0 ? say(overviewWords.legendGap, lang) : null} />
      }
      isSourceElsewhere
    >
      <TrendChart
        model={drawn.model}
        label={`${title} ${measure}`}
        height={trendHeight}
        onOpen={() => navigate({ table: 'trend' })}
      />
    </FigureFrame>
  );
}

function Years({ slice, place, notes }: { slice: TargetSlice; place: string; notes: readonly string[] }) {
  const lang = language.value;
  const measure = say(targetWords.yearsMeasure, lang, { place });
  return (
    <FigureFrame
      id="years"
      title={sayLargestMove(slice, lang)}
      measure={measure}
      table={shapeTargetYears(slice, { caption: measure, language: lang })}
      notes={[...sayPartYears(slice, lang), ...notes]}
      isSourceElsewhere
    />
  );
}

function Targets({ of, cut, chosen }: { of: OfficeIndex; cut: Cut; chosen: Selection }) {
  const lang = language.value;
  const { level } = viewState.value;
  const slice: TargetSlice = useMemo(
    () => ({ index: of, cut, area: chosen.area, pathway: chosen.pathway, period: chosen.period, level }),
    [of, cut, chosen, level],
  );
  const rows = shapeTargetRows(slice, lang);
  if (!hasTargets(slice)) return <Empty text={say(targetWords.none, lang)} />;
  const place = placeOf(of, chosen, lang);
  const measure = sayTargetMeasure(slice, { place, language: lang });
  const isPartial = missingOffices(of, 'N01', chosen.period).length > 0;
  const target = chosen.target === 'all' ? mostFrequent(rows) : chosen.target;
  const partialNote = isPartial ? [say(overviewWords.partialNote, lang)] : [];
  return (
    <div class="columns">
      <div class="span-7">
        <FigureFrame
          id="targets"
          title={sayMostFrequent(rows, lang)}
          measure={measure}
          table={shapeTargetTable(slice, { caption: measure, language: lang })}
          notes={[say(targetWords.noteMultiple, lang), ...sayComparedMonths(slice, lang), ...partialNote]}
          isSourceElsewhere
        >
          <TargetBars
            rows={rows}
            caption={measure}
            chosen={target}
            onChoose={(code) => navigate({ target: code === chosen.target ? null : code })}
            isPartial={isPartial}
          />
        </FigureFrame>
      </div>
      <div class="span-5">
        <Later height={440} isOnScreen>
          <Trend of={of} slice={slice} chosen={chosen} target={target} />
        </Later>
      </div>
      <div class="span-12">
        <Later>
          <Years slice={slice} place={place} notes={partialNote} />
        </Later>
      </div>
      <PeopleDetails of={of} chosen={chosen} />
      <div class="span-12">
        <SourceLine />
      </div>
    </div>
  );
}

/** The first-level 対象 whose trend is shown where none is chosen. */
function mostFrequent(rows: ReturnType<typeof shapeTargetRows>): string {
  const count = (row: (typeof rows)[number]) => ('value' in row.count ? row.count.value : -1);
  const named = rows.filter(({ depth }) => depth === 0);
  return named.toSorted((a, b) => count(b) - count(a))[0]?.code ?? 'T01';
}

export default function TargetsView() {
  const lang = language.value;
  const chosen = selection.value;
  const loaded = index.value;
  // The chosen target only picks the trend: every target of the area or of the pathway is shown.
  const cut = useCut(
    chosen === null || loaded.status !== 'ready' ? null : targetsCutFor(chosen, loaded.value),
    chosen?.area,
  );
  if (loaded.status !== 'ready' || chosen === null) return null;
  const period = formatPeriod(chosen.period, lang);
  return (
    <>
      <PageHead
        page={pageWords.targets}
        shown={[placeOf(loaded.value, chosen, lang), period].join(lang === 'ja' ? ' ' : ', ')}
      />
      <div class="page-controls">
        <ChoiceSwitch
          label={say(targetWords.levelChoice, lang)}
          choices={[
            { key: '1', label: say(targetWords.firstLevel, lang) },
            { key: '2', label: say(targetWords.secondLevel, lang) },
          ]}
          chosen={String(viewState.value.level)}
          onChoose={(key) => navigate({ level: key === '2' ? 2 : 1 })}
        />
      </div>
      <Settled of={cut}>{(value) => <Targets of={loaded.value} cut={value} chosen={chosen} />}</Settled>
    </>
  );
}
