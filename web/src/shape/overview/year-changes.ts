/** What changed against the year before, and the month that is a record: the pair of numbers, and no cause. */
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import { changeShare, differenceOf } from '../figures/difference.ts';
import { formatFigure, formatNumber, formatPeriod, printedValue } from '../figures/format.ts';
import { originOf } from '../figures/origin.ts';
import { hasNumber } from '../figures/series.ts';
import { nameMonths } from '../periods/month-names.ts';
import { compareYears, type YearComparison } from '../periods/year-before.ts';
import { say } from '../say.ts';
import { areaName } from '../selection.ts';
import type { Change, ChangeSources } from './change.ts';
import { tell } from './tell.ts';

/** What lists the rows of both sides. */
function originsOf({ before, after }: YearComparison) {
  return { before: originOf(before), after: originOf(after) };
}

/** The year against the year before on the same months. */
export function yearChange({ index, cut, selection, language }: ChangeSources): readonly Change[] {
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
  const facts = {
    period: [
      formatPeriod(period, language),
      ...(comparison.months.length > 0 ? [nameMonths(comparison.months, language)] : []),
    ].join(' '),
    after: formatFigure(comparison.after, 0, language),
    before: formatFigure(comparison.before, 0, language),
    difference: formatNumber(Math.abs(difference.value)),
    share: share === null ? '' : say(overviewWords.changeShare, language, { share: formatNumber(Math.abs(share), 1) }),
  };
  return [
    {
      key: 'year',
      tag: say(tag, language),
      tone: 'accent',
      ...tell(phrase, language, { facts, origins: originsOf(comparison) }),
      link: { label: say(overviewWords.goToPathways, language), to: { view: 'pathways' } },
    },
  ];
}

/** The area directly below the shown one whose count changed most. */
export function areaChange({ index, areas, selection, language }: ChangeSources): readonly Change[] {
  if (areas === null) return [];
  const { period, pathway, target } = selection;
  const shown = index.areas.find(
    ({ code, isRoot }) => code === selection.area || (isRoot && selection.area === index.municipality.code),
  );
  const below = index.areas.filter(({ parents }) => shown !== undefined && parents.includes(shown.code));
  let most: { code: string; before: number; after: number; of: YearComparison } | null = null;
  for (const { code } of below) {
    const comparison = compareYears(index, areas, { series: 'N01', area: code, pathway, target, period });
    if (comparison === null || !('value' in comparison.before) || !('value' in comparison.after)) continue;
    const { before, after } = { before: comparison.before.value, after: comparison.after.value };
    if (most === null || Math.abs(after - before) > Math.abs(most.after - most.before))
      most = { code, before, after, of: comparison };
  }
  if (most === null || most.after === most.before) return [];
  const area = areaName(index, most.code);
  const isRise = most.after > most.before;
  return [
    {
      key: 'area',
      tag: say(isRise ? overviewWords.tagUp : overviewWords.tagDown, language),
      tone: 'accent',
      ...tell(isRise ? overviewWords.areaRose : overviewWords.areaFell, language, {
        facts: { area, before: formatNumber(most.before), after: formatNumber(most.after) },
        origins: originsOf(most.of),
      }),
      link: { label: say(overviewWords.goToArea, language, { area }), to: { view: 'areas', area: most.code } },
    },
  ];
}

/** R01 against the year before, as printed. */
export function communityChange({ index, cut, selection, language }: ChangeSources): readonly Change[] {
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
      ...tell(after > before ? overviewWords.communityRose : overviewWords.communityFell, language, {
        facts: { before: formatNumber(before, 1), after: formatNumber(after, 1) },
        origins: originsOf(comparison),
      }),
      link: { label: say(overviewWords.goToPathways, language), to: { view: 'pathways' } },
    },
  ];
}

/** The last month, where it is the greatest of at least twelve reported ones and no office is missing from it. */
export function recordMonth({ points, language }: ChangeSources): readonly Change[] {
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
      ...tell(overviewWords.record, language, {
        facts: { month: formatPeriod(last.period, language), value: formatNumber(value), count: reported.length },
        origins: { value: originOf(last.figure) },
      }),
      link: { label: say(overviewWords.goToAreas, language), to: { view: 'areas' } },
    },
  ];
}
