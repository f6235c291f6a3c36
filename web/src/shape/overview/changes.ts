/** 変わったこと: a few true sentences, each one fact with its pair of numbers and no cause. */
import type { Cut, GoalView, OfficeIndex } from '#functions/publish/release.ts';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import type { ViewState } from '../../view-state.ts';
import { changeShare, differenceOf } from '../figures/difference.ts';
import { formatFigure, formatNumber, formatPeriod, printedValue } from '../figures/format.ts';
import { hasNumber, type SeriesPoint } from '../figures/series.ts';
import { distinctGoals } from '../goals/goal-summary.ts';
import { nameMonths } from '../periods/month-names.ts';
import { fiscalYearOf, monthsOf } from '../periods/periods.ts';
import { compareYears } from '../periods/year-before.ts';
import { say } from '../say.ts';
import { areaName, type Selection } from '../selection.ts';

/** One sentence with its tag and where it leads. */
export interface Change {
  readonly key: string;
  readonly tag: string;
  readonly tone: 'plain' | 'accent' | 'short' | 'warn';
  readonly sentence: string;
  readonly link: { readonly label: string; readonly to: Partial<ViewState> };
}

export interface ChangeSources {
  readonly index: OfficeIndex;
  /** The cut of the selection. */
  readonly cut: Cut;
  /** Every area; `null` while it loads. */
  readonly areas: Cut | null;
  readonly goals: readonly GoalView[];
  /** The points of the trend. */
  readonly points: readonly SeriesPoint[];
  readonly selection: Selection;
  readonly language: Language;
}

/** The year against the year before on the same months. */
function yearChange({ index, cut, selection, language }: ChangeSources): readonly Change[] {
  const { area, pathway, target, period } = selection;
  const comparison = compareYears(index, cut, { series: 'N01', area, pathway, target, period });
  if (comparison === null || !('value' in comparison.before) || !('value' in comparison.after)) return [];
  const difference = differenceOf(comparison.before, comparison.after, 0);
  if (difference.state !== 'value') return [];
  const share = changeShare(comparison.before, comparison.after, 0);
  const phrase =
    difference.value === 0
      ? overviewWords.changeSame
      : difference.value > 0
        ? overviewWords.changeRose
        : overviewWords.changeFell;
  const tag =
    difference.value === 0 ? overviewWords.tagSame : difference.value > 0 ? overviewWords.tagUp : overviewWords.tagDown;
  return [
    {
      key: 'year',
      tag: say(tag, language),
      tone: 'accent',
      sentence: say(phrase, language, {
        period: [
          formatPeriod(period, language),
          ...(comparison.months.length > 0 ? [nameMonths(comparison.months, language)] : []),
        ].join(' '),
        after: formatFigure(comparison.after, 0, language),
        before: formatFigure(comparison.before, 0, language),
        difference: formatNumber(Math.abs(difference.value)),
        share:
          share === null
            ? ''
            : language === 'ja'
              ? `（${formatNumber(Math.abs(share), 1)}%）`
              : ` (${formatNumber(Math.abs(share), 1)}%)`,
      }),
      link: { label: say(overviewWords.goToPathways, language), to: { view: 'pathways' } },
    },
  ];
}

/** The area directly below the shown one whose count changed most. */
function areaChange({ index, areas, selection, language }: ChangeSources): readonly Change[] {
  if (areas === null) return [];
  const { period, pathway, target } = selection;
  const shown = index.areas.find(
    ({ code, isRoot }) => code === selection.area || (isRoot && selection.area === index.municipality.code),
  );
  const below = index.areas.filter(({ parents }) => shown !== undefined && parents.includes(shown.code));
  let most: { code: string; before: number; after: number } | null = null;
  for (const { code } of below) {
    const comparison = compareYears(index, areas, { series: 'N01', area: code, pathway, target, period });
    if (comparison === null || !('value' in comparison.before) || !('value' in comparison.after)) continue;
    const { before, after } = { before: comparison.before.value, after: comparison.after.value };
    if (most === null || Math.abs(after - before) > Math.abs(most.after - most.before)) most = { code, before, after };
  }
  if (most === null || most.after === most.before) return [];
  const area = areaName(index, most.code);
  const isRise = most.after > most.before;
  return [
    {
      key: 'area',
      tag: say(isRise ? overviewWords.tagUp : overviewWords.tagDown, language),
      tone: 'accent',
      sentence: say(isRise ? overviewWords.areaRose : overviewWords.areaFell, language, {
        area,
        before: formatNumber(most.before),
        after: formatNumber(most.after),
      }),
      link: { label: say(overviewWords.goToArea, language, { area }), to: { view: 'areas', area: most.code } },
    },
  ];
}

