/**
 * A figure, always whole: finding as its title → measure, unit, period → chart or its table → legend → source and date.
 * 「表で見る」 shows the table in place of the chart; which figure is shown as its table is part of the address.
 */

import type { ComponentChildren } from 'preact';
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { say } from '../../shape/say.ts';
import type { TableModel } from '../../shape/table-model.ts';
import { language, navigate, viewState } from '../../signals.ts';
import { FigureTable } from './figure-table.tsx';
import { SourceLine } from './source-line.tsx';

export interface FigureFrameProps {
  /** Unique on its page; also the word in the address that shows the table. */
  readonly id: string;
  /** The finding: one fact as a sentence. */
  readonly title: string;
  /** Measure, unit, period, and what is left out. */
  readonly measure: string;
  /** The chart; left out where the table is the figure. */
  readonly children?: ComponentChildren;
  readonly legend?: ComponentChildren;
  readonly table: TableModel;
  /** Notes below, before the source. */
  readonly notes?: readonly string[];
  /** Where the source is said once for the whole page. */
  readonly isSourceElsewhere?: boolean;
}

export function FigureFrame(props: FigureFrameProps) {
  const { id, title, measure, children, legend, table, notes = [] } = props;
  const shown = viewState.value.table;
  const isTable = children === undefined || shown === 'table' || shown === id;
  return (
    <section class="figure" aria-labelledby={`${id}-title`} data-figure={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="measure">{measure}</p>
      {isTable ? <FigureTable model={table} /> : <div class="chart">{children}</div>}
      <div class="figure-foot">
        <div class="legend">{!isTable && legend}</div>
        {children !== undefined && (
          <button
            type="button"
            class="link-button"
            aria-pressed={isTable}
            onClick={() => navigate({ table: isTable ? null : id })}
          >
            {say(isTable ? frameWords.tableChart : frameWords.chartTable, language.value)}
          </button>
        )}
      </div>
      {notes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
      {props.isSourceElsewhere !== true && <SourceLine />}
    </section>
  );
}
