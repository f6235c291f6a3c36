/**
 * The published objects: what a release is made of, and what each audience can fetch.
 * JSON-safe throughout. The browser imports these types only.
 */
import type { Area } from '../domain/area.ts';
import type { StoredFigure } from '../domain/figure.ts';
import type { GoalReason, GoalState } from '../domain/goals/goals.ts';
import type { ProjectionReason } from '../domain/goals/projection.ts';
import type { ProtectionPolicy } from '../domain/protection-policy.ts';
import type { ReportState } from '../domain/reporting.ts';
import type { MergedGroup } from '../protect/merge-hidden.ts';
import type { TownToCompare } from './comparison/town.ts';
import type { DetailNames, Signal } from './detail.ts';
import type { GoalResult, ToldGoals } from './protection/goal-results.ts';

export type { GoalReason, GoalState, ProjectionReason, ReportState };

/** The number of this format; a reader that knows another one says so instead of guessing. */
export const releaseFormat = 1;

/** Name of an immutable object: the SHA-256 of its bytes in hexadecimal. */
export type ObjectName = string;

/** office: one municipality, exact. prefecture: its municipalities. public: everyone. */
export type Audience = `office:${string}` | `prefecture:${string}` | 'public';

/** One release: for each audience the object it starts from. Never handed out itself. */
export interface Release {
  readonly format: typeof releaseFormat;
  /** The day of the run (Japan), which bounds stocks and months due. */
  readonly asOf: string;
  /** The rules (rulesVersion) under which its figures were computed. */
  readonly rules: number;
  readonly audiences: Readonly<Record<string, ObjectName>>;
  /**
   * By municipality, a digest of all that its objects were computed from, and its summary. The next release takes over the
   * objects of a municipality whose inputs are the same.
   */
  readonly municipalities: Readonly<Record<string, { readonly inputs: string; readonly summary: ObjectName }>>;
  /** The ingested workbooks that the release was made from, in registered order. */
  readonly workbooks: readonly { readonly workbook: string; readonly object: ObjectName }[];
}

/** A numerator and a denominator by fiscal year; `null` where it cannot be said. */
export interface YearSides {
  readonly numerator: readonly (number | null)[];
  readonly denominator: readonly (number | null)[];
}

/** What a prefecture's index needs of a municipality. Never handed out itself. */
export interface MunicipalSummary {
  readonly format: typeof releaseFormat;
  readonly kind: 'summary';
  readonly name: MunicipalityName;
  readonly profile: {
    readonly inhabitants: number | null;
    readonly households: number | null;
    readonly elderly: number | null;
  };
  readonly dataUntil: string | null;
  readonly years: readonly string[];
  readonly monthsWithData: Readonly<Record<string, number>>;
  readonly goals: Readonly<Record<string, Readonly<Record<GoalState, number>>>>;
  readonly goalResults: readonly GoalResult[];
  /** By indicator, one figure a fiscal year. */
  readonly series: Readonly<Record<string, readonly StoredFigure[]>>;
  /** By ratio and rate, both sides by fiscal year. */
  readonly sides: Readonly<Record<string, YearSides>>;
  /** By '<indicator>|<pathway>|<target>', one figure a fiscal year: N01 by pathway and by target, and what R04 counts. */
  readonly slices: Readonly<Record<string, readonly StoredFigure[]>>;
  readonly town: TownToCompare;
}

/** What the pointer named 'release' holds: the current release and those before it, newest first. */
export interface ReleaseHistory {
  readonly format: typeof releaseFormat;
  readonly releases: readonly { readonly release: ObjectName; readonly publishedAt: string }[];
  /**
   * 秘匿: the rule that holds today, by 'prefecture:16' and 'public:16'. Nothing is handed out that was published under a looser
   * one. Left out by earlier versions.
   */
  readonly rules?: RulesInForce;
}

/** By 'prefecture:16' and 'public:16'. */
export type RulesInForce = Readonly<Record<string, ProtectionPolicy>>;

/** Reports due, one a month of each tab of each office (domain/reports-due.ts), and those of them that were given. */
export interface ReportCount {
  readonly due: number;
  readonly reported: number;
}

