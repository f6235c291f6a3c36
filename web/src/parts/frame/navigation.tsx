/** The nine pages; below them who is looking and what they may see. */
import { frameWords, pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { unreportedMonths } from '../../shape/reports/reporting.ts';
import { say } from '../../shape/say.ts';
import { addressOf, index, language, navigate, selection, viewState, years } from '../../signals.ts';
import { viewNames } from '../../view-state.ts';
import { ChoiceSwitch } from './choice-switch.tsx';

/** Links; a plain click stays on the page, any other opens as the browser would. */
export function NavigationList({ onChosen }: { onChosen?: () => void }) {
  const lang = language.value;
  const loaded = index.value;
  const chosen = selection.value;
  const unreported = loaded.status === 'ready' && chosen !== null ? unreportedMonths(loaded.value, chosen.period) : 0;
  return (
    <ul class="pages">
      {viewNames.map((view) => (
        <li key={view} class={view === 'compare' ? 'apart' : undefined}>
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

function AudienceNote() {
  const lang = language.value;
  const loaded = index.value;
  if (loaded.status !== 'ready') return null;
  const isOffice = loaded.value.audience.startsWith('office:');
  return (
    <div class="audience">
      <p>
        {say(frameWords.viewer, lang, {
          who: say(isOffice ? frameWords.viewerOffice : frameWords.viewerPrefecture, lang),
        })}
      </p>
      <p>
        {say(frameWords.scope, lang, {
          scope: say(isOffice ? frameWords.scopeOffice : frameWords.scopePrefecture, lang),
        })}
      </p>
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
      <div>
        <YearSwitch />
        <AudienceNote />
      </div>
    </nav>
  );
}
