/** Plain rates of the municipalities of a prefecture by fiscal year, without a verdict: for a release that holds no comparison. */
import { useState } from 'preact/hooks';
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import { hasGoals } from '../../shape/comparison/goal-state-table.ts';
import { shapeMunicipalityTable, type TableOrder } from '../../shape/comparison/municipality-table.ts';
import { chosenIndicator, comparedIndicators, shapeRanking } from '../../shape/comparison/ranking.ts';
import { rankingTable } from '../../shape/comparison/ranking-table.ts';
import { shownYear } from '../../shape/comparison/shown-year.ts';
import { formatPeriod } from '../../shape/figures/format.ts';
import { say } from '../../shape/say.ts';
import { addressOf, language, navigate, viewState } from '../../signals.ts';
import { SortableTable } from '../figure/sortable-table.tsx';
import { TakeAlong } from '../figure/take-along.tsx';
import { ChoiceSelect } from '../frame/choice-select.tsx';
import { ChoiceSwitch } from '../frame/choice-switch.tsx';
import { Empty } from '../frame/states.tsx';
import { GoalStates } from './goal-states.tsx';
import { PrefectureSource } from './prefecture-source.tsx';
import { RankedList } from './ranked-list.tsx';
import { YearChoice } from './year-choice.tsx';

/** Indicators of which the prefecture has any series, in their groups. */
function indicatorOptions(of: PrefectureIndex, lang: 'ja' | 'en') {
  return comparedIndicators
    .filter(({ code }) => of.municipalities.some((place) => of.series[`${code}|${place.code}`] !== undefined))
    .map((indicator) => ({ key: indicator.code, label: indicator[lang] }));
}

function Ranked({ of, year }: { of: PrefectureIndex; year: string }) {
  const lang = language.value;
  const ranking = shapeRanking(of, { code: viewState.value.indicator, year, language: lang });
  return (
    <section class="figure" aria-labelledby="ranked-title" data-figure="ranked">
      <h2 id="ranked-title">{ranking.title}</h2>
      <p class="measure">{ranking.measure}</p>
      <RankedList ranking={ranking} />
      <div class="figure-controls figure-controls-alone">
        <TakeAlong
          figure={{
            id: 'ranked',
            title: ranking.title,
            measure: ranking.measure,
            table: rankingTable(ranking, lang),
            notes: ranking.notes,
            name: `${ranking.indicator[lang]} ${say(compareWords.columnRank, lang)}`,
            period: formatPeriod(year, lang),
          }}
        />
      </div>
      {ranking.notes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
      <PrefectureSource name={of.prefecture.name} />
    </section>
  );
}

function Table({ of, year }: { of: PrefectureIndex; year: string }) {
  const lang = language.value;
  const [order, setOrder] = useState<TableOrder>({ column: null, isDescending: true });
  const model = shapeMunicipalityTable(of, { year, order, language: lang });
  const hasMarks = model.rows.some(({ cells }) =>
    cells.some((cell) => cell.kind === 'figure' && cell.isPartial === true),
  );
  return (
    <section class="figure" aria-labelledby="table-title" data-figure="municipalities">
      <h2 id="table-title">{say(compareWords.tableFinding, lang, { year: formatPeriod(year, lang) })}</h2>
      <p class="measure">{model.caption}</p>
      <SortableTable model={model} order={order} onOrder={setOrder} />
      {hasMarks && <p class="note">{say(compareWords.noteTableMonths, lang)}</p>}
      <p class="note">{say(compareWords.noteChance, lang)}</p>
      <PrefectureSource name={of.prefecture.name} />
    </section>
  );
}

type ViewKind = 'ranked' | 'table' | 'goals';

/** What is shown when the address does not say: figures where there are any, else the goals. */
function defaultKind(of: PrefectureIndex, year: string): ViewKind {
  const position = of.years.indexOf(year);
  const hasFigures = Object.values(of.series).some((figures) => typeof figures[position] === 'number');
  return !hasFigures && hasGoals(of, year) ? 'goals' : 'ranked';
}

export default function PlainComparison({ of }: { of: PrefectureIndex }) {
  const lang = language.value;
  const year = shownYear(of, viewState.value.period);
  const wanted = viewState.value.table;
  const fallback = defaultKind(of, year);
  const kind: ViewKind = wanted === 'table' || wanted === 'goals' || wanted === 'ranked' ? wanted : fallback;
  const indicator = chosenIndicator(viewState.value.indicator);
  if (of.municipalities.length === 0 || of.years.length === 0) return <Empty text={say(compareWords.none, lang)} />;
  return (
    <>
      <div class="page-controls compare-controls">
        {kind === 'ranked' && (
          <ChoiceSelect
            id="compare-indicator"
            label={say(compareWords.indicatorChoice, lang)}
            options={indicatorOptions(of, lang)}
            chosen={indicator.code}
            onChoose={(code) => navigate({ indicator: code })}
          />
        )}
        <YearChoice of={of} year={year} />
        <ChoiceSwitch
          label={say(compareWords.viewChoice, lang)}
          isLabelHidden
          choices={[
            { key: 'ranked', label: say(compareWords.ranked, lang) },
            { key: 'table', label: say(compareWords.table, lang) },
            ...(hasGoals(of, year) ? [{ key: 'goals', label: say(compareWords.goals, lang) }] : []),
          ]}
          chosen={kind}
          onChoose={(view) => navigate({ table: view === fallback ? null : view })}
        />
        {kind === 'ranked' && (
          <a
            class="definition"
            href={`${addressOf({ view: 'glossary', table: null, indicator: null })}#${indicator.code}`}
          >
            {say(compareWords.definition, lang)}
          </a>
        )}
      </div>
      {kind === 'ranked' && <Ranked of={of} year={year} />}
      {kind === 'table' && <Table of={of} year={year} />}
      {kind === 'goals' && <GoalStates of={of} year={year} />}
    </>
  );
}
