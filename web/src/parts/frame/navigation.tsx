/** The pages that there are; below them who is looking and what they may see. */
import { frameWords, pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { unreportedMonths } from '../../shape/reports/reporting.ts';
import { say } from '../../shape/say.ts';
import {
  addressOf,
  index,
  language,
  municipality,
  navigate,
  place,
  selection,
  session,
  viewState,
  years,
} from '../../signals.ts';
import { administratorViews, type ViewName, viewNames } from '../../view-state.ts';
import { Account } from './account.tsx';
import { ChoiceSwitch } from './choice-switch.tsx';

/** What there is of a prefecture; the other pages are of one municipality. */
const prefectureViews: readonly ViewName[] = ['overview', 'compare', 'glossary'];

/** Links; a plain click stays on the page, any other opens as the browser would. */
export function NavigationList({ onChosen }: { onChosen?: () => void }) {
  const lang = language.value;
  const loaded = index.value;
  const chosen = selection.value;
  const unreported = loaded.status === 'ready' && chosen !== null ? unreportedMonths(loaded.value, chosen.period) : 0;
  const ofPlace = municipality.value === null && place.value.prefecture !== null ? prefectureViews : viewNames;
  const isAdministrator = session.value.status === 'ready' && session.value.value.isAdministrator === true;
  return (
    <ul class="pages">
      {[...ofPlace, ...(isAdministrator ? administratorViews : [])].map((view) => (
        <li key={view} class={view === 'compare' || view === 'health' ? 'apart' : undefined}>
          <a
            href={addressOf({ view, table: null, indicator: null, show: null })}
            aria-current={viewState.value.view === view ? 'page' : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
              event.preventDefault();
              navigate({ view, table: null, indicator: null, show: null });
              scrollTo(0, 0);
              onChosen?.();
            }}
          >
            {say(pageWords[view], lang)}
            {view === 'status' && unreported > 0 && (
              <span class="count-badge">
                <span aria-hidden="true">{unreported}</span>
                <span class="visually-hidden">{say(frameWords.unreportedMonths, lang, { count: unreported })}</span>
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

const audienceWords = {
  office: { who: frameWords.viewerOffice, scope: frameWords.scopeOffice },
  prefecture: { who: frameWords.viewerPrefecture, scope: frameWords.scopePrefecture },
  public: { who: frameWords.viewerPublic, scope: frameWords.scopePublic },
} as const;

/** As whom the page is seen; a comparison is a prefecture's also for somebody of a municipality. */
function AudienceNote() {
  const lang = language.value;
  const { municipality: own, prefecture } = place.value;
  if (own === null && prefecture === null) return null;
  const isCompared = viewState.value.view === 'compare' || own === null;
  const words = audienceWords[isCompared && prefecture !== null ? prefecture.audience : 'office'];
  return (
    <div class="audience">
      <p>{say(frameWords.viewer, lang, { who: say(words.who, lang) })}</p>
      <p>{say(frameWords.scope, lang, { scope: say(words.scope, lang) })}</p>
    </div>
  );
}

/** 元号 or 西暦; in English years are Western ones always. */
export function YearSwitch() {
  const lang = language.value;
  if (lang === 'en') return null;
  return (
    <div class="year-switch">
      <ChoiceSwitch
        label={say(frameWords.years, lang)}
        choices={[
          { key: 'eras', label: say(frameWords.yearsEras, lang) },
          { key: 'western', label: say(frameWords.yearsWestern, lang) },
        ]}
        chosen={years.value}
        onChoose={(key) => navigate({ years: key === 'western' ? 'western' : 'eras' })}
      />
    </div>
  );
}

export function Navigation() {
  return (
    <nav class="navigation wide-only" aria-label={say(frameWords.pages, language.value)}>
      <NavigationList />
      {/* Both at once: what stands at the lower end would move. */}
      {session.value.status !== 'loading' && (
        <div>
          <YearSwitch />
          <AudienceNote />
          <Account id="bar" />
        </div>
      )}
    </nav>
  );
}
