/** The header: product, filters, print, export, link, language. Below 1200 px menu and filters open as sheets. */

import { useState } from 'preact/hooks';
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { formatPeriod } from '../../shape/figures/format.ts';
import { pageFilters } from '../../shape/page-filters.ts';
import { exportAddress } from '../../shape/place.ts';
import { say } from '../../shape/say.ts';
import {
  addressOf,
  language,
  municipality,
  navigate,
  place,
  selection,
  session,
  viewState,
  years,
} from '../../signals.ts';
import { copyText } from '../figure/copy-text.ts';
import { Account } from './account.tsx';
import { FilterFields } from './filters.tsx';
import { useLater } from './later.tsx';
import { NavigationList, YearSwitch } from './navigation.tsx';
import { Sheet } from './sheet.tsx';

function Mark() {
  return (
    <svg class="product-mark" viewBox="0 0 24 18" width="24" height="18" aria-hidden="true">
      <circle cx="9" cy="9" r="7" />
      <circle cx="15" cy="9" r="7" class="second" />
    </svg>
  );
}

function CopyLink() {
  const [isCopied, setCopied] = useState(false);
  const lang = language.value;
  return (
    <>
      <button
        type="button"
        class="link-button"
        onClick={() => {
          void copyText(location.href).then((isDone) => {
            setCopied(isDone);
            if (isDone) setTimeout(() => setCopied(false), 3000);
          });
        }}
      >
        {say(isCopied ? frameWords.linkCopied : frameWords.link, lang)}
      </button>
      <span class="visually-hidden" aria-live="polite">
        {isCopied ? say(frameWords.linkCopied, lang) : ''}
      </span>
    </>
  );
}

/** The meeting paper of what is chosen: the same address, under another page. */
function paperAddress(code: string): string {
  const [, query] = addressOf({ view: 'overview', municipality: code, pathway: null, target: null, level: 1 }).split(
    '?',
  );
  return `/${code}/report${query === undefined ? '' : `?${query}`}`;
}

/** Links of the header that do something with the whole page. */
function PageActions() {
  const lang = language.value;
  const code = municipality.value?.code;
  const taken = exportAddress(place.value);
  const other = lang === 'ja' ? 'en' : 'ja';
  return (
    <div class="page-actions">
      <button type="button" class="link-button" onClick={() => print()}>
        {say(frameWords.print, lang)}
      </button>
      {code !== undefined && <a href={paperAddress(code)}>{say(frameWords.meetingPaperLink, lang)}</a>}
      {taken !== null && (
        <a href={taken.href} download={taken.name}>
          {say(frameWords.export, lang)}
        </a>
      )}
      <CopyLink />
      <a
        href={addressOf({ language: other })}
        lang={other}
        hreflang={other}
        onClick={(event) => {
          event.preventDefault();
          navigate({ language: other });
        }}
      >
        {say(frameWords.otherLanguage, lang)}
      </a>
    </div>
  );
}

export function Header() {
  const lang = language.value;
  const [open, setOpen] = useState<'menu' | 'filters' | null>(null);
  const chosen = selection.value;
  const used = pageFilters[viewState.value.view];
  const close = () => setOpen(null);
  // Some hundred options, which nobody opens in the first picture.
  const hasFilters = useLater();
  return (
    <header class="header">
      <div class="header-bar">
        <a
          class="product"
          href={addressOf({ view: 'overview' })}
          onClick={(event) => {
            event.preventDefault();
            navigate({ view: 'overview' });
          }}
        >
          <Mark />
          {say(frameWords.product, lang)}
        </a>
        <fieldset class="wide-only header-filters" aria-label={say(frameWords.filters, lang)}>
          {hasFilters && <FilterFields key={years.value} id="bar" />}
        </fieldset>
        {/* All at once: what stands at the right end would move. */}
        <div class="wide-only">{session.value.status !== 'loading' && <PageActions />}</div>
        <button type="button" class="button narrow-only" aria-haspopup="dialog" onClick={() => setOpen('menu')}>
          {say(frameWords.menu, lang)}
        </button>
      </div>
      <div class="narrow-only chosen-bar">
        <p>
          <strong>{(place.value.municipality ?? place.value.prefecture)?.name}</strong>{' '}
          {chosen === null || !used.includes('period') ? '' : formatPeriod(chosen.period, lang)}
        </p>
        <button type="button" class="link-button" aria-haspopup="dialog" onClick={() => setOpen('filters')}>
          {say(frameWords.change, lang)}
        </button>
      </div>
      <Sheet isOpen={open === 'menu'} label={say(frameWords.menu, lang)} onClose={close}>
        <NavigationList onChosen={close} />
        <PageActions />
        <YearSwitch />
        <Account id="menu" />
      </Sheet>
      <Sheet isOpen={open === 'filters'} label={say(frameWords.filters, lang)} onClose={close}>
        <FilterFields key={years.value} id="sheet" />
      </Sheet>
    </header>
  );
}
