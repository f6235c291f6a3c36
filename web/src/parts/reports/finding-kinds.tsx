/** Findings by kind, most frequent first, each with how to mend it and a way to its list. */
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { formatNumber } from '../../shape/figures/format.ts';
import type { FindingKind } from '../../shape/reports/finding-rows.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';

/** One severity under its heading. */
export function FindingKinds(props: {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly kinds: readonly FindingKind[];
  readonly onChoose: (kind: FindingKind) => void;
}) {
  const lang = language.value;
  return (
    <section class="section" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.kinds.length > 0 && <p class="measure">{props.measure}</p>}
      <ul class="kinds">
        {props.kinds.map((kind) => (
          <li key={kind.code}>
            <div>
              <h3>{kind.title}</h3>
              <p>{kind.mend}</p>
            </div>
            <button type="button" class="link-button as-text" onClick={() => props.onChoose(kind)}>
              <strong>{formatNumber(kind.count)}</strong>
              {say(kind.count === 1 ? statusWords.placeUnit : statusWords.placesUnit, lang)}
              <span class="visually-hidden">{say(statusWords.showThese, lang)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
