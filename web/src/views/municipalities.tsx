/** 市町村比較: plain rates of the municipalities of a prefecture by fiscal year; no verdict, since intervals come later. */
import { useState } from 'preact/hooks';
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import { frameWords, pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { useObject } from '../loaders.ts';
import { RankedList } from '../parts/comparison/ranked-list.tsx';
import { SortableTable } from '../parts/figure/sortable-table.tsx';
import { TakeAlong } from '../parts/figure/take-along.tsx';
import { ChoiceSelect } from '../parts/frame/choice-select.tsx';
import { ChoiceSwitch } from '../parts/frame/choice-switch.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Empty, Failed, Settled } from '../parts/frame/states.tsx';
import { hasGoals, shapeGoalStateTable } from '../shape/comparison/goal-state-table.ts';
import { shapeMunicipalityTable, type TableOrder } from '../shape/comparison/municipality-table.ts';
import { chosenIndicator, comparedIndicators, shapeRanking } from '../shape/comparison/ranking.ts';
import { rankingTable } from '../shape/comparison/ranking-table.ts';
import { formatMoment, formatPeriod } from '../shape/figures/format.ts';
import { fiscalYearOf, periodKind } from '../shape/periods/periods.ts';
import { say } from '../shape/say.ts';
import { addressOf, language, municipality, navigate, session, viewState } from '../signals.ts';
import '../styles/municipalities.css';

/** The prefecture that is compared: that of the address, of the municipality, else the first that may be opened. */
function shownPrefecture(): string | null {
  if (session.value.status !== 'ready') return null;
  const all = session.value.value.prefectures;
  const wanted = viewState.value.municipality?.slice(0, 2);
  const own = municipality.value?.prefecture;
  const found = all.find(({ code }) => code === wanted) ?? all.find(({ code }) => code === own) ?? all[0];
  return found?.code ?? null;
}

/** The fiscal year that is shown: of the chosen period, else the newest. */
function shownYear(of: PrefectureIndex): string {
  const { period } = viewState.value;
  const wanted = period === null || periodKind(period) === null ? null : `FY${fiscalYearOf(period)}`;
  return wanted !== null && of.years.includes(wanted) ? wanted : (of.years.at(-1) ?? 'FY2000');
}

/** Indicators of which the prefecture has any series, in their groups. */
function indicatorOptions(of: PrefectureIndex, lang: 'ja' | 'en') {
  return comparedIndicators
    .filter(({ code }) => of.municipalities.some((place) => of.series[`${code}|${place.code}`] !== undefined))
    .map((indicator) => ({ key: indicator.code, label: indicator[lang] }));
}

function Source({ of }: { of: PrefectureIndex }) {
  const lang = language.value;
  const publishedAt = session.value.status === 'ready' ? session.value.value.publishedAt : null;
  return (
    <p class="source">
      <span>{say(compareWords.source, lang, { prefecture: of.prefecture.name })}</span>
      {publishedAt !== null && (
        <span>{say(frameWords.published, lang, { moment: formatMoment(publishedAt, lang) })}</span>
      )}
    </p>
  );
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
      <Source of={of} />
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
      <Source of={of} />
    </section>
  );
}

function Goals({ of, year }: { of: PrefectureIndex; year: string }) {
  const lang = language.value;
  const [order, setOrder] = useState<TableOrder>({ column: null, isDescending: true });
  const model = shapeGoalStateTable(of, { year, order, language: lang });
  return (
    <section class="figure" aria-labelledby="goals-title" data-figure="goal-states">
      <h2 id="goals-title">{say(compareWords.goalsFinding, lang, { year: formatPeriod(year, lang) })}</h2>
      <p class="measure">{model.caption}</p>
      <SortableTable model={model} order={order} onOrder={setOrder} />
      <Source of={of} />
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

function Comparison({ of }: { of: PrefectureIndex }) {
  const lang = language.value;
  const year = shownYear(of);
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
        <ChoiceSelect
          id="compare-year"
          label={say(compareWords.yearChoice, lang)}
          options={of.years.toReversed().map((key) => ({ key, label: formatPeriod(key, lang) }))}
          chosen={year}
          onChoose={(period) => navigate({ period })}
        />
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
      {kind === 'goals' && <Goals of={of} year={year} />}
    </>
  );
}

/** '海野県（12市町村）'; a prefecture's own office is no municipality, and is said beside them. */
function sayScope(of: PrefectureIndex, lang: 'ja' | 'en'): string {
  const own = of.municipalities.filter(({ code }) => code.slice(2, 5) === '000').length;
  const facts = { prefecture: of.prefecture.name, count: of.municipalities.length - own };
  return say(own === 0 ? compareWords.scope : compareWords.scopeWithOwn, lang, facts);
}

export default function MunicipalitiesView() {
  const lang = language.value;
  const code = shownPrefecture();
  const loaded = useObject<PrefectureIndex>(code === null ? null : `prefectures/${code}`);
  const ready = loaded.status === 'ready' ? loaded.value : null;
  const shown = ready === null ? '' : `${sayScope(ready, lang)} ${formatPeriod(shownYear(ready), lang)}`;
  return (
    <>
      <PageHead page={pageWords.compare} shown={shown} />
      {session.value.status === 'ready' && code === null ? (
        <Failed trouble="forbidden" />
      ) : (
        <Settled of={loaded}>{(value) => <Comparison of={value} />}</Settled>
      )}
    </>
  );
}
