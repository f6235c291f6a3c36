/** The distribution of actions per consultation: a bar a class, the class of the median marked by a word. */
import { supportWords } from '#sheets-schema/vocabulary/words/support.ts';
import { say } from '../../shape/say.ts';
import type { PerCaseBar } from '../../shape/support/support-per-case.ts';
import { language } from '../../signals.ts';
import { TableFrame } from '../figure/table-frame.tsx';
import { OpenCount } from '../rows/open-rows.tsx';

export function PerCaseBars({
  bars,
  caption,
  median,
}: {
  bars: readonly PerCaseBar[];
  caption: string;
  median: string;
}) {
  const lang = language.value;
  return (
    <TableFrame label={caption}>
      <table class="figures target-bars per-case">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say(supportWords.perCaseClass, lang)}</th>
            <th scope="col" class="number">
              {say(supportWords.perCaseCases, lang)}
            </th>
            <td class="bar-cell" />
          </tr>
        </thead>
        <tbody>
          {bars.map(({ key, name, cases, length, hasMedian, query }) => (
            <tr key={key} data-row={key}>
              <th scope="row">
                {name}
                {hasMedian && <span class="visually-hidden">{median}</span>}
              </th>
              <td class="number">
                <OpenCount count={cases} query={query} />
              </td>
              <td class="bar-cell">
                <span
                  class={`bar-fill${hasMedian ? '' : ' bar-quiet'}`}
                  style={{ width: `${(length * 100).toFixed(2)}%` }}
                  aria-hidden="true"
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
