/** A list of rows: a hundred at first and at a time, each with its place in the sheet, and a file of all of them. */
import { useRef, useState } from 'preact/hooks';
import { rowsWords } from '#sheets-schema/vocabulary/words/rows.ts';
import { formatNumber } from '../../shape/figures/format.ts';
import type { CellPlace } from '../../shape/rows/cell-links.ts';
import { type RowsTable, takenTable } from '../../shape/rows/rows-table.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { describeFigure } from '../figure/describe-figure.ts';

const step = 100;

function Place({ place }: { place: CellPlace }) {
  if (place.address === null) return <span>{place.text}</span>;
  return (
    <a class="cell-link" href={place.address} target="_blank" rel="noreferrer" aria-label={place.label}>
      {place.text}
    </a>
  );
}

function Body({ table, shown }: { table: RowsTable; shown: number }) {
  const hasNumbers = table.rowHeader !== '';
  const place = (of: CellPlace) => <Place place={of} />;
  return (
    <tbody>
      {table.rows.slice(0, shown).map((row) => (
        <tr key={row.key}>
          <th scope="row">
            {hasNumbers && <span class="rows-number">{row.label}</span>}
            {place(row.place)}
          </th>
          {table.columns.map(({ key, isNumber }, position) => (
            <td key={key} class={isNumber ? 'number' : 'text'}>
              {row.cells[position]}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** The rows as a file, by the same way as every other table. */
function Save({ table, title }: { table: RowsTable; title: string }) {
  const lang = language.value;
  const [outcome, setOutcome] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const save = async () => {
    try {
      const section = root.current?.closest('section');
      if (section === null || section === undefined) throw new Error('A list stands in a section');
      const { saveFigure } = await import('../figure/save-figure.ts');
      const figure = { id: '', name: title, title, measure: '', period: '', table: takenTable(table, lang) };
      const file = await saveFigure('csv', describeFigure(figure), { section });
      setOutcome(say(rowsWords.saved, lang, { file }));
    } catch {
      setOutcome(say(rowsWords.notSaved, lang));
    }
  };
  return (
    <div ref={root} class="rows-save">
      <button type="button" class="link-button" onClick={() => void save()}>
        {say(rowsWords.save, lang)}
      </button>
      <p role="status">{outcome}</p>
    </div>
  );
}

/** The whole range of each sheet; many are folded away, so that the rows come first. */
function Ranges({ ranges }: { ranges: readonly CellPlace[] }) {
  const list = (
    <ul class="rows-ranges">
      {ranges.map((range) => (
        <li key={range.text}>
          <Place place={range} />
        </li>
      ))}
    </ul>
  );
  if (ranges.length < 3) return list;
  return (
    <details class="rows-folded">
      <summary>{say(rowsWords.ranges, language.value, { count: ranges.length })}</summary>
      {list}
    </details>
  );
}

export function RowsList({ table, title }: { table: RowsTable; title: string }) {
  const lang = language.value;
  const [limit, setLimit] = useState(step);
  const all = table.rows.length;
  if (all === 0) return null;
  const shown = Math.min(limit, all);
  const place = say(rowsWords.place, lang);
  const facts = { shown: formatNumber(shown), all: formatNumber(all) };
  return (
    <section class="rows-section" aria-label={table.caption}>
      <Ranges ranges={table.ranges} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; a landmark would be one too many */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <div role="group" class="table-frame" tabIndex={0} aria-label={table.caption}>
        <table class="figures rows-table">
          <caption class="visually-hidden">{table.caption}</caption>
          <thead>
            <tr>
              <th scope="col">
                {[table.rowHeader, place].filter((part) => part !== '').join(lang === 'ja' ? '・' : ', ')}
              </th>
              {table.columns.map(({ key, label, isNumber }) => (
                <th key={key} scope="col" class={isNumber ? 'number' : 'text'}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <Body table={table} shown={shown} />
        </table>
      </div>
      <div class="rows-foot">
        <p class="measure" role="status">
          {say(rowsWords.shown, lang, facts)}
        </p>
        {shown < all && (
          <button type="button" class="button" onClick={() => setLimit(limit + step)}>
            {say(rowsWords.more, lang, { count: formatNumber(all - shown) })}
          </button>
        )}
        <Save table={table} title={title} />
      </div>
    </section>
  );
}