/** R01 against the year before, as printed. */
function communityChange({ index, cut, selection, language }: ChangeSources): readonly Change[] {
  const { area, pathway, target, period } = selection;
  if (pathway !== 'all') return [];
  const comparison = compareYears(index, cut, { series: 'R01', area, pathway, target, period });
  if (comparison === null || !('value' in comparison.before) || !('value' in comparison.after)) return [];
  const [before, after] = [printedValue(comparison.before.value, 1), printedValue(comparison.after.value, 1)];
  if (before === after) return [];
  return [
    {
      key: 'community',
      tag: say(after > before ? overviewWords.tagUp : overviewWords.tagDown, language),
      tone: 'accent',
      sentence: say(after > before ? overviewWords.communityRose : overviewWords.communityFell, language, {
        before: formatNumber(before, 1),
        after: formatNumber(after, 1),
      }),
      link: { label: say(overviewWords.goToPathways, language), to: { view: 'pathways' } },
    },
  ];
}

/** The last month, where it is the greatest of at least twelve reported ones and no office is missing from it. */
function recordMonth({ points, language }: ChangeSources): readonly Change[] {
  const reported = points.filter(hasNumber);
  const last = reported.at(-1);
  if (last === undefined || reported.length < 12 || !/^\d{4}-/.test(last.period) || !('value' in last.figure))
    return [];
  const { value } = last.figure;
  const isRecord = reported.every((point) => point === last || ('value' in point.figure && point.figure.value < value));
  if (!isRecord) return [];
  return [
    {
      key: 'record',
      tag: say(overviewWords.tagRecord, language),
      tone: 'accent',
      sentence: say(overviewWords.record, language, {
        month: formatPeriod(last.period, language),
        value: formatNumber(value),
        count: reported.length,
      }),
      link: { label: say(overviewWords.goToAreas, language), to: { view: 'areas' } },
    },
  ];
}

/** Goals of the year that are behind their pace, or were missed. */
function goalChanges({ goals, selection, language }: ChangeSources): readonly Change[] {
  const ofYear = distinctGoals(goals).filter(({ fiscalYear }) => fiscalYear === fiscalYearOf(selection.period));
  return (['behind', 'missed'] as const).flatMap((state) => {
    const late = ofYear.filter((goal) => goal.state === state);
    if (late.length === 0) return [];
    const names = late.slice(0, 2).map(({ measure }) => measure);
    const more = late.length > names.length ? [language === 'ja' ? 'ほか' : '…'] : [];
    return [
      {
        key: state,
        tag: say(overviewWords.tagGoal, language),
        tone: 'short' as const,
        sentence: say(state === 'behind' ? overviewWords.goalsBehind : overviewWords.goalsMissed, language, {
          count: late.length,
          names: [...names, ...more].join(language === 'ja' ? '、' : ', '),
        }),
        link: { label: say(overviewWords.goToGoals, language), to: { view: 'goals' as const } },
      },
    ];
  });
}

/** Offices without a report at the end of what is due in the period, and offices that are held. */
function officeChanges({ index, selection, language }: ChangeSources): readonly Change[] {
  const months = new Set(monthsOf(selection.period));
  const link = { label: say(overviewWords.goToStatus, language), to: { view: 'status' as const } };
  const missing = index.offices.flatMap((office): readonly Change[] => {
    const due = index.months.flatMap((month, position) => {
      const state = office.months[position] ?? 'not-due';
      return months.has(month) && state !== 'not-due' ? [{ month, state }] : [];
    });
    const first = due.findLastIndex(({ state }) => state !== 'unreported') + 1;
    const from = due[first];
    if (from === undefined) return [];
    return [
      {
        key: `unreported ${office.workbook}`,
        tag: say(overviewWords.tagUnreported, language),
        tone: 'warn',
        sentence: say(overviewWords.unreportedOffice, language, {
          office: office.office,
          from: formatPeriod(from.month, language),
          count: due.length - first,
        }),
        link,
      },
    ];
  });
  const held = index.offices.flatMap((office): readonly Change[] =>
    office.held === null
      ? []
      : [
          {
            key: `held ${office.workbook}`,
            tag: say(overviewWords.tagHeld, language),
            tone: 'warn',
            sentence: say(overviewWords.heldOffice, language, { office: office.office }),
            link,
          },
        ],
  );
  return [...missing, ...held];
}

/** All sentences, the most general first. */
export function findChanges(sources: ChangeSources): readonly Change[] {
  return [
    ...recordMonth(sources),
    ...yearChange(sources),
    ...areaChange(sources),
    ...communityChange(sources),
    ...goalChanges(sources),
    ...officeChanges(sources),
  ];
}