/** 報告機関 and its reports by month. */
export interface OfficeReport {
  readonly office: string;
  readonly workbook: string;
  readonly fileName: string;
  /** Whether the last good figures are shown because the workbook is held, and since when and why. */
  readonly held: { readonly since: string; readonly reason: { readonly ja: string; readonly en: string } } | null;
  readonly dataUntil: string | null;
  /** For each month of `OfficeIndex.months`. */
  readonly months: readonly ReportState[];
  /** By fact source (cases, actions, meetings, activities, totals), the same by month. */
  readonly sources: Readonly<Record<string, readonly ReportState[]>>;
  /**
   * ◐ 遅れ, for each month of `OfficeIndex.months`: whether its rows came only after the end of the month that followed it (Q03);
   * `null` where that cannot be said (it ended before the workbook was first read, or nothing was reported).
   */
  readonly late: readonly (boolean | null)[];
  /** By month, the tabs (fact sources) whose report is due and missing; months without any are left out. */
  readonly missing: Readonly<Record<string, readonly string[]>>;
  readonly rowsRead: number;
  readonly rowsAccepted: number;
  readonly errors: number;
  readonly notices: number;
}

/** Names and marks of one municipality. */
export interface MunicipalityName {
  readonly code: string;
  readonly name: string;
  readonly prefecture: string;
  readonly prefectureName: string;
  readonly isFictional: boolean;
}

/** Where an office audience starts: everything needed to draw the frame, and the names of the rest. */
export interface OfficeIndex {
  readonly format: typeof releaseFormat;
  readonly kind: 'office';
  readonly audience: Audience;
  readonly asOf: string;
  readonly municipality: MunicipalityName;
  /** 出典 for source lines, one a workbook that gives one. */
  readonly sources: readonly string[];
  readonly profile: {
    readonly inhabitants: number | null;
    readonly households: number | null;
    readonly elderly: number | null;
    readonly children: number | null;
    readonly populationAsOf: string | null;
  };
  readonly areas: readonly (Area & { readonly isRoot: boolean; readonly depth: number })[];
  readonly months: readonly string[];
  readonly quarters: readonly string[];
  readonly years: readonly string[];
  readonly dataUntil: string | null;
  readonly offices: readonly OfficeReport[];
  /** By month, quarter and fiscal year both sides of 報告率 (Q01), in months of tabs of offices; periods in which nothing is due are left out. */
  readonly reports: Readonly<Record<string, ReportCount>>;
  /**
   * By indicator source (cases, actions, meetings, activities) and period, the offices that are missing from a figure
   * of that period in whole or in part (the hollow point, the asterisk). Periods where none is missing are left out.
   */
  readonly missing: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** By indicator source and period, the number of months with data. */
  readonly monthsWithData: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /**
   * By indicator source, the fiscal years that can be compared with the year before, and the months of that year
   * with data that had to be left out because the year before has none ('FY2024=' and 'FY2024-' in the cuts).
   */
  readonly compared: Readonly<Record<string, readonly ComparedPeriod[]>>;
  /** Names of the cuts of the figures, like 'area/<area>', 'overview/<area>', 'division/all', 'areas/<pathway or target code>'. */
  readonly cuts: Readonly<Record<string, ObjectName>>;
  readonly goals: ObjectName;
  readonly findings: ObjectName;
  /** Names of the details: 'flow/<area>', 'people/<area>', 'support/<area>' for each area, 'corrections'. */
  readonly details: DetailNames;
  /** What is worth a sentence, most telling first: the unusual, goals at risk, silence, records. */
  readonly signals: readonly Signal[];
}

/**
 * A cut: a part of the municipality's cube of figures (indicator × area × pathway × target × period).
 * 'area/<a>' holds for one area every pathway and every target singly; 'division/all' every area with all pathways and
 * targets; 'division/<code>' every area for one pathway (with each target) or one target (with each pathway, counts and
 * stocks only: a ratio or rate of a pathway together with a target stands in the pathway's cut). Out of these are taken what a page
 * shows first (page-cuts.ts): 'overview/<a>' (概況), 'pathways/<a>' (経路別), 'targets/<a>' (対象・課題別), 'areas/all' and
 * 'areas/<code>' (圏域別).
 */
export interface Cut {
  readonly format: typeof releaseFormat;
  readonly kind: 'cut';
  readonly cut: string;
  readonly municipality: string;
  /** Months, quarters, fiscal years, then for each fiscal year 'FY2018=' and 'FY2018-' (see ComparedPeriod). */
  readonly periods: readonly string[];
  /**
   * Key '<series>|<area>|<pathway>|<target>' with 'all' for pathway and target, one figure a period. A key left out, and
   * keys with '*' for pathway or target: see `readFigure`. `series` is an indicator's code or a printed percentage of N01
   * with one decimal:
   * - 'share|<area>|<pathway>|all': among the known pathways P01 to P08; they add up to 100.0, the second level to its first.
   * - 'share|<area>|all|<target>': persons with that target among all; several answers, so they do not add up.
   * - 'share|<area>|<pathway>|<target>' (only in 'division/<target>'): among the known pathways of that target.
   * - 'targetShare|<area>|<pathway>|<target>' (only in 'division/<pathway>'): with that target among those of that pathway.
   * - 'areaShare|<area>|…' (only in 'division/…'): among the areas of one division of the root; with
   *   'areaShare|unplaced:<圏域種別>|…' (圏域 不明, 市外 …) they add up to 100.0. Deeper areas are nested in their parent.
   */
  readonly series: Readonly<Record<string, readonly StoredFigure[]>>;
}

