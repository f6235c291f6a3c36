/** The definitions of the indicators, each with its anchor, unit, kind and what it can be broken down by. */
import { glossaryWords } from '#sheets-schema/vocabulary/words/glossary.ts';
import type { IndicatorGroup } from '../../shape/glossary/glossary-rows.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';

const w = glossaryWords;

/** One group of indicators under its heading. */
export function Indicators({ group }: { group: IndicatorGroup }) {
  const lang = language.value;
  return (
    <>
      <h3>{group.title}</h3>
      <dl class="terms indicators">
        {group.entries.map((entry) => (
          <div key={entry.code} id={entry.code}>
            <dt>
              <span class="code">{entry.code}</span> {entry.name}
              <span class="other" lang={lang === 'ja' ? 'en' : 'ja'}>
                {entry.otherName}
              </span>
            </dt>
            <dd>
              <p>{entry.definition}</p>
              <p class="measure facts">
                <span>{say(w.unitIs, lang, { unit: entry.unit })}</span>
                <span>{say(w.kindIs, lang, { kind: entry.kind })}</span>
                <span>{say(w.breakdownIs, lang, { names: entry.breakdown })}</span>
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
