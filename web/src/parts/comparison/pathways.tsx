/**
 * 経路別: municipalities by pathway in a fiscal year, as counts or shares; a pathway is opened to its parts. What is hidden by itself and
 * printed as a sum with others (合算) bears the letter of its sum, which stands at the end of the row, or below the table where that is narrow.
 */
import { useState } from 'preact/hooks';
import { comparePathwayWords as words } from '#sheets-schema/vocabulary/words/compare-pathways.ts';
import { sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import {
  hasShares,
  type PathwayChoice,
  pathwayYears,
  printPathwayChoice,
  readPathwayChoice,
} from '../../shape/comparison/pathway-choice.ts';
import {
  type PathwayCell,
  type PathwayColumn,
  type PathwayOrder,
  type PathwayRow,
  type PathwayTable,
  pathwayOrders,
  shapePathwayTable,
} from '../../shape/comparison/pathway-table.ts';
import { shownYear } from '../../shape/comparison/shown-year.ts';
import { formatNumber, formatPeriod } from '../../shape/figures/format.ts';
import { say } from '../../shape/say.ts';
import { language, navigate, viewState } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { FigureText } from '../figure/figure-text.tsx';
import { TableFrame } from '../figure/table-frame.tsx';
import { ChoiceSwitch } from '../frame/choice-switch.tsx';
import { Empty } from '../frame/states.tsx';
import { ClassMark } from './class-mark.tsx';
import { SumList, SumMark, Sums } from './pathway-sums.tsx';
import { MunicipalityLink } from './ranked-list.tsx';
import type { WayProps } from './ways.ts';
import { YearChoice } from './year-choice.tsx';
import '../../styles/compared-pathways.css';

const orderWords = { code: words.orderCode, name: words.orderName, inhabitants: words.orderInhabitants } as const;

function Head({ of, choice }: { of: PathwayColumn; choice: PathwayChoice }) {
  const lang = language.value;
  const { code, name, whole, isOpen } = of;
  const look = whole === null ? 'number' : 'number part';
  if (isOpen === null)
    return (
      <th scope="col" class={look} data-column={code}>
        {name}
      </th>
    );
  const opened = { ...choice, open: isOpen ? null : code };
  return (
    <th scope="col" class={look} data-column={code}>
      <button
        type="button"
        class="sort as-text"
        aria-expanded={isOpen}
        title={say(isOpen ? words.close : words.open, lang, { name })}
        onClick={() => navigate({ kind: printPathwayChoice(opened) })}
      >
        {name}
        <span class="opens" aria-hidden="true">
          {isOpen ? '◂' : '▸'}
        </span>
      </button>
    </th>
  );
}

function Cell({ of, column, decimals }: { of: PathwayCell; column: PathwayColumn | undefined; decimals: number }) {
  return (
    <td class={column?.whole == null ? 'number' : 'number part'} data-column={of.column} data-state={of.figure.state}>
      {of.sum === null ? (
        <FigureText figure={of.figure} decimals={decimals} />
      ) : (
        <SumMark letter={of.sum.letter} text={of.sum.hiddenText} />
      )}
    </td>
  );
}

function Row({
  of,
  model,
  own,
  decimals,
}: {
  of: PathwayRow;
  model: PathwayTable;
  own: string | null;
  decimals: number;
}) {
  const lang = language.value;
  const look = of.isPrefecture ? 'row-total' : of.code === own ? 'is-own' : undefined;
  return (
    <tr data-row={of.code} class={look}>
      <th scope="row">
        {of.isPrefecture ? of.name : <MunicipalityLink code={of.code} name={of.name} />}
        {!of.isPrefecture && (
          <span class="town-size">
            {of.inhabitants === null
              ? say(sharedWords.inhabitantsUnknown, lang)
              : `${say(sharedWords.inhabitants, lang)} ${formatNumber(of.inhabitants)}`}
          </span>
        )}
      </th>
      <td class="number whole" data-column="all">
        <FigureText figure={of.total} decimals={0} />
      </td>
      {of.cells.map((cell, position) => (
        <Cell key={cell.column} of={cell} column={model.columns[position]} decimals={decimals} />
      ))}
      {model.states.has('merged') && (
        <td class="merged" data-column="merged">
          {of.sums.length > 0 && <Sums of={of.sums} />}
        </td>
      )}
    </tr>
  );
}

function Legend({ of }: { of: PathwayTable }) {
  const lang = language.value;
  return (
    <>
      {of.states.has('merged') && (
        <span>
          <SumMark letter="a" text={null} /> {say(words.legendMerged, lang)}
        </span>
      )}
      {(['suppressed', 'unreported', 'n/a'] as const)
        .filter((state) => of.states.has(state))
        .map((state) => (
          <ClassMark key={state} of={state} />
        ))}
    </>
  );
}

function Table({ model, choice, own }: { model: PathwayTable; choice: PathwayChoice; own: string | null }) {
  const lang = language.value;
  const decimals = choice.values === 'count' ? 0 : 1;
  return (
    <TableFrame label={model.measureLine}>
      <table class="figures by-pathway">
        <caption class="visually-hidden">{model.measureLine}</caption>
        <thead>
          <tr>
            <th scope="col">{say(sharedWords.municipality, lang)}</th>
            <th scope="col" class="number whole" data-column="all">
              {say(words.total, lang)}
            </th>
            {model.columns.map((column) => (
              <Head key={column.code} of={column} choice={choice} />
            ))}
            {model.states.has('merged') && (
              <th scope="col" class="merged" data-column="merged">
                {say(words.columnMerged, lang)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {model.rows.map((row) => (
            <Row key={row.code} of={row} model={model} own={own} decimals={decimals} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

export default function PathwaysView({ index, own }: WayProps) {
  const lang = language.value;
  const [order, setOrder] = useState<PathwayOrder>('code');
  const years = pathwayYears(index);
  if (years.length === 0) return <Empty text={say(words.none, lang)} />;
  const year = shownYear({ years }, viewState.value.period);
  const choice = readPathwayChoice(viewState.value.kind, index);
  const model = shapePathwayTable(index, { year, choice, order, language: lang });
  return (
    <>
      <div class="page-controls way-controls">
        <YearChoice of={{ years }} year={year} />
        {hasShares(index) && (
          <ChoiceSwitch
            label={say(words.values, lang)}
            choices={(['count', 'share'] as const).map((key) => ({ key, label: say(words[key], lang) }))}
            chosen={choice.values}
            onChoose={(key) =>
              navigate({ kind: printPathwayChoice({ ...choice, values: key === 'share' ? 'share' : 'count' }) })
            }
          />
        )}
        <ChoiceSwitch
          label={say(words.order, lang)}
          choices={pathwayOrders.map((key) => ({ key, label: say(orderWords[key], lang) }))}
          chosen={order}
          onChoose={(key) => setOrder(pathwayOrders.find((one) => one === key) ?? 'code')}
        />
      </div>
      <FigureFrame
        id="by-pathway"
        title={model.title}
        measure={model.measureLine}
        table={model.table}
        notes={[...(model.shown === '' ? [] : [model.shown]), ...model.notes]}
        legend={<Legend of={model} />}
        period={formatPeriod(year, lang)}
        isSourceElsewhere
      >
        <Table model={model} choice={choice} own={own} />
        {model.states.has('merged') && <SumList of={model.rows} />}
      </FigureFrame>
    </>
  );
}
