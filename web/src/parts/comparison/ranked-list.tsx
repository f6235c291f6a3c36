/**
 * Municipalities ranked by one indicator, as a table whose bars start at 0, with the prefecture's value as one line
 * through all rows. What is not ranked stands below, with its mark and its words.
 */
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import { countIndicator, printValue, type RankedRow, type Ranking } from '../../shape/comparison/ranking.ts';
import { say } from '../../shape/say.ts';
import { addressOf, language, navigate, session } from '../../signals.ts';
import { FigureText } from '../figure/figure-text.tsx';

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** A link to the municipality's overview where the session may open it, else its name. */
export function MunicipalityLink({ code, name }: { code: string; name: string }) {
  const mayOpen =
    session.value.status === 'ready' && session.value.value.municipalities.some((known) => known.code === code);
  if (!mayOpen) return <>{name}</>;
  const change = {
    view: 'overview',
    municipality: code,
    area: null,
    division: null,
    table: null,
    indicator: null,
  } as const;
  return (
    <a
      href={addressOf(change)}
      title={say(compareWords.opens, language.value, { name })}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        navigate(change);
      }}
    >
      {name}
    </a>
  );
}

function Row({ row, ranking, isRanked }: { row: RankedRow; ranking: Ranking; isRanked: boolean }) {
  const lang = language.value;
  const hasCount = countIndicator(ranking.indicator.code) !== null;
  return (
    <tr data-row={row.code}>
      <td class="rank">{row.rank ?? ''}</td>
      <th scope="row">
        <MunicipalityLink code={row.code} name={row.name} />
        {row.months !== null && (
          <span class="months">
            <span aria-hidden="true">{say(compareWords.monthsMark, lang, { months: row.months })}</span>
            <span class="visually-hidden">{say(compareWords.monthsWords, lang, { months: row.months })}</span>
          </span>
        )}
      </th>
      {hasCount && <td class="number">{row.count !== null && <FigureText figure={row.count} decimals={0} />}</td>}
      <td class="number value">
        <FigureText figure={row.figure} decimals={ranking.indicator.decimals} />
      </td>
      <td class="plot">
        {row.length !== null ? (
          <div class="plot-area" aria-hidden="true">
            {ranking.ticks.map(({ value, at }) => (
              <i key={value} class="grid-line" style={{ left: percent(at) }} />
            ))}
            <span class={`plot-bar${isRanked ? '' : ' plot-unranked'}`} style={{ width: percent(row.length) }} />
            {ranking.line !== null && <i class="reference" style={{ left: percent(ranking.line) }} />}
          </div>
        ) : null}
        {row.note !== '' && <span class="plot-note">{row.note}</span>}
      </td>
    </tr>
  );
}

export function RankedList({ ranking }: { ranking: Ranking }) {
  const lang = language.value;
  const count = countIndicator(ranking.indicator.code);
  const columns = count === null ? 4 : 5;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section class="table-frame" tabIndex={0} aria-label={ranking.measure}>
      <table class="figures ranked">
        <caption class="visually-hidden">{ranking.measure}</caption>
        <thead>
          <tr>
            <th scope="col" class="rank">
              <span class="visually-hidden">{say(compareWords.columnRank, lang)}</span>
            </th>
            <th scope="col">{say(compareWords.columnMunicipality, lang)}</th>
            {count !== null && (
              <th scope="col" class="number">
                {count[lang]}
              </th>
            )}
            <th scope="col" class="number">
              {ranking.valueLabel}
            </th>
            <th scope="col" class="plot">
              <span class="visually-hidden">{say(compareWords.columnPlot, lang)}</span>
              <span class="plot-area scale" aria-hidden="true">
                {ranking.ticks.map(({ value, at }) => (
                  <span key={value} style={{ left: percent(at) }}>
                    {value.toLocaleString('en-US')}
                  </span>
                ))}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ranking.ranked.map((row) => (
            <Row key={row.code} row={row} ranking={ranking} isRanked />
          ))}
        </tbody>
        {'value' in ranking.prefecture && (
          <tbody>
            <tr class="prefecture">
              <td class="rank" />
              <th scope="row">{say(compareWords.prefectureAll, lang)}</th>
              {count !== null && (
                <td class="number">
                  <FigureText figure={ranking.prefectureCount} decimals={0} />
                </td>
              )}
              <td class="number value">
                <FigureText figure={ranking.prefecture} decimals={ranking.indicator.decimals} />
              </td>
              <td class="plot">
                {ranking.line !== null && (
                  <div class="plot-area" aria-hidden="true">
                    <i class="reference" style={{ left: percent(ranking.line) }} />
                    <span
                      class={`reference-label${ranking.line > 0.6 ? ' to-left' : ''}`}
                      style={{ left: percent(ranking.line) }}
                    >
                      {say(compareWords.prefectureValue, lang, {
                        value: printValue(ranking.indicator, ranking.prefecture.value, lang),
                      })}
                    </span>
                  </div>
                )}
              </td>
            </tr>
          </tbody>
        )}
        {ranking.unranked.length > 0 && (
          <tbody>
            <tr class="heading">
              <th scope="rowgroup" colSpan={columns}>
                {say(compareWords.unranked, lang)}
              </th>
            </tr>
            {ranking.unranked.map((row) => (
              <Row key={row.code} row={row} ranking={ranking} isRanked={false} />
            ))}
          </tbody>
        )}
      </table>
    </section>
  );
}
