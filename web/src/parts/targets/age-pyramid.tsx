/** Men to the left, women to the right of the age, oldest on top, counts at the bars; everybody else in columns of their own. */
import { targetWords } from '#sheets-schema/vocabulary/words/targets.ts';
import { say } from '../../shape/say.ts';
import type { AgeShape } from '../../shape/targets/ages.ts';
import { language } from '../../signals.ts';
import { TableFrame } from '../figure/table-frame.tsx';
import { OpenCount } from '../rows/open-rows.tsx';

export function AgePyramid({ shape, caption }: { shape: AgeShape; caption: string }) {
  const [men, women, ...others] = shape.sexes;
  const bar = (length: number, side: 'left' | 'right') => (
    <td class={`pyramid-bar ${side}`}>
      <span class={`bar-fill ${side}`} style={{ width: `${(length * 100).toFixed(2)}%` }} aria-hidden="true" />
    </td>
  );
  return (
    <TableFrame label={caption}>
      <table class="figures pyramid">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {men?.name}
            </th>
            <td />
            <th scope="col" class="age">
              {say(targetWords.columnAge, language.value)}
            </th>
            <td />
            <th scope="col">{women?.name}</th>
            {others.map(({ code, name }) => (
              <th key={code} scope="col" class="number apart">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shape.rows.map(({ code, name, counts, queries, lengths, isApart }) => (
            <tr key={code} data-row={code} class={isApart ? 'pyramid-apart' : undefined}>
              <td class="number">
                <OpenCount count={counts[0] ?? 0} query={queries?.[0]} />
              </td>
              {bar(lengths[0], 'left')}
              <th scope="row" class="age">
                {name}
              </th>
              {bar(lengths[1], 'right')}
              <td>
                <OpenCount count={counts[1] ?? 0} query={queries?.[1]} />
              </td>
              {others.map((sex, at) => (
                <td key={sex.code} class="number quiet apart">
                  <OpenCount count={counts[at + 2] ?? 0} query={queries?.[at + 2]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
