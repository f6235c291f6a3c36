/** 市町村比較: how the municipalities of a prefecture differ, and how far beyond chance. */
import type { ComparisonObject } from '#functions/publish/comparison.ts';
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import { comparisonWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { lazyView } from '../lazy-view.tsx';
import { useObject } from '../loaders.ts';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Failed, Loading, Settled } from '../parts/frame/states.tsx';
import { chosenMeasure, chosenPeriod, formatComparedPeriod } from '../shape/comparison/compared-choice.ts';
import { shownYear } from '../shape/comparison/shown-year.ts';
import { formatPeriod } from '../shape/figures/format.ts';
import { say } from '../shape/say.ts';
import { language, municipality, session, viewState } from '../signals.ts';
import '../styles/municipalities.css';

const ComparedPage = lazyView<{ of: ComparisonObject; index: PrefectureIndex }>(
  () => import('../parts/comparison/compared-page.tsx'),
  Loading,
);
const PlainComparison = lazyView<{ of: PrefectureIndex }>(
  () => import('../parts/comparison/plain-comparison.tsx'),
  Loading,
);

/** The prefecture that is compared: that of the address, of the municipality, else the first that may be opened. */
function shownPrefecture(): string | null {
  if (session.value.status !== 'ready') return null;
  const all = session.value.value.prefectures;
  const wanted = viewState.value.municipality?.slice(0, 2);
  const own = municipality.value?.prefecture;
  const found = all.find(({ code }) => code === wanted) ?? all.find(({ code }) => code === own) ?? all[0];
  return found?.code ?? null;
}

/** '海野県（12市町村）'; a prefecture's own office is no municipality, and is said beside them. */
function sayScope(of: PrefectureIndex, lang: 'ja' | 'en'): string {
  const own = of.municipalities.filter(({ code }) => code.slice(2, 5) === '000').length;
  const facts = { prefecture: of.prefecture.name, count: of.municipalities.length - own };
  return say(own === 0 ? compareWords.scope : compareWords.scopeWithOwn, lang, facts);
}

/** '海野県（16市町村） 令和6年度'. */
function sayCompared(of: ComparisonObject, lang: 'ja' | 'en'): string {
  const { indicator, period } = viewState.value;
  const measure = chosenMeasure(of, indicator);
  const shown = measure === null ? null : chosenPeriod(of, measure, period);
  return say(comparisonWords.scope, lang, {
    prefecture: of.prefecture.name,
    count: of.towns.filter(({ isCompared }) => isCompared).length,
    period: shown === null ? '' : formatComparedPeriod(shown, lang),
  });
}

/** Whether the release holds a comparison; one of an earlier version does not. */
function holdsComparison(index: PrefectureIndex): boolean {
  return 'comparison' in index && index.comparison !== null;
}

export default function MunicipalitiesView() {
  const lang = language.value;
  const code = shownPrefecture();
  const plain = useObject<PrefectureIndex>(code === null ? null : `prefectures/${code}`);
  const index = plain.status === 'ready' ? plain.value : null;
  const compared = useObject<ComparisonObject>(
    index !== null && holdsComparison(index) ? `prefectures/${index.prefecture.code}/comparison` : null,
  );
  const plainScope =
    index === null ? '' : `${sayScope(index, lang)} ${formatPeriod(shownYear(index, viewState.value.period), lang)}`;
  return (
    <>
      <PageHead
        page={pageWords.compare}
        shown={compared.status === 'ready' ? sayCompared(compared.value, lang) : plainScope}
      />
      {session.value.status === 'ready' && code === null ? (
        <Failed trouble="forbidden" />
      ) : (
        <Settled of={plain}>
          {(of) =>
            compared.status === 'empty' ? (
              <PlainComparison of={of} />
            ) : (
              <Settled of={compared}>{(value) => <ComparedPage of={value} index={of} />}</Settled>
            )
          }
        </Settled>
      )}
    </>
  );
}
