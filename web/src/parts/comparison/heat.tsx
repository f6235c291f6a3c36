/**
 * 一覧表: municipalities × measures with the class of each cell. Tab reaches the table, arrows go through its cells, and each leads to
 * the ranked list of its measure.
 */
import { useState } from 'preact/hooks';
import { heatWords, sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { ClassCell } from '../../shape/comparison/class-cells.ts';
import { isState, wordOf } from '../../shape/comparison/class-cells.ts';
import { formatComparedPeriod } from '../../shape/comparison/compared-choice.ts';
import { type HeatGroup, type HeatModel, type HeatOrder, heatOrders, shapeHeat } from '../../shape/comparison/heat.ts';
import { formatNumber } from '../../shape/figures/format.ts';
import { say } from '../../shape/say.ts';
import { addressOf, language, navigate } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { TableFrame } from '../figure/table-frame.tsx';
import { ChoiceSwitch } from '../frame/choice-switch.tsx';
import { Empty } from '../frame/states.tsx';
import { stepThroughTable } from '../rows/table-keys.ts';
import { ClassLegend, ClassMark } from './class-mark.tsx';
import { rankedView } from './ranked-view.ts';
import type { WayProps } from './ways.ts';

const orderWords = {
  code: heatWords.orderCode,
  name: heatWords.orderName,
  inhabitants: heatWords.orderInhabitants,
  size: heatWords.orderSize,
  clear: heatWords.orderClear,
} as const;

function Cell({ of, measure, town }: { of: ClassCell; measure: HeatModel['measures'][number]; town: string }) {
  const lang = language.value;
  const to = rankedView(measure.code);
  const facts = { name: town, measure: measure.name, class: wordOf(of, lang) };
  return (
    <td class={`class-cell class-cell-${isState(of) ? 'state' : of}`} data-column={measure.code} data-class={of}>
      <a
        class="rows-open"
        href={addressOf(to)}
        tabIndex={-1}
        title={say(sharedWords.opensMeasure, lang, facts)}
        aria-label={say(sharedWords.opensMeasure, lang, facts)}
        onKeyDown={stepThroughTable}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
          event.preventDefault();
          navigate(to);
        }}
      >
        <ClassMark of={of} hasWord={false} />
      </a>
    </td>
  );
}

function Group({ of: { label, rows }, model, own }: { of: HeatGroup; model: HeatModel; own: string | null }) {
  const lang = language.value;
  return (
    <tbody>
      {label !== null && (
        <tr class="row-group">
          <th scope="rowgroup" colSpan={model.measures.length + 1}>
            {label}
          </th>
        </tr>
      )}
      {rows.map(({ town, cells }) => (
        <tr key={town.code} data-row={town.code} class={town.code === own ? 'is-own' : undefined}>
          <th scope="row">
            {town.name}
            <span class="town-size">
              {town.inhabitants === null
                ? say(sharedWords.inhabitantsUnknown, lang)
                : `${say(sharedWords.inhabitants, lang)} ${formatNumber(town.inhabitants)}`}
            </span>
          </th>
          {cells.map((cell, position) => {
            const measure = model.measures[position];
            return measure && <Cell key={measure.code} of={cell} measure={measure} town={town.name} />;
          })}
        </tr>
      ))}
    </tbody>
  );
}

export default function Heat({ comparison, period, own }: WayProps) {
  const lang = language.value;
  const [order, setOrder] = useState<HeatOrder>('code');
  const model = shapeHeat(comparison, { period, order, language: lang });
  if (model.measures.length === 0) return <Empty text={say(heatWords.none, lang)} />;
  return (
    <>
      <div class="page-controls way-controls">
        <ChoiceSwitch
          label={say(heatWords.order, lang)}
          choices={heatOrders.map((key) => ({ key, label: say(orderWords[key], lang) }))}
          chosen={order}
          onChoose={(key) => setOrder(heatOrders.find((one) => one === key) ?? 'code')}
        />
      </div>
      <FigureFrame
        id="heat"
        title={model.title}
        measure={model.measureLine}
        table={model.table}
        notes={model.notes}
        legend={<ClassLegend />}
        period={formatComparedPeriod(period, lang)}
        isSourceElsewhere
      >
        <div class="class-table">
          <TableFrame label={model.measureLine}>
            <table class="figures">
              <caption class="visually-hidden">{model.measureLine}</caption>
              <thead>
                <tr>
                  <th scope="col">{say(sharedWords.municipality, lang)}</th>
                  {model.measures.map(({ code, name }) => (
                    <th key={code} scope="col" data-column={code}>
                      <span>{name}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              {model.groups.map((group) => (
                <Group key={group.label ?? ''} of={group} model={model} own={own} />
              ))}
            </table>
          </TableFrame>
        </div>
      </FigureFrame>
    </>
  );
}
