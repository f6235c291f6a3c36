/**
 * Published objects beside the cuts, loaded by the page that shows them: where cases come from and go to, whose problems overlap,
 * what was done and what was corrected. JSON-safe; the browser imports these types only.
 */
import type { StoredFigure } from '../domain/figure.ts';
import type { ObjectName, releaseFormat } from './release.ts';

/** How much of a figure the rows tell: offices that send totals only have no rows. */
export interface Coverage {
  /** New consultations (N01) with rows, of which the detail speaks. */
  readonly cases: number;
  /** N01 of the same area and period, totals included. */
  readonly of: StoredFigure;
}

/** How much of an indicator the rows tell: offices that send totals only have no rows. */
export interface RowCoverage {
  /** As the rows count it. */
  readonly told: number;
  /** The figure of the same area and period, totals included. */
  readonly of: StoredFigure;
}

/**
 * 経路 → 対象 → つなぎ先 of the cases received in a period, codes of the first level. A case with several targets stands in each of
 * them, so that the links of a pathway may add up to more than its cases; `pathways` holds the persons.
 */
export interface FlowPeriod extends Coverage {
  /** Cases by pathway; they add up to `cases`. */
  readonly pathways: readonly (readonly [pathway: string, cases: number])[];
  /** Cases by target, several answers. */
  readonly targets: readonly (readonly [target: string, cases: number])[];
  /** Cases by つなぎ先, several answers: a code of the list 経路, or 'stays' for a case that was handed on to nobody. */
  readonly handovers: readonly (readonly [handover: string, cases: number])[];
  readonly pathwayTargets: readonly (readonly [pathway: string, target: string, cases: number])[];
  readonly targetHandovers: readonly (readonly [target: string, handover: string, cases: number])[];
  readonly pathwayHandovers: readonly (readonly [pathway: string, handover: string, cases: number])[];
}

/** Detail of one area by period; a period without any row is left out. */
interface DetailOf<Kind extends string, Period> {
  readonly format: typeof releaseFormat;
  readonly kind: Kind;
  readonly municipality: string;
  /** The municipality's code for the root. */
  readonly area: string;
  readonly periods: Readonly<Record<string, Period>>;
}

export type FlowObject = DetailOf<'flow', FlowPeriod>;

/** Whose problems overlap: persons by pairs of targets and issues (first level), by combination, age band and sex. */
export interface PeoplePeriod extends Coverage {
  /** Persons with both targets, in code order; a pair of the same target is the persons with it. */
  readonly targetPairs: readonly (readonly [one: string, other: string, cases: number])[];
  readonly issuePairs: readonly (readonly [one: string, other: string, cases: number])[];
  readonly targetIssues: readonly (readonly [target: string, issue: string, cases: number])[];
  /** The most frequent sets of two and more targets (不明 is none of them), at most 10, most frequent first. */
  readonly combinations: readonly { readonly targets: readonly string[]; readonly cases: number }[];
  /** 年代 and 性別; 'unknown' for 不明, 'blank' where nothing is typed. They add up to `cases`. */
  readonly ages: readonly (readonly [ageBand: string, sex: string, cases: number])[];
}

export type PeopleObject = DetailOf<'people', PeoplePeriod>;

/**
 * 支援・会議・地域活動 of one period, from rows. A part is `null` where no row tells it: its tab was not reported, or as totals
 * only; it is empty where the municipality reported the tab and nothing of it lies in this area.
 */
export interface SupportPeriod {
  /** How much of what was reported the rows tell: of N02, N09 and N12. */
  readonly coverage: Readonly<Record<'actions' | 'meetings' | 'activities', RowCoverage>>;
  readonly actions: {
    readonly methods: readonly (readonly [method: string, actions: number, minutes: number])[];
    /** 'blank' where 事業 is not typed; all add up to the actions. */
    readonly programmes: readonly (readonly [programme: string, actions: number])[];
    readonly methodProgrammes: readonly (readonly [method: string, programme: string, actions: number])[];
  } | null;
  /**
   * Actions so far of each new case received in the period, as far as 支援記録 tells the month of its reception (CaseRowView.actions
   * that are not `null`); `null` where that is none.
   */
  readonly perCase: {
    readonly cases: number;
    /** By number of actions: 0, 1, 2 to 3 …; `to` is `null` for the last. They add up to `cases`. */
    readonly classes: readonly { readonly from: number; readonly to: number | null; readonly cases: number }[];
    readonly mean: number;
    /** As QUARTILE.INC of a spreadsheet: definition 7 of Hyndman and Fan. */
    readonly quartiles: readonly [lower: number, median: number, upper: number];
  } | null;
  readonly meetings:
    | readonly {
        readonly kind: string;
        readonly count: number;
        readonly discussed: number;
        readonly participants: number;
        readonly agencies: number;
      }[]
    | null;
  readonly activities:
    | readonly {
        readonly kind: string;
        readonly times: number;
        readonly participants: number;
        readonly helpers: number;
        /** N15 of that kind at the end of the period; `null` where nobody reported any. A kind with places alone stands here too. */
        readonly places: number | null;
      }[]
    | null;
}

export type SupportObject = DetailOf<'support', SupportPeriod>;

/**
 * Something worth a sentence, found when the release was made (functions/domain/signals.ts). `area` is the municipality's code for
 * the root. `period` is a finished month: one of the last three, of a record the last one.
 */
export type Signal =
  /** Outside the 99.8 % limits that the 12 to 24 months before predict. */
  | {
      readonly kind: 'unusual';
      readonly indicator: string;
      readonly area: string;
      readonly period: string;
      readonly value: number;
      readonly expected: number;
      readonly low: number;
      readonly high: number;
    }
  /** The most, or the least, of all reported months (at least 12). */
  | {
      readonly kind: 'record';
      readonly indicator: string;
      readonly area: string;
      readonly period: string;
      readonly value: number;
      readonly side: 'most' | 'least';
      readonly months: number;
    }
  /** No report of a tab by an office for so many months up to the month before the run. */
  | {
      readonly kind: 'silence';
      readonly office: string;
      readonly source: string;
      readonly since: string;
      readonly months: number;
    }
  | { readonly kind: 'goal-at-risk'; readonly goal: string };

/**
 * A figure of the past that is another one now: N01 to N15 of the municipality, N01 of its first-level areas, by month and
 * fiscal year. `after` is a state where the figure was taken back.
 */
export interface Correction {
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly before: StoredFigure;
  readonly after: StoredFigure;
}

/** The ledger of corrections (訂正の記録): what changed from release to release, newest first. */
export interface CorrectionsObject {
  readonly format: typeof releaseFormat;
  readonly kind: 'corrections';
  readonly municipality: string;
  readonly entries: readonly {
    /** The day of the runs that brought it; one entry a day, at most 50. */
    readonly asOf: string;
    /** Latest period first, a year before its months; at most 200. */
    readonly changes: readonly Correction[];
    /** Changes beyond those. */
    readonly more: number;
  }[];
}

/** Names of the details in an office's index: 'flow/<area>', 'people/<area>', 'support/<area>', 'corrections', 'rows/<source>-<FY>' like 'rows/cases-FY2024'. */
export type DetailNames = Readonly<Record<string, ObjectName>>;
