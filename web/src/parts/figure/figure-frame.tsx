/**
 * A figure, always whole: finding as its title → measure, unit, period → chart or its table → legend → source and date.
 * 「表で見る」 shows the table in place of the chart; which figure is shown as its table is part of the address.
 * 「持ち出す」 takes it along; a link to a figure leads back to it.
 */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { say } from '../../shape/say.ts';
import type { TableModel } from '../../shape/table-model.ts';
import { beginTitle } from '../../shape/title.ts';
import { language, navigate, viewState } from '../../signals.ts';
import { FigureTable } from './figure-table.tsx';
import { InFrame } from './in-frame.ts';
import { SourceLine } from './source-line.tsx';
import { TakeAlong } from './take-along.tsx';

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
  /** Its short name in file names, like 構成比; otherwise found by its id (figureNames), else its title. */
  readonly name?: string;
  /** The period in file names where it is not the one that is chosen. */
  readonly period?: string;
  /** 出典 where it is not that of the municipality. */
  readonly source?: string;
  /** A drawing of its own to take along; otherwise what stands on the page is drawn as SVG. */
  readonly svg?: () => SVGElement | string;
}

export function FigureFrame(props: FigureFrameProps) {
  const title = beginTitle(props.title, language.value);
  const { id, measure, children, legend, table, notes = [] } = props;
  const shown = viewState.value.table;
  const isTable = children === undefined || shown === 'table' || shown === id;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (location.hash === `#figure-${encodeURIComponent(id)}`) section.current?.scrollIntoView();
  }, [id]);
  const { name, period, source } = props;
  const figure = {
    ...{ id, title, measure, table, notes },
    ...(name === undefined ? {} : { name }),
    ...(period === undefined ? {} : { period }),
    ...(source === undefined ? {} : { source }),
  };
  return (
    <section
      ref={section}
      class="figure"
      aria-labelledby={`${id}-title`}
      data-figure={id}
      data-drawn={isTable ? 'table' : 'chart'}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="measure">{measure}</p>
      <InFrame.Provider value={true}>
        {isTable ? <FigureTable model={table} /> : <div class="chart">{children}</div>}
      </InFrame.Provider>
      <div class="figure-foot">
        <div class="legend">{!isTable && legend}</div>
        <div class="figure-controls">
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
          <TakeAlong figure={figure} svg={isTable ? undefined : props.svg} />
        </div>
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
