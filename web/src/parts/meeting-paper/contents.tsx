/** 目次 of the meeting paper, and how to read the marks. Page numbers are filled in by whoever knows them (npm run report). */
import { paperWords } from '#sheets-schema/vocabulary/words/export.ts';
import type { stateMarks } from '../../shape/figures/format.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { StateMark } from '../figure/figure-text.tsx';

export interface ContentsEntry {
  readonly name: string;
  readonly title: string;
}

const states = [
  ['unreported', paperWords.markUnreported],
  ['suppressed', paperWords.markSuppressed],
  ['n/a', paperWords.markNotApplicable],
] as const satisfies readonly (readonly [keyof typeof stateMarks, unknown])[];

export function Contents({ entries }: { entries: readonly ContentsEntry[] }) {
  const lang = language.value;
  return (
    <section class="paper-contents">
      <h1>{say(paperWords.contents, lang)}</h1>
      <ol>
        {entries.map(({ name, title }) => (
          <li key={name}>
            <a href={`#paper-${name}`}>
              <span>{title}</span>
              <span class="paper-leader" aria-hidden="true" />
              <span class="paper-number" data-page-of={name} />
            </a>
          </li>
        ))}
      </ol>
      <h2>{say(paperWords.marksTitle, lang)}</h2>
      <ul class="paper-marks">
        {states.map(([state, phrase]) => (
          <li key={state}>
            <StateMark state={state} />
            {say(phrase, lang)}
          </li>
        ))}
        <li>
          <span class="mark mark-none">＊</span>
          {say(paperWords.markPartial, lang)}
        </li>
      </ul>
    </section>
  );
}
