/** A code list with the words that a workbook may use for each code. */
import { glossaryWords } from '#sheets-schema/vocabulary/words/glossary.ts';
import type { CodeGroup } from '../../shape/glossary/glossary-rows.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';

const w = glossaryWords;

/** The table of one list. */
export function CodeTable({ group }: { group: CodeGroup }) {
  const lang = language.value;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section class="table-frame" tabIndex={0} aria-labelledby={group.anchor}>
      <h3 id={group.anchor}>{group.title}</h3>
      <table class="figures codes">
        <thead>
          <tr>
            <th scope="col">{say(w.columnWord, lang)}</th>
            <th scope="col">{say(w.columnCode, lang)}</th>
            <th scope="col">{say(w.columnOther, lang)}</th>
            <th scope="col">{say(w.columnSynonyms, lang)}</th>
          </tr>
        </thead>
        <tbody>
          {group.entries.map((entry) => (
            <tr key={entry.code} id={entry.code}>
              <th scope="row" class={entry.depth === 1 ? 'deeper' : undefined}>
                {entry.name}
              </th>
              <td>{entry.code}</td>
              <td lang={lang === 'ja' ? 'en' : 'ja'}>{entry.otherName}</td>
              <td lang="ja">{entry.synonyms}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
