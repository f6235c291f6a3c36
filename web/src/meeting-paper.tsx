/**
 * 会議資料: all pages of one municipality as one document for paper, under /162051/report. Cover, contents, each page as it is
 * printed alone, then how complete the figures are. `data-paper` of the page says when all of it is drawn.
 */
import { useEffect, useState } from 'preact/hooks';
import type { OfficeIndex, Session } from '#functions/publish/release.ts';
import { paperWords } from '#sheets-schema/vocabulary/words/export.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { views } from './app.tsx';
import { InPaper } from './parts/frame/in-paper.ts';
import { Failed, Loading } from './parts/frame/states.tsx';
import { Contents, type ContentsEntry } from './parts/meeting-paper/contents.tsx';
import { Cover } from './parts/meeting-paper/cover.tsx';
import { Coverage, type EmptyPage } from './parts/meeting-paper/coverage.tsx';
import { formatPeriod } from './shape/figures/format.ts';
import { paperHeads } from './shape/meeting-paper/paper-heads.ts';
import { say } from './shape/say.ts';
import type { Selection } from './shape/selection.ts';
import { addressOf, index, isMunicipalityUnknown, language, selection, session } from './signals.ts';
import './styles/meeting-paper.css';
import { today } from './today.ts';
import { viewNames } from './view-state.ts';

/** Terms are looked up on the screen; comparison needs a prefecture that may be seen. */
function pagesFor(who: Session) {
  return viewNames.filter((view) => view !== 'glossary' && (view !== 'compare' || who.prefectures.length > 0));
}

/** Settles when nothing loads and no chart waits for its drawing code, twice in a row. */
async function waitUntilDrawn(): Promise<void> {
  const isWaiting = () => document.querySelector('.skeleton, .chart-waiting, main:empty') !== null;
  for (let calm = 0; calm < 3; calm = isWaiting() ? 0 : calm + 1)
    await new Promise((resolve) => setTimeout(resolve, 150));
  await document.fonts.ready;
}

/** What a page says in place of a figure, or of the only municipality of its prefecture, which is compared with nobody; else `null`. */
function findReason(part: HTMLElement): string | null {
  const textOf = (selector: string) => part.querySelector(selector)?.textContent ?? '';
  if (part.querySelector('.figure:not(:has(> .state-block)), .section, .tiles') === null) return textOf('.state-block');
  const isAlone = part.querySelectorAll('table.intervals tr[data-row]').length === 1;
  return isAlone ? textOf('.figure > h2') : null;
}

/** Pages that have nothing but a sentence to say are left out; the sentence stands at the end. */
function findEmpty(): readonly EmptyPage[] {
  return [...document.querySelectorAll<HTMLElement>('.paper-view')].flatMap((part) => {
    const reason = findReason(part);
    return reason === null ? [] : [{ name: part.dataset.part ?? '', reason }];
  });
}

function Paper({ of, chosen, who }: { of: OfficeIndex; chosen: Selection; who: Session }) {
  const lang = language.value;
  const [empty, setEmpty] = useState<readonly EmptyPage[]>([]);
  const [isDrawn, setDrawn] = useState(false);
  const pages = pagesFor(who).filter((view) => !empty.some(({ name }) => name === view));
  const entries: readonly ContentsEntry[] = [
    ...pages.map((view, position) => ({ name: view, title: `${position + 1}　${say(pageWords[view], lang)}` })),
    { name: 'coverage', title: say(paperWords.completeness, lang) },
  ];
  const place = of.municipality.name;
  const title = say(paperWords.document, lang, { place, period: formatPeriod(chosen.period, lang) });
  useEffect(() => {
    void waitUntilDrawn().then(() => {
      setEmpty(findEmpty());
      setDrawn(true);
    });
  }, []);
  useEffect(() => {
    if (!isDrawn) return;
    document.documentElement.lang = lang;
    document.title = title;
    const sheet = new CSSStyleSheet();
    const contents = { name: 'contents', title: say(paperWords.contents, lang) };
    const parts = [contents, ...entries].map((entry) => ({ name: entry.name, head: `${place}　${entry.title}` }));
    sheet.replaceSync(paperHeads(parts, say(paperWords.kind, lang)));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.documentElement.dataset.paper = 'drawn';
  }, [isDrawn]);
  return (
    <>
      <div class="paper-bar">
        <button type="button" class="button" disabled={!isDrawn} onClick={() => print()}>
          {say(paperWords.print, lang)}
        </button>
        <a href={addressOf({ view: 'overview' })}>{say(paperWords.back, lang)}</a>
      </div>
      <div class="paper-part paper-part-cover" data-part="cover">
        <Cover of={of} chosen={chosen} madeOn={today()} />
      </div>
      <div class="paper-part" data-part="contents" style={{ page: 'paper-contents' }}>
        <Contents entries={entries} />
      </div>
      {pages.map((view) => {
        const View = views[view];
        return (
          <div
            key={view}
            id={`paper-${view}`}
            class="paper-part paper-view"
            data-part={view}
            style={{ page: `paper-${view}` }}
          >
            <InPaper.Provider value={true}>
              <View />
            </InPaper.Provider>
          </div>
        );
      })}
      <div id="paper-coverage" class="paper-part" data-part="coverage" style={{ page: 'paper-coverage' }}>
        <Coverage of={of} chosen={chosen} leftOut={empty} />
      </div>
    </>
  );
}

export default function MeetingPaper() {
  const who = session.value;
  const loaded = index.value;
  const chosen = selection.value;
  if (who.status === 'failed') return <Failed trouble={who.trouble} />;
  if (isMunicipalityUnknown.value && who.status === 'ready') return <Failed trouble="forbidden" />;
  if (loaded.status === 'failed') return <Failed trouble={loaded.trouble} />;
  return (
    <main class="meeting-paper">
      {who.status === 'ready' && loaded.status === 'ready' && chosen !== null ? (
        <Paper of={loaded.value} chosen={chosen} who={who.value} />
      ) : (
        <Loading />
      )}
    </main>
  );
}
