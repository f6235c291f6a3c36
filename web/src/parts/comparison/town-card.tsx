/** What is true of one municipality: its sentence, what has to be known besides, and the way to its own page. */
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import { comparisonWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import { nameTown } from '../../shape/comparison/compared-finding.ts';
import type { ShownComparison } from '../../shape/comparison/interval-table.ts';
import { sayDetails, sayNotes, sayTown } from '../../shape/comparison/town-sentence.ts';
import { say } from '../../shape/say.ts';
import { language, navigate, session, viewState } from '../../signals.ts';
import { ViewLink } from '../frame/view-link.tsx';

/** @param code the municipality; nothing is drawn of one that is not there */
export function TownCard({ of, code }: { of: ShownComparison; code: string | null }) {
  const lang = language.value;
  const known = of.period.towns.find((town) => town.code === code);
  if (known === undefined) return null;
  const name = nameTown(of.comparison, known.code);
  const mayOpen =
    session.value.status === 'ready' && session.value.value.municipalities.some((one) => one.code === known.code);
  const overview = { view: 'overview', municipality: known.code, area: null, division: null, period: null } as const;
  return (
    <div class="town-card" data-town={known.code}>
      <p class="town-sentence">{sayTown(of.measure, of.period, known, { name, language: lang })}</p>
      {[...sayDetails(of.measure, known, lang), ...sayNotes(known, lang)].map((sentence) => (
        <p key={sentence} class="note">
          {sentence}
        </p>
      ))}
      <p class="town-ways" data-untaken>
        {mayOpen && <ViewLink to={overview}>{say(compareWords.opens, lang, { name })}</ViewLink>}
        {viewState.value.town === known.code && (
          <button type="button" class="link-button" onClick={() => navigate({ town: null })}>
            {say(comparisonWords.townClose, lang)}
          </button>
        )}
      </p>
    </div>
  );
}