/**
 * 'FY2024=' is FY2024 on the months that both years reported, 'FY2024-' is the year before on the same months
 * (前年同期). `leftOut` names the months of FY2024 with data that had to be left out.
 */
export interface ComparedPeriod {
  readonly year: string;
  readonly leftOut: readonly string[];
}

export interface GoalView {
  readonly id: string;
  readonly office: string;
  readonly fiscalYear: number;
  readonly programme: string | null;
  readonly indicator: string | null;
  readonly measure: string;
  readonly unit: string | null;
  readonly counting: string | null;
  readonly area: string | null;
  readonly pathway: string | null;
  readonly target: string | null;
  readonly baseline: number | null;
  readonly goalValue: number | null;
  readonly goalUpper: number | null;
  readonly direction: string | null;
  readonly goalText: string | null;
  readonly per: string | null;
  readonly result: StoredFigure;
  readonly resultUntil: string | null;
  /** computed: from the other tabs. typed: 実績値 of the office. */
  readonly resultSource: 'computed' | 'typed' | 'none';
  readonly state: GoalState;
  readonly reason: GoalReason | null;
  /** The goal converted to the result's terms (a goal a month times the months so far), where it was converted; else the goal itself. */
  readonly comparable: number | null;
  /** Share of the period that has elapsed, 0 to 1, of the result's last day. */
  readonly elapsedShare: number | null;
  /** result / comparable, as a ratio; `null` where it cannot be said. */
  readonly attainment: number | null;
  /** ▼ of the chart: `comparable` × `elapsedShare`, in a running year where the goal is for the whole year and its result grows; else `null`. */
  readonly pace: number | null;
  /** How many a month reach the goal by March: what is missing ÷ `monthsLeft`; 0 where it is reached. `null` as for `pace`, and for goals 以下. */
  readonly neededPerMonth: number | null;
  /** Months of the year after the last day of the result, with one decimal; `null` as for `pace`. */
  readonly monthsLeft: number | null;
  /** What the year will come to, whole numbers with a 95 % interval; `null` where `projectionReason` says why. */
  readonly projection: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    /** season: as last year went on after the same months. pace: as this year so far. */
    readonly basis: 'season' | 'pace';
  } | null;
  readonly projectionReason: ProjectionReason | null;
  /** Rows of other programmes that state the same goal; they are not added. */
  readonly sameAs: readonly string[];
  readonly workbook: string;
  readonly row: number;
}

export interface GoalsObject {
  readonly format: typeof releaseFormat;
  readonly kind: 'goals';
  readonly municipality: string;
  readonly goals: readonly GoalView[];
}

/** A finding with its sentences, for the office's own audience. */
export interface FindingView {
  readonly code: string;
  readonly severity: 'error' | 'notice';
  readonly tab: string | null;
  readonly cell: string | null;
  readonly row: number | null;
  readonly header: string | null;
  readonly typed: string | null;
  readonly suggestion: string | null;
  readonly otherRows: readonly number[];
  /** The sentence: what, where, how to mend it. */
  readonly ja: string;
  readonly en: string;
}

export interface FindingsObject {
  readonly format: typeof releaseFormat;
  readonly kind: 'findings';
  readonly municipality: string;
  readonly workbooks: readonly {
    readonly workbook: string;
    readonly fileName: string;
    /** Where people open the workbook; `null` for a file. */
    readonly address: string | null;
    /** Where the tabs that findings are about are opened, by name; '&range=C12' behind it leads to a cell. Empty for a file. */
    readonly tabs: Readonly<Record<string, string>>;
    readonly office: string;
    readonly rowsRead: number;
    readonly rowsAccepted: number;
    /** By kind of finding, most frequent first; `title` is the kind in a few words, `mend` how to mend it. */
    readonly kinds: readonly {
      readonly code: string;
      readonly severity: 'error' | 'notice';
      readonly count: number;
      readonly title: { readonly ja: string; readonly en: string };
      readonly mend: { readonly ja: string; readonly en: string };
    }[];
    readonly findings: readonly FindingView[];
  }[];
}

