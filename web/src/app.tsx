/** The frame around the pages: skip link, header, status strip, navigation, the page itself, and what stops a broken page. */

import { Component, type ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { frameWords, pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { stateWords } from '#sheets-schema/vocabulary/words/states.ts';
import type { Trouble } from './api.ts';
import { lazyView } from './lazy-view.tsx';
import { AddressNotes } from './parts/frame/address-notes.tsx';
import { Header } from './parts/frame/header.tsx';
import { Navigation } from './parts/frame/navigation.tsx';
import { PageHead } from './parts/frame/page-head.tsx';
import { PageLoading } from './parts/frame/page-loading.tsx';
import { Empty, Failed } from './parts/frame/states.tsx';
import { StatusStrip } from './parts/frame/status-strip.tsx';
import { RowsDoor } from './parts/rows/rows-door.tsx';
import { say } from './shape/say.ts';
import { index, language, place, retryEvent, session, viewState, years } from './signals.ts';
import { administratorViews, type ViewName } from './view-state.ts';

/** Each page by its name; the meeting paper shows them one after the other. */
export const views: Readonly<Record<ViewName, ReturnType<typeof lazyView>>> = {
  overview: lazyView(() => import('./views/overview.tsx')),
  areas: lazyView(() => import('./views/areas.tsx')),
  pathways: lazyView(() => import('./views/pathways.tsx')),
  targets: lazyView(() => import('./views/targets.tsx')),
  support: lazyView(() => import('./views/support.tsx')),
  goals: lazyView(() => import('./views/goals.tsx')),
  compare: lazyView(() => import('./views/municipalities.tsx')),
  status: lazyView(() => import('./views/workbooks.tsx')),
  glossary: lazyView(() => import('./views/glossary.tsx')),
  health: lazyView(() => import('./views/health.tsx')),
  audit: lazyView(() => import('./views/audit.tsx')),
};

/** 概況 where no municipality is shown. */
const PrefectureView = lazyView(() => import('./views/prefecture.tsx'));

/** Any page, for whoever has not signed in or is not registered. */
const SignInView = lazyView<{ isSignedIn: boolean }>(() => import('./views/sign-in.tsx'));

/** A page that throws is replaced by the failed state; the frame stays. */
class PageBoundary extends Component<{ children: ComponentChildren }, { isBroken: boolean }> {
  override state = { isBroken: false };
  readonly #again = () => this.setState({ isBroken: false });
  static override getDerivedStateFromError() {
    return { isBroken: true };
  }
  override componentDidMount() {
    addEventListener(retryEvent, this.#again);
  }
  override componentWillUnmount() {
    removeEventListener(retryEvent, this.#again);
  }
  override render() {
    return this.state.isBroken ? <Failed trouble="failed" /> : this.props.children;
  }
}

/** Pages that have something to say of a municipality without any row. */
const ofEmptyMunicipality: readonly ViewName[] = ['goals', 'status'];

/** Pages that stand without any figure. */
const ofNoFigures: readonly ViewName[] = ['glossary', ...administratorViews];

/** A page that has nothing to draw yet, under its own name. */
function Titled({ children }: { children: ComponentChildren }) {
  return (
    <>
      <PageHead page={pageWords[viewState.value.view]} shown="" />
      {children}
    </>
  );
}

function Page() {
  const { view } = viewState.value;
  const View = views[view];
  const who = session.value;
  const loaded = index.value;
  const failed = (trouble: Trouble) => (
    <Titled>
      <Failed trouble={trouble} />
    </Titled>
  );
  if (who.status === 'failed' && (who.trouble === 'signed-out' || who.trouble === 'not-registered'))
    return <SignInView isSignedIn={who.trouble === 'not-registered'} />;
  if (who.status === 'failed') return failed(who.trouble);
  if (ofNoFigures.includes(view)) return <View />;
  if (who.status === 'ready' && who.value.release === null)
    return (
      <Titled>
        <Empty text={say(stateWords.nothingPublished, language.value)} />
      </Titled>
    );
  const { municipality: own, prefecture } = place.value;
  if (prefecture !== null && view === 'compare') return <View />;
  if (prefecture !== null && own === null) return <PrefectureView />;
  if (who.status === 'ready' && own === null) return failed('forbidden');
  if (loaded.status === 'failed') return failed(loaded.trouble);
  if (loaded.status !== 'ready') return <PageLoading />;
  if (loaded.value.years.length === 0 && !ofEmptyMunicipality.includes(view))
    return (
      <Titled>
        <Empty />
      </Titled>
    );
  return <View />;
}

export function App() {
  const { view, language: lang } = viewState.value;
  const name = (place.value.municipality ?? place.value.prefecture)?.name;
  useEffect(() => {
    // Set again, even to the same, it makes the browser style the whole page anew.
    if (document.documentElement.lang !== lang) document.documentElement.lang = lang;
    document.title = [say(pageWords[view], lang), name, say(frameWords.product, lang)].filter(Boolean).join(' | ');
  }, [view, lang, name]);
  return (
    <>
      <a class="skip" href="#main">
        {say(frameWords.skip, lang)}
      </a>
      <Header />
      {/* What was worked out with the other years is worked out anew; the switch itself keeps the focus. */}
      <StatusStrip key={years.value} />
      <div class="below">
        <Navigation />
        <main id="main" tabIndex={-1}>
          <p class="print-head" aria-hidden="true">
            <span>{[name, say(pageWords[view], lang)].filter(Boolean).join('　')}</span>
            <span>{say(frameWords.meetingPaper, lang)}</span>
          </p>
          <AddressNotes />
          <PageBoundary key={`${view} ${years.value}`}>
            <Page />
          </PageBoundary>
        </main>
      </div>
      <RowsDoor />
    </>
  );
}
