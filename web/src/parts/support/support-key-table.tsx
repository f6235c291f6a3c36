/** The numbers of 支援・会議・地域活動 with 前年同期, difference and the months as a spark, group by group. */
import { supportWords } from '#sheets-schema/vocabulary/words/support.ts';
import { say } from '../../shape/say.ts';
import { hasOtherBasis, type SupportKeyGroup } from '../../shape/support/support-key.ts';
import { language } from '../../signals.ts';
import { DifferenceText, FigureText } from '../figure/figure-text.tsx';
import { TableFrame } from '../figure/table-frame.tsx';
import { Spark } from '../marks/spark.tsx';

export function SupportKeyTable({ groups, caption }: { groups: readonly SupportKeyGroup[]; caption: string }) {
  const lang = language.value;
  const isWide = hasOtherBasis(groups);
  const head = (phrase: (typeof supportWords)[keyof typeof supportWords], className = 'number') => (
    <th scope="col" class={className}>
      {say(phrase, lang)}
    </th>
  );
  return (
    <TableFrame label={caption}>
      <table class="figures support-key">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head(supportWords.indicator, '')}
            {head(supportWords.value)}
            {isWide && head(supportWords.basis)}
            {head(supportWords.before)}
            {head(supportWords.change)}
            {head(supportWords.spark, 'text')}
          </tr>
        </thead>
        {groups.map(({ key, name, rows }) => (
          <tbody key={key}>
            <tr class="row-group">
              <th scope="rowgroup">{name}</th>
              <td colSpan={isWide ? 5 : 4} />
            </tr>
            {rows.map((row) => {
              const { decimals } = row.indicator;
              return (
                <tr key={row.indicator.code} data-row={row.indicator.code}>
                  <th scope="row">{row.name}</th>
                  <td class="number value">
                    <FigureText figure={row.figure} decimals={decimals} />
                    {row.isPartial && <sup class="partial">＊</sup>}
                    {'value' in row.figure && <span class="unit">{row.unit}</span>}
                  </td>
                  {isWide && (
                    <td class="number quiet">
                      <FigureText figure={row.basis} decimals={decimals} />
                    </td>
                  )}
                  <td class="number quiet">
                    <FigureText figure={row.before} decimals={decimals} />
                  </td>
                  <td class="number">
                    <DifferenceText difference={row.change} decimals={decimals} />
                  </td>
                  <td class="text">
                    {row.spark.length > 1 && (
                      <Spark points={row.spark} width={120} height={26} sentence={row.sparkSentence} />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </TableFrame>
  );
}
