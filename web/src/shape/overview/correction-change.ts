/** 訂正: figures of the past that the latest run changed, in one sentence. */
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import { formatDayAlone, formatFigure, formatNumber, formatPeriod } from '../figures/format.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { monthsOf } from '../periods/periods.ts';
import { say } from '../say.ts';
import { areaName } from '../selection.ts';
import type { Change, ChangeSources } from './change.ts';
import { tell } from './tell.ts';

/** That of the shown release's own day only; older ones stand in the ledger. */
export function correctionChange({ index, corrections, selection, language }: ChangeSources): readonly Change[] {
  const [latest] = corrections?.entries ?? [];
  if (latest === undefined || latest.asOf !== index.asOf) return [];
  const months = monthsOf(selection.period);
  const ofPeriod = latest.changes.filter(({ period }) => monthsOf(period).some((month) => months.includes(month)));
  const [first] = ofPeriod;
  if (first === undefined) return [];
  const indicator = indicators.find(({ code }) => code === first.indicator);
  const name = indicator?.[language] ?? first.indicator;
  const isWhole = first.area === index.municipality.code;
  const print = (stored: typeof first.before) => {
    const figure = expandFigure(stored);
    const unit = 'value' in figure && language === 'ja' ? (indicator?.unit ?? '') : '';
    return `${formatFigure(figure, indicator?.decimals ?? 0, language)}${unit}`;
  };
  const all = ofPeriod.length + latest.more;
  const facts = {
    day: formatDayAlone(latest.asOf, language),
    period: formatPeriod(first.period, language),
    name: isWhole ? name : say(overviewWords.nameIn, language, { area: areaName(index, first.area), name }),
    before: print(first.before),
    after: print(first.after),
    more: formatNumber(all - 1),
  };
  // The value before has no rows any more.
  const { indicator: series, area, period } = first;
  const after = typeof first.after === 'number' ? { series, area, period, pathway: 'all', target: 'all' } : null;
  const origins = { after };
  return [
    {
      key: 'correction',
      tag: say(overviewWords.tagCorrected, language),
      tone: 'plain',
      ...tell(all === 1 ? overviewWords.corrected : overviewWords.correctedMany, language, { facts, origins }),
      link: { label: say(overviewWords.goToCorrections, language), to: { view: 'status', show: 'corrections' } },
    },
  ];
}
