/** What in the address could not be shown, said in one sentence each. */

import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { formatPeriod } from '../../shape/figures/format.ts';
import { pageFilters } from '../../shape/page-filters.ts';
import { say } from '../../shape/say.ts';
import { isMunicipalityUnknown, isPageUnknown, language, place, selection, viewState } from '../../signals.ts';
import type { ViewState } from '../../view-state.ts';

/** Says so where the address chooses something of one page that its lists do not have; `read` is what was understood. */
export function UnknownChoices({ read }: { read: Partial<ViewState> }) {
  const asked = viewState.value;
  const isUnknown = (Object.keys(read) as (keyof ViewState)[]).some(
    (name) => asked[name] !== null && read[name] === null,
  );
  if (!isUnknown) return null;
  return (
    <div class="address-notes" role="status">
      <p>{say(frameWords.unknownChoice, language.value)}</p>
    </div>
  );
}

export function AddressNotes() {
  const lang = language.value;
  const chosen = selection.value;
  const shown = place.value.municipality ?? place.value.prefecture;
  const notes: string[] = [];
  if (isPageUnknown.value) notes.push(say(frameWords.unknownPage, lang));
  if (isMunicipalityUnknown.value && shown !== null)
    notes.push(say(frameWords.unknownMunicipality, lang, { name: shown.name }));
  const used = pageFilters[viewState.value.view];
  for (const part of chosen?.unknown ?? []) {
    if (!used.includes(part)) continue;
    if (part === 'area') notes.push(say(frameWords.unknownArea, lang));
    if (part === 'pathway') notes.push(say(frameWords.unknownPathway, lang));
    if (part === 'target') notes.push(say(frameWords.unknownTarget, lang));
    if (part === 'period')
      notes.push(say(frameWords.unknownPeriod, lang, { period: formatPeriod(chosen?.period ?? '', lang) }));
  }
  if (notes.length === 0) return null;
  return (
    <div class="address-notes" role="status">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
