/** 市町村比較 on a start page, for who may see the prefecture: three questions, each one click from its answer. */
import { comparisonDoorWords } from '#sheets-schema/vocabulary/words/comparison-door.ts';
import { say } from '../../shape/say.ts';
import { language, place, session } from '../../signals.ts';
import type { ViewState } from '../../view-state.ts';
import { ViewLink } from '../frame/view-link.tsx';

const questions: readonly { readonly word: 'low' | 'silent' | 'alike'; readonly to: Partial<ViewState> }[] = [
  { word: 'low', to: { view: 'compare', indicator: 'R06' } },
  { word: 'silent', to: { view: 'compare', show: 'reporting' } },
  { word: 'alike', to: { view: 'compare', show: 'peers' } },
];

/** Whether nobody else of the prefecture is there to compare with; whoever may open some municipalities only does not know. */
function isAlone(prefecture: string): boolean {
  if (session.value.status !== 'ready' || !session.value.value.isLocal) return false;
  return session.value.value.municipalities.filter((each) => each.prefecture === prefecture).length === 1;
}

/** @param towns how many municipalities are compared, where that is known */
export function ComparisonDoor({ towns }: { readonly towns?: number }) {
  const lang = language.value;
  const { municipality, prefecture } = place.value;
  if (prefecture === null) return null;
  if (towns === 1 || (towns === undefined && isAlone(prefecture.code)))
    return (
      <section class="section comparison-door" aria-labelledby="comparison-door-title">
        <h2 id="comparison-door-title">{say(comparisonDoorWords.titleOf, lang, { prefecture: prefecture.name })}</h2>
        <p>{say(comparisonDoorWords.alone, lang)}</p>
      </section>
    );
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
