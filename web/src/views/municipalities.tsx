/** 市町村比較: how the municipalities of a prefecture differ, and how far beyond chance. */
import type { ComparisonObject } from '#functions/publish/comparison.ts';
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import { comparisonWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { lazyView } from '../lazy-view.tsx';
import { useObject } from '../loaders.ts';
import { ViewNote } from '../parts/comparison/view-note.tsx';
import { PageHead } from '../parts/frame/page-head.tsx';
import { Failed, Loading, Settled } from '../parts/frame/states.tsx';
import { chosenMeasure, chosenPeriod, formatComparedPeriod } from '../shape/comparison/compared-choice.ts';
import { shownYear } from '../shape/comparison/shown-year.ts';
import { formatPeriod } from '../shape/figures/format.ts';
import { prefecturePath } from '../shape/place.ts';
import { say } from '../shape/say.ts';
import { language, place, session, viewState } from '../signals.ts';
import '../styles/municipalities.css';

const ComparedPage = lazyView<{ of: ComparisonObject; index: PrefectureIndex }>(
  () => import('../parts/comparison/compared-page.tsx'),
  Loading,
);
const PlainComparison = lazyView<{ of: PrefectureIndex }>(
  () => import('../parts/comparison/plain-comparison.tsx'),
  Loading,
);

/** '海野県（12市町村）'; a prefecture's own office is no municipality, and is said beside them. */
function sayScope(of: PrefectureIndex, lang: 'ja' | 'en'): string {
  const own = of.municipalities.filter(({ code }) => code.slice(2, 5) === '000').length;
  const facts = { prefecture: of.prefecture.name, count: of.municipalities.length - own };
  return say(own === 0 ? compareWords.scope : compareWords.scopeWithOwn, lang, facts);
}

/** Ways to look at years of their own, which they say themselves. */
const ofOwnYears: readonly (string | null)[] = ['pathways', 'multiples', 'reporting', 'goals'];

/** Whether anything is compared in a period; stated results have years of their own. */
function isAnythingIn({ classes }: ComparisonObject, period: string): boolean {
  return Object.entries(classes).some(
    ([key, states]) => key.endsWith(`|${period}`) && states.some((state) => state !== 'unreported' && state !== 'n/a'),
  );
}

/** '海野県（16市町村） 令和6年度'. */
function sayCompared(of: ComparisonObject, lang: 'ja' | 'en'): string {
  const { indicator, period, show } = viewState.value;
  const measure = chosenMeasure(of, indicator);
  const shown = measure === null ? null : chosenPeriod(of, measure, period);
  const facts = { prefecture: of.prefecture.name, count: of.towns.filter(({ isCompared }) => isCompared).length };
  if (shown === null || ofOwnYears.includes(show) || !isAnythingIn(of, shown))
    return say(compareWords.scope, lang, facts);
  return say(comparisonWords.scope, lang, { ...facts, period: formatComparedPeriod(shown, lang) });
}

/** Whether the release holds a comparison; one of an earlier version does not. */
function holdsComparison(index: PrefectureIndex): boolean {
  return 'comparison' in index && index.comparison !== null;
}

export default function MunicipalitiesView() {
  const lang = language.value;
  const { prefecture } = place.value;
  const path = prefecture === null ? null : prefecturePath(prefecture);
  const plain = useObject<PrefectureIndex>(path);
  const index = plain.status === 'ready' ? plain.value : null;
  const compared = useObject<ComparisonObject>(
    path !== null && index !== null && holdsComparison(index) ? `${path}/comparison` : null,
  );
  // All of the head at once, so that nothing in it moves.
  const isKnown = index !== null && compared.status !== 'loading';
  const plainScope = isKnown
    ? `${sayScope(index, lang)} ${formatPeriod(shownYear(index, viewState.value.period), lang)}`
    : '';
  return (
    <>
      <PageHead
        page={pageWords.compare}
        shown={compared.status === 'ready' ? sayCompared(compared.value, lang) : plainScope}
        isFictional={isKnown && index.municipalities.some((each) => each.isFictional)}
      />
      {session.value.status === 'ready' && prefecture === null ? (
        <Failed trouble="forbidden" />
      ) : (
        <Settled of={plain}>
          {(of) =>
            compared.status === 'empty' ? (
              <PlainComparison of={of} />
            ) : (
              <>
                <ViewNote of={of} />
                <Settled of={compared}>{(value) => <ComparedPage of={value} index={of} />}</Settled>
              </>
            )
          }
        </Settled>
      )}
    </>
  );
}
