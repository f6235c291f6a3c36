/** Lists of 用語と定義: terms with their text, and marks with their name and text. */
import type { ComponentChildren } from 'preact';
import type { Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';

/** A term with its anchor, its name and its text. */
export type Term = readonly [id: string, name: Phrase, text: Phrase];

/** A mark as drawn, its name (empty where the mark says it) and its text. */
export interface MarkRow {
  readonly key: string;
  readonly mark: ComponentChildren;
  readonly name: string;
  readonly text: string;
}

export function Terms({ of }: { of: readonly Term[] }) {
  const lang = language.value;
  return (
    <dl class="terms">
      {of.map(([id, term, text]) => (
        <div key={id} id={id}>
          <dt>{say(term, lang)}</dt>
          <dd>{say(text, lang)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Marks({ rows }: { rows: readonly MarkRow[] }) {
  return (
    <dl class="terms marks">
      {rows.map(({ key, mark, name, text }) => (
        <div key={key}>
          <dt>
            <span class={name === '' ? undefined : 'mark-place'}>{mark}</span>
            {name}
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