/** Where a prefecture's audience starts, and the public's for a prefecture: municipal totals by fiscal year, small numbers hidden. */
export interface PrefectureIndex {
  readonly format: typeof releaseFormat;
  readonly kind: 'prefecture';
  readonly audience: Audience;
  readonly asOf: string;
  readonly prefecture: { readonly code: string; readonly name: string };
  readonly years: readonly string[];
  readonly municipalities: readonly (MunicipalityName & {
    readonly inhabitants: number | null;
    readonly households: number | null;
    readonly elderly: number | null;
    /** The end of the last month with data. */
    readonly dataUntil: string | null;
    /** By fiscal year, months with data of 相談受付 (or a yearly total, which counts 12); left out where 新規相談件数 is hidden. */
    readonly monthsWithData: Readonly<Record<string, number>>;
    readonly goals: ToldGoals;
  })[];
  /**
   * Key '<indicator>|<municipality code>', and '<indicator>|<prefecture code>' for all together; one figure a fiscal year.
   * Counts of all together are of all, and hidden where they would tell a hidden one; 継続件数, ratios and rates of all together are
   * those of the municipalities that are shown.
   */
  readonly series: Readonly<Record<string, readonly StoredFigure[]>>;
  /** Key '<indicator>|<municipality or prefecture code>|<pathway>|<target>' with 'all' for one of the two; one figure a fiscal year. */
  readonly slices: Readonly<Record<string, readonly StoredFigure[]>>;
  /**
   * 合算: hidden pathways that are printed together. Key 'N01|<municipality or prefecture code>', one list a fiscal year. Left out in
   * releases of earlier versions.
   */
  readonly merged?: Readonly<Record<string, readonly (readonly MergedGroup[])[]>>;
  /**
   * 構成比: printed percentages of N01 among all cases, 不明 too, with one decimal. Key 'N01|<municipality or prefecture code>|<pathway>', one
   * a fiscal year; hidden with the count. Left out in releases of earlier versions.
   */
  readonly shares?: Readonly<Record<string, readonly StoredFigure[]>>;
  /** 秘匿: counts from 1 to `threshold` - 1 are hidden (0 too, where `zeros` says so), and others that would give them away. */
  readonly protection: ProtectionPolicy;
  readonly comparison: {
    /** ComparisonObject. */
    readonly start: ObjectName;
    /** MeasureComparison, by code of the measure. */
    readonly measures: Readonly<Record<string, ObjectName>>;
  };
}

/** Where the public starts: the prefectures, each with its index. */
export interface PublicIndex {
  readonly format: typeof releaseFormat;
  readonly kind: 'public';
  readonly audience: 'public';
  readonly asOf: string;
  readonly prefectures: readonly { readonly code: string; readonly name: string; readonly index: ObjectName }[];
}

/** What GET /api/session answers: who is asking, and what they may open. */
export interface Session {
  readonly format: typeof releaseFormat;
  readonly isLocal: boolean;
  /** 管理者: may open 運用の状態 and 操作の記録. Left out by earlier builds. */
  readonly isAdministrator?: boolean;
  /** Who has signed in, and whether they may sign in or out; left out where nobody signs in. */
  readonly account?: { readonly address: string | null; readonly canSignIn: boolean; readonly canSignOut: boolean };
  /** As whom a person at their own machine may look (だれとして見ますか); `chosen` is `null` for everything. Left out elsewhere. */
  readonly localRoles?: {
    readonly chosen: string | null;
    readonly choices: readonly { readonly role: string; readonly name: string }[];
  };
  /** When the latest run ended that published, whether or not figures changed; `null` before the first. Left out by earlier builds. */
  readonly ranAt?: string | null;
  /** Within so many minutes of a run the next has ended; `null` where runs have no schedule. Left out by earlier builds. */
  readonly expectedMinutes?: number | null;
  readonly release: ObjectName | null;
  readonly publishedAt: string | null;
  /** How often to ask whether there is a newer release. */
  readonly pollSeconds: number;
  /** `dataUntil` is the latest day with data; `null` where no figures were ever reported. */
  readonly municipalities: readonly (MunicipalityName & {
    readonly dataUntil: string | null;
    readonly index: ObjectName;
  })[];
  readonly prefectures: readonly { readonly code: string; readonly name: string; readonly index: ObjectName }[];
  /** Prefectures of which what everybody may see (公開) may be opened, with the index under /api/public. */
  readonly publicPrefectures: readonly { readonly code: string; readonly name: string; readonly index: ObjectName }[];
  /** Workbooks that could not be read or are held, for whoever runs it locally. */
  readonly held: readonly {
    readonly fileName: string;
    readonly municipality: string | null;
    readonly reason: { readonly ja: string; readonly en: string };
  }[];
}
