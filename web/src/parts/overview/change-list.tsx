/** 変わったこと: sentences with a tag, figures that lead to their rows and a link to where it can be seen; on narrow screens two, then 「ほか3件を見る」. */

import { useState } from 'preact/hooks';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import type { Change } from '../../shape/overview/change.ts';
import { printRows } from '../../shape/rows/rows-query.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { ViewLink } from '../frame/view-link.tsx';
import { OpenRows } from '../rows/open-rows.tsx';

export function ChangeList({ changes, atFirst }: { changes: readonly Change[]; atFirst: number }) {
  const lang = language.value;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? changes : changes.slice(0, atFirst);
  if (changes.length === 0) return <p class="measure">{say(overviewWords.changesNone, lang)}</p>;
  return (
    <>
      <ul class="changes">
        {shown.map((change) => (
          <li key={change.key}>
            <span class={`badge badge-${change.tone}`}>{change.tag}</span>
            <p>
              {(change.parts ?? [change.sentence]).map((part) =>
                typeof part === 'string' ? (
                  part
                ) : (
                  <OpenRows key={`${part.text} ${printRows(part.rows)}`} query={part.rows}>
                    {part.text}
                  </OpenRows>
                ),
              )}{' '}
              <ViewLink to={change.link.to}>{change.link.label}</ViewLink>
            </p>
          </li>
        ))}
      </ul>
      {shown.length < changes.length && (
        <button type="button" class="link-button" onClick={() => setWhole(true)}>
          {say(overviewWords.more, lang, { count: changes.length - shown.length })}
        </button>
      )}
    </>
  );
}
