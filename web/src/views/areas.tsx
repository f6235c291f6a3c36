/** 圏域別: where it changed, what share each area has, how they compare, where nothing was reported. */

import { useMemo } from 'preact/hooks';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { areaWords } from '#sheets-schema/vocabulary/words/areas.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { figureStateWords } from '#sheets-schema/vocabulary/words/states.ts';
import { useCut } from '../loaders.ts';
import { AreaControls } from '../parts/areas/area-controls.tsx';
import { AreaTable } from '../parts/areas/area-table.tsx';
import { SiblingList } from '../parts/areas/sibling-bars.tsx';
import { FigureFrame } from '../parts/figure/figure-frame.tsx';
import { UnknownChoices } from '../parts/frame/address-notes.tsx';
import { Later } from '../parts/frame/later.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Empty, Settled } from '../parts/frame/states.tsx';
import { HeatLegend } from '../parts/marks/heat-legend.tsx';
import { type Division, divisionsOf } from '../shape/areas/area-divisions.ts';
import { areaFinding } from '../shape/areas/area-finding.ts';
import { type AreaMeasure, type AreaShape, areaShape } from '../shape/areas/area-rows.ts';
import { areaSiblings } from '../shape/areas/area-siblings.ts';
import { areaTableModel } from '../shape/areas/area-table-model.ts';
import { formatPeriod } from '../shape/figures/format.ts';
import { nameMonths } from '../shape/periods/month-names.ts';
import { monthsOf } from '../shape/periods/periods.ts';
import { say } from '../shape/say.ts';
import { areaName, areasCutFor, type Selection } from '../shape/selection.ts';
import { describeShown } from '../shape/shown.ts';
import { index, language, selection, viewState } from '../signals.ts';
import '../styles/areas.css';

/** What is drawn: a selection, and the cut that holds every area. */
interface Shown {
  readonly of: OfficeIndex;
  readonly cut: Cut;
  readonly chosen: Selection;
}

interface Days {
  readonly from: string;
  readonly until: string;
}

/** The first and the last day of a period. */
function daysOf(period: string): Days {
  const months = monthsOf(period);
  return { from: `${months[0]}-01`, until: `${months.at(-1)}-31` };
}

/** With what 前年差 compares: the months by name where they are not the whole period. */
function sayCompared(months: readonly string[], lang: Language): string {
  if (months.length === 0) return say(areaWords.measureCompared, lang);
  return say(areaWords.measureMonths, lang, { months: nameMonths(months, lang) });
}

function measureOf(shape: AreaShape, period: string, lang: Language): string {
  const own = shape.measure === 'R06' ? areaWords.measureRate : areaWords.measure;
  return [
    say(own, lang, { period: formatPeriod(period, lang) }),
    shape.hasDifferences ? sayCompared(shape.comparedMonths, lang) : '',
    shape.months.length > 0 ? say(areaWords.measureSpark, lang) : '',
  ]
    .filter(Boolean)
    .join(lang === 'ja' ? '' : ' ');
}

/** Missing offices, areas of which no rate can be given, how shares are rounded. */
function notesOf(shape: AreaShape, lang: Language): readonly string[] {
  const separator = lang === 'ja' ? '、' : ', ';
  const unknown = shape.rows.filter(({ rate, code }) => rate.state === 'n/a' && code !== 'unplaced');
  return [
    shape.missing.length > 0
      ? say(areaWords.noteMissing, lang, { offices: shape.missing.join(separator) })
      : say(areaWords.note, lang),
    ...(shape.hasRates
      ? unknown.length > 0
        ? [say(areaWords.somePopulation, lang, { areas: unknown.map(({ name }) => name).join(separator) })]
        : []
      : [say(areaWords.noPopulation, lang)]),
  ];
}

function Areas({ of, cut, chosen, division, measure }: Shown & { division: Division; measure: AreaMeasure }) {
  const lang = language.value;
  const shape = useMemo(
    () =>
      areaShape({
        ...{ index: of, cut, selection: chosen, division, measure },
        shownName: areaName(of, chosen.area),
        language: lang,
      }),
    [of, cut, chosen, division, measure, lang],
  );
  const title = areaFinding(shape, lang);
  return (
    <FigureFrame
      id="areas"
      title={title}
      measure={measureOf(shape, chosen.period, lang)}
      table={areaTableModel(shape, title, lang)}
      legend={
        shape.months.length > 0 && (
          <HeatLegend
            hottest={shape.hottest}
            stateWord={figureStateWords.unreported[lang]}
            isRate={shape.measure === 'R06'}
          />
        )
      }
      notes={notesOf(shape, lang)}
    >
      <p class="sideways">{say(areaWords.scroll, lang)}</p>
      <AreaTable shape={shape} caption={title} />
    </FigureFrame>
  );
}

/** The areas beside each other, or those beside the shown one. */
function Siblings({ of, cut, chosen, division, days }: Shown & { division: Division | undefined; days: Days }) {
  const lang = language.value;
  const model = useMemo(
    () => areaSiblings({ index: of, cut, selection: chosen, division, days, language: lang }),
    [of, cut, chosen, division, days, lang],
  );
  if (model === null) return null;
  return (
    <FigureFrame
      id="siblings"
      title={model.title}
      measure={model.measure}
      name={say(areaWords.siblingsName, lang)}
      table={model.table}
    >
      <SiblingList of={model} />
    </FigureFrame>
  );
}

export default function AreasView() {
  const lang = language.value;
  const chosen = selection.value;
  const of = index.value.status === 'ready' ? index.value.value : null;
  const cut = useCut(chosen === null || of === null ? null : areasCutFor(chosen, of));
  const { division: wanted, indicator } = viewState.value;
  const days = useMemo(() => daysOf(chosen?.period ?? ''), [chosen?.period]);
  const divisions = useMemo(
    () => (of === null || chosen === null ? [] : divisionsOf(of, chosen.area, days)),
    [of, chosen, days],
  );
  if (of === null || chosen === null) return null;
  const division = divisions.find(({ kind }) => kind === wanted) ?? divisions[0];
  const hasPopulation = division?.areas.some(({ area }) => area.populations.length > 0) === true;
  const measure = indicator === 'R06' && hasPopulation ? 'R06' : 'N01';
  const place = areaName(of, chosen.area);
  const isRoot = chosen.area === of.municipality.code;
  return (
    <>
      <PageHead page={pageWords.areas} shown={describeShown(of, chosen, lang)} />
      <UnknownChoices read={{ division: division?.kind === wanted ? wanted : null }} />
      <AreaControls {...{ of, chosen, divisions, measure, hasPopulation }} shown={division} />
      {division === undefined && (
        <Empty text={isRoot ? say(areaWords.noAreas, lang) : say(areaWords.noAreasBelow, lang, { area: place })} />
      )}
      <Settled of={cut}>
        {(value) => (
          <>
            {division !== undefined && (
              <Areas of={of} cut={value} chosen={chosen} division={division} measure={measure} />
            )}
            <Later>
              <Siblings of={of} cut={value} chosen={chosen} division={division} days={days} />
            </Later>
          </>
        )}
      </Settled>
    </>
  );
}
