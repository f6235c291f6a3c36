/** The ways to look at a comparison (見方), in the order in which they are offered. Each is loaded when it is first shown. */
import type { ComparisonObject, MeasureComparison } from '#functions/publish/comparison.ts';
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { wayWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import type { Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { lazyView } from '../../lazy-view.tsx';
import { pathwayYears } from '../../shape/comparison/pathway-choice.ts';
import { hasResults } from '../../shape/comparison/printed-results.ts';
import { Loading } from '../frame/states.tsx';

/** What every way is given. */
export interface WayProps {
  readonly comparison: ComparisonObject;
  readonly index: PrefectureIndex;
  readonly measure: MeasureComparison;
  /** One of `comparison.periods`, of which `measure` has a comparison. */
  readonly period: string;
  /** The municipality that the visitor looks from; `null` where there is none. */
  readonly own: string | null;
}

export interface Way {
  /** As the address says it (`show`). */
  readonly key: string;
  readonly name: Phrase;
  readonly View: ReturnType<typeof lazyView<WayProps>>;
  /** Whether the choice of a measure, and of a period, says anything in it. */
  readonly hasMeasure: boolean;
  readonly hasPeriod: boolean;
  /** Whether only fiscal years can be chosen. */
  readonly isByYear?: boolean;
  /** Whether there is anything to look at in this way; always, where it is left out. */
  readonly isOffered?: (comparison: ComparisonObject, index: PrefectureIndex) => boolean;
}

/** The way that is shown first where nothing else can be compared. */
export const resultsKey = 'results';

export const ways: readonly [Way, ...Way[]] = [
  {
    key: 'ranked',
    name: wayWords.ranked,
    View: lazyView(() => import('./ranked.tsx'), Loading),
    hasMeasure: true,
    hasPeriod: true,
  },
  {
    key: 'funnel',
    name: wayWords.funnel,
    View: lazyView(() => import('./funnel.tsx'), Loading),
    hasMeasure: true,
    hasPeriod: true,
  },
  {
    key: 'heat',
    name: wayWords.heat,
    View: lazyView(() => import('./heat.tsx'), Loading),
    hasMeasure: false,
    hasPeriod: true,
  },
  {
    key: 'pathways',
    name: wayWords.pathways,
    View: lazyView(() => import('./pathways.tsx'), Loading),
    hasMeasure: false,
    hasPeriod: false,
    isOffered: (_, index) => pathwayYears(index).length > 0,
  },
  {
    key: 'scatter',
    name: wayWords.scatter,
    View: lazyView(() => import('./scatter.tsx'), Loading),
    hasMeasure: true,
    hasPeriod: true,
  },
  {
    key: 'multiples',
    name: wayWords.multiples,
    View: lazyView(() => import('./multiples.tsx'), Loading),
    hasMeasure: true,
    hasPeriod: false,
  },
  {
    key: 'peers',
    name: wayWords.peers,
    View: lazyView(() => import('./peers.tsx'), Loading),
    hasMeasure: true,
    hasPeriod: true,
  },
  {
    key: 'reporting',
    name: wayWords.reporting,
    View: lazyView(() => import('./reporting.tsx'), Loading),
    hasMeasure: false,
    hasPeriod: true,
    isByYear: true,
  },
  {
    key: resultsKey,
    name: wayWords.results,
    View: lazyView(() => import('./printed-results.tsx'), Loading),
    hasMeasure: false,
    hasPeriod: false,
    isOffered: hasResults,
  },
];
