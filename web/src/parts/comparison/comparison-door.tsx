/** 市町村比較 on a start page, for who may see the prefecture: three questions, each one click from its answer. */
import { comparisonDoorWords } from '#sheets-schema/vocabulary/words/comparison-door.ts';
import { say } from '../../shape/say.ts';
import { language, place } from '../../signals.ts';
import type { ViewState } from '../../view-state.ts';
import { ViewLink } from '../frame/view-link.tsx';

const questions: readonly { readonly word: 'low' | 'silent' | 'alike'; readonly to: Partial<ViewState> }[] = [
  { word: 'low', to: { view: 'compare', indicator: 'R06' } },
  { word: 'silent', to: { view: 'compare', show: 'reporting' } },
  { word: 'alike', to: { view: 'compare', show: 'peers' } },
];

export function ComparisonDoor() {
  const lang = language.value;
  const { municipality, prefecture } = place.value;
  if (prefecture === null) return null;
  const looked = municipality?.code ?? prefecture.code;
  return (
    <section class="section comparison-door" aria-labelledby="comparison-door-title">
      <h2 id="comparison-door-title">{say(comparisonDoorWords.titleOf, lang, { prefecture: prefecture.name })}</h2>
      <ul>
        {questions.map(({ word, to }) => (
          <li key={word}>
            <ViewLink to={{ ...to, municipality: looked, table: null }}>
              {say(comparisonDoorWords[word], lang)}
            </ViewLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
