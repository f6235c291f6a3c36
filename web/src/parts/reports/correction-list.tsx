/** 訂正の記録: before → now, the newest first; the indicator leads to the view that shows it. Long ledgers are shown in steps. */
import { useState } from 'preact/hooks';
import type { CorrectionsObject } from '#functions/publish/detail.ts';
import type { OfficeIndex } from '#functions/publish/release.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { formatNumber } from '../../shape/figures/format.ts';
import { type CorrectionRow, correctionLedger } from '../../shape/reports/correction-rows.ts';
import { say } from '../../shape/say.ts';
import type { TableModel } from '../../shape/table-model.ts';
import { language } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { DifferenceText, FigureText } from '../figure/figure-text.tsx';
import { ViewLink } from '../frame/view-link.tsx';

const first = 10;
const step = 50;

function Cell({ row, to, place }: CorrectionRow & { place: number }) {
  const cell = row.cells[place];
  switch (cell?.kind) {
    case 'figure':
      return <FigureText figure={cell.figure} decimals={cell.decimals} />;
    case 'difference':
      return <DifferenceText difference={cell.difference} decimals={cell.decimals} />;
    case 'text':
      return place === 2 ? <ViewLink to={to}>{cell.text}</ViewLink> : cell.text;
    default:
      return null;
  }
}

function Ledger({ table, rows }: { table: TableModel; rows: readonly CorrectionRow[] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; a landmark would be one too many
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <div role="group" class="table-frame" tabIndex={0} aria-label={table.caption}>
      <table class="figures">
        <caption class="visually-hidden">{table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{table.rowHeader}</th>
            {table.columns.map(({ key, label, isText }) => (
              <th key={key} scope="col" class={isText === true ? 'text' : 'number'}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((correction) => (
            <tr key={correction.row.key} data-row={correction.row.key}>
              <th scope="row">{correction.row.label}</th>
              {table.columns.map(({ key, isText }, place) => (
                <td key={key} class={isText === true ? 'text' : 'number'} data-column={key}>
                  <Cell {...correction} place={place} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function CorrectionList({ of, corrections }: { of: OfficeIndex; corrections: CorrectionsObject }) {
  const lang = language.value;
  const [limit, setLimit] = useState(first);
  const ledger = correctionLedger(of, corrections, lang);
  const left = ledger.rows.length - limit;
  if (ledger.rows.length === 0) {
    return (
      <section class="section" aria-labelledby="corrections-title" data-figure="corrections">
        <h2 id="corrections-title">{ledger.title}</h2>
        <p class="measure">{say(statusWords.correctionsNoneText, lang)}</p>
      </section>
    );
  }
  return (
    <FigureFrame
      id="corrections"
      title={ledger.title}
      measure={say(statusWords.correctionsMeasure, lang)}
      name={say(statusWords.correctionsName, lang)}
      table={ledger.table}
      notes={ledger.notes}
      isSourceElsewhere
    >
      <Ledger table={ledger.table} rows={ledger.rows.slice(0, limit)} />
      {left > 0 && (
        <button type="button" class="button" onClick={() => setLimit(limit + step)}>
          {say(statusWords.showMore, lang, { count: formatNumber(left) })}
        </button>
      )}
    </FigureFrame>
  );
}
