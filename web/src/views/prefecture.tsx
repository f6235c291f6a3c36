/** 概況 of a prefecture, for its officers and for everybody: three questions, all municipalities together, and the ways to compare them. */
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { wayWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { prefectureWords, wayQuestions } from '#sheets-schema/vocabulary/words/prefecture.ts';
import { useObject } from '../loaders.ts';
import { ComparisonDoor } from '../parts/comparison/comparison-door.tsx';
import { PrefectureSource } from '../parts/comparison/prefecture-source.tsx';
import { ViewNote } from '../parts/comparison/view-note.tsx';
import { FigureFrame } from '../parts/figure/figure-frame.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Empty, Settled } from '../parts/frame/states.tsx';
import { ViewLink } from '../parts/frame/view-link.tsx';
import { pathwayYears } from '../shape/comparison/pathway-choice.ts';
import { shapeTotals } from '../shape/comparison/prefecture-totals.ts';
import { exportAddress, openPrefectures, prefecturePath } from '../shape/place.ts';
import { say } from '../shape/say.ts';
import { language, place, session, viewState } from '../signals.ts';
import '../styles/municipalities.css';

const wayKeys = ['ranked', 'funnel', 'heat', 'pathways', 'scatter', 'multiples', 'peers', 'reporting'] as const;

function Ways({ of }: { of: PrefectureIndex }) {
  const lang = language.value;
  const { code } = of.prefecture;
  const offered = wayKeys.filter((key) => key !== 'pathways' || pathwayYears(of).length > 0);
  return (
    <section class="section" aria-labelledby="ways-title">
      <h2 id="ways-title">{say(prefectureWords.waysTitle, lang)}</h2>
      <ul class="plain-links">
        {offered.map((key) => (
          <li key={key}>
            <ViewLink to={{ view: 'compare', municipality: code, show: key === 'ranked' ? null : key }}>
              {say(wayWords[key], lang)}
            </ViewLink>
            <span> {say(wayQuestions[key], lang)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 整然データ of just this view. */
function TakeFacts({ of }: { of: PrefectureIndex }) {
  const lang = language.value;
  const taken = exportAddress({ ...place.value, municipality: null });
  if (taken === null) return null;
  const words = of.audience === 'public' ? prefectureWords.publicFacts : prefectureWords.prefectureFacts;
  return (
    <section class="section" aria-labelledby="take-title">
      <h2 id="take-title">{say(prefectureWords.takeTitle, lang)}</h2>
      <p>{say(prefectureWords.takeText, lang)}</p>
      <p>
        <a href={taken.href} download={taken.name}>
          {say(prefectureWords.takeLink, lang, { name: say(words, lang, { prefecture: of.prefecture.name }) })}
        </a>
      </p>
    </section>
  );
}

function Others({ code }: { code: string }) {
  const lang = language.value;
  const others =
    session.value.status === 'ready' ? openPrefectures(session.value.value).filter((each) => each.code !== code) : [];
  if (others.length === 0) return null;
  return (
    <section class="section" aria-labelledby="prefectures-title">
      <h2 id="prefectures-title">{say(prefectureWords.prefecturesTitle, lang)}</h2>
      <ul class="plain-links">
        {others.map((each) => (
          <li key={each.code}>
            <ViewLink to={{ view: 'overview', municipality: each.code }}>{each.name}</ViewLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Drawn({ of }: { of: PrefectureIndex }) {
  const lang = language.value;
  const totals = shapeTotals(of, lang);
  const { code, name } = of.prefecture;
  return (
    <>
      <ViewNote of={of} />
      <div class="columns">
        <div class="span-7 stacked">
          <ComparisonDoor towns={of.municipalities.length} />
          {totals !== null && (
            <FigureFrame
              id="prefecture-totals"
              title={totals.title}
              measure={totals.measureLine}
              table={totals.table}
              isSourceElsewhere
            />
          )}
        </div>
        <div class="span-5 stacked">
          {of.municipalities.length > 1 && <Ways of={of} />}
          <TakeFacts of={of} />
          <Others code={code} />
        </div>
      </div>
      <PrefectureSource name={name} />
    </>
  );
}

export default function PrefectureView() {
  const lang = language.value;
  const { prefecture } = place.value;
  const loaded = useObject<PrefectureIndex>(prefecture === null ? null : prefecturePath(prefecture));
  const { view } = viewState.value;
  const isStart = view === 'overview';
  const of = loaded.status === 'ready' ? loaded.value : null;
  const count = (of?.municipalities ?? []).filter(({ code }) => code.slice(2, 5) !== '000').length;
  const shown = of === null ? '' : say(prefectureWords.shown, lang, { prefecture: of.prefecture.name, count });
  return (
    <>
      <PageHead
        page={pageWords[view]}
        shown={shown}
        isFictional={of?.municipalities.some(({ isFictional }) => isFictional)}
      />
      {isStart ? (
        <Settled of={loaded}>{(value) => <Drawn of={value} />}</Settled>
      ) : (
        <Empty text={say(prefectureWords.ofMunicipality, lang, { prefecture: prefecture?.name ?? '' })} />
      )}
    </>
  );
}
