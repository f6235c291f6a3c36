/** 圏域別: where it changed, what share each area has, where nothing was reported. */

import { useMemo } from 'preact/hooks';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { areaWords } from '#sheets-schema/vocabulary/words/areas.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { figureStateWords } from '#sheets-schema/vocabulary/words/states.ts';
import { useCut } from '../loaders.ts';
import { AreaTable } from '../parts/areas/area-table.tsx';
import { SourceLine } from '../parts/figure/source-line.tsx';
import { ChoiceSwitch } from '../parts/frame/choice-switch.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Empty, Settled } from '../parts/frame/states.tsx';
import { ViewLink } from '../parts/frame/view-link.tsx';
import { HeatLegend } from '../parts/marks/heat-legend.tsx';
import { areaOf, type Division, divisionsOf } from '../shape/areas/area-divisions.ts';
import { areaFinding, areaShape } from '../shape/areas/area-rows.ts';
import { formatPeriod } from '../shape/figures/format.ts';
import { nameMonths } from '../shape/periods/month-names.ts';
import { monthsOf } from '../shape/periods/periods.ts';
import { say } from '../shape/say.ts';
import { areaName, type Selection } from '../shape/selection.ts';
import { describeShown } from '../shape/shown.ts';
import { index, language, navigate, selection, viewState } from '../signals.ts';
import '../styles/areas.css';

/** With what 前年差 compares: the months by name where they are not the whole period. */
function sayCompared(months: readonly string[], lang: Language): string {
  if (months.length === 0) return say(areaWords.measureCompared, lang);
  return say(areaWords.measureMonths, lang, { months: nameMonths(months, lang) });
}

function Drawn(props: { of: OfficeIndex; cut: Cut; chosen: Selection; division: Division }) {
  const { of, cut, chosen, division } = props;
  const lang = language.value;
  const shape = useMemo(
    () =>
      areaShape({
        index: of,
        cut,
        selection: chosen,
        division,
        shownName: areaName(of, chosen.area),
        language: lang,
      }),
    [of, cut, chosen, division, lang],
  );
  const title = areaFinding(shape, lang);
  const measure = [
    say(areaWords.measure, lang, { period: formatPeriod(chosen.period, lang) }),
    shape.hasDifferences ? sayCompared(shape.comparedMonths, lang) : '',
    shape.months.length > 0 ? say(areaWords.measureSpark, lang) : '',
  ];
  const note =
    shape.missing.length > 0
      ? say(areaWords.noteMissing, lang, { offices: shape.missing.join(lang === 'ja' ? '、' : ', ') })
      : say(areaWords.note, lang);
  return (
    <section class="figure" aria-labelledby="areas-title" data-figure="areas">
      <h2 id="areas-title">{title}</h2>
      <p class="measure">{measure.filter(Boolean).join(lang === 'ja' ? '' : ' ')}</p>
      <AreaTable shape={shape} caption={title} />
      <div class="figure-foot">
        {shape.months.length > 0 && (
          <HeatLegend hottest={shape.hottest} stateWord={figureStateWords.unreported[lang]} />
        )}
      </div>
      <p class="note">{note}</p>
      <SourceLine />
    </section>
  );
}

function Controls({
  of,
  chosen,
  divisions,
  shown,
}: {
  of: OfficeIndex;
  chosen: Selection;
  divisions: readonly Division[];
  shown: Division | undefined;
}) {
  const lang = language.value;
  const area = areaOf(of, chosen.area);
  const parent = area?.isRoot === false ? areaOf(of, area.parents[0] ?? of.municipality.code) : null;
  const back = parent === null || parent.isRoot ? null : parent.code;
  return (
    <div class="page-controls">
      {area?.isRoot === false && (
        <ViewLink to={{ area: back, division: null }}>
          {say(areaWords.up, lang, { area: back === null ? of.municipality.name : areaName(of, back) })}
        </ViewLink>
      )}
      {divisions.length > 1 && (
        <ChoiceSwitch
          label={say(areaWords.division, lang)}
          choices={divisions.map(({ kind, below }) => ({
            key: kind,
            label: below === null ? kind : say(areaWords.divisionWith, lang, { kind, below }),
          }))}
          chosen={shown?.kind ?? ''}
          onChoose={(kind) => navigate({ division: kind === divisions[0]?.kind ? null : kind })}
        />
      )}
    </div>
  );
}

/** The cut that holds every area for the chosen pathway and target. */
function cutOfAreas(chosen: Selection): string {
  if (chosen.pathway !== 'all') return `division/${chosen.pathway}`;
  return `division/${chosen.target}`;
}

export default function AreasView() {
  const lang = language.value;
  const chosen = selection.value;
  const loaded = index.value;
  const cut = useCut(chosen === null ? null : cutOfAreas(chosen));
  const wanted = viewState.value.division;
  const divisions = useMemo(() => {
    if (loaded.status !== 'ready' || chosen === null) return [];
    const months = monthsOf(chosen.period);
    return divisionsOf(loaded.value, chosen.area, { from: `${months[0]}-01`, until: `${months.at(-1)}-31` });
  }, [loaded, chosen]);
  if (loaded.status !== 'ready' || chosen === null) return null;
  const of = loaded.value;
  const division = divisions.find(({ kind }) => kind === wanted) ?? divisions[0];
  const place = areaName(of, chosen.area);
  const isRoot = chosen.area === of.municipality.code;
  return (
    <>
      <PageHead page={pageWords.areas} shown={describeShown(of, chosen, lang)} />
      <Controls of={of} chosen={chosen} divisions={divisions} shown={division} />
      {division === undefined ? (
        <Empty text={isRoot ? say(areaWords.noAreas, lang) : say(areaWords.noAreasBelow, lang, { area: place })} />
      ) : (
        <Settled of={cut}>{(value) => <Drawn of={of} cut={value} chosen={chosen} division={division} />}</Settled>
      )}
    </>
  );
}
