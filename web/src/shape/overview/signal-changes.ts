/** What publish found in the latest months: values outside what the months before predict, and records. Those of the chosen period and area. */
import type { Signal } from '#functions/publish/detail.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import type { ViewState } from '../../view-state.ts';
import { formatNumber, formatPeriod } from '../figures/format.ts';
import { sourceOf } from '../figures/series.ts';
import { monthsOf } from '../periods/periods.ts';
import { say } from '../say.ts';
import { areaName } from '../selection.ts';
import type { Change, ChangeSources } from './change.ts';
import { type Told, tell } from './tell.ts';

type Found = Extract<Signal, { readonly kind: 'unusual' | 'record' }>;

/** '新規相談件数' and how its numbers are printed. */
function nameOf(code: string, language: Language) {
  const indicator = indicators.find((known) => known.code === code);
  const short: Readonly<Record<string, Phrase>> = overviewWords.short;
  const name = short[code]?.[language] ?? indicator?.[language] ?? code;
  const unit = indicator === undefined ? '' : language === 'ja' ? indicator.unit : '';
  return { name, print: (value: number) => `${formatNumber(value, indicator?.decimals ?? 0)}${unit}` };
}

/** The view that shows it: the month, and the area where it is one. */
function linkTo(found: Found, { index, language }: ChangeSources): Change['link'] {
  const isWhole = found.area === index.municipality.code;
  const isOfCases = sourceOf(found.indicator) === 'cases';
  const to: Partial<ViewState> = {
    view: isOfCases ? 'areas' : 'support',
    period: found.period,
    ...(isWhole ? {} : { area: found.area }),
  };
  if (!isWhole) return { label: say(overviewWords.goToArea, language, { area: areaName(index, found.area) }), to };
  return { label: say(isOfCases ? overviewWords.goToAreas : overviewWords.goToSupport, language), to };
}

function tellFound(found: Found, { index, language }: ChangeSources): Told {
  const { name, print } = nameOf(found.indicator, language);
  const isWhole = found.area === index.municipality.code;
  const facts = {
    month: formatPeriod(found.period, language),
    name: isWhole ? name : say(overviewWords.nameIn, language, { area: areaName(index, found.area), name }),
    value: print(found.value),
  };
  const { indicator: series, area, period } = found;
  const origins = { value: { series, area, pathway: 'all', target: 'all', period } };
  if (found.kind === 'record') {
    const phrase = found.side === 'most' ? overviewWords.recordMost : overviewWords.recordLeast;
    return tell(phrase, language, { facts: { ...facts, count: found.months }, origins });
  }
  const isHigh = found.value > found.high;
  // Where the usual is small, only the high side is judged.
  const range =
    found.low === 0
      ? say(overviewWords.rangeUpTo, language, { high: print(found.high) })
      : say(overviewWords.range, language, { low: formatNumber(found.low), high: print(found.high) });
  const phrase = isHigh ? overviewWords.unusualHigh : overviewWords.unusualLow;
  return tell(phrase, language, { facts: { ...facts, range }, origins });
}

function tagOf(found: Found): Phrase {
  if (found.kind === 'record') return overviewWords.tagRecord;
  return found.value > found.high ? overviewWords.tagSurge : overviewWords.tagDrop;
}

/** Those of one kind, most telling first; nothing where a pathway or a target is chosen, of which they do not speak. */
export function signalChanges(sources: ChangeSources, kind: Found['kind']): readonly Change[] {
  const { index, selection, language } = sources;
  if (selection.pathway !== 'all' || selection.target !== 'all') return [];
  const months = new Set(monthsOf(selection.period));
  const root = index.municipality.code;
  return index.signals.flatMap((found): readonly Change[] => {
    if (found.kind !== kind || (found.kind !== 'unusual' && found.kind !== 'record')) return [];
    if (!months.has(found.period) || (selection.area !== root && selection.area !== found.area)) return [];
    return [
      {
        key: `${kind} ${found.indicator} ${found.area} ${found.period}`,
        tag: say(tagOf(found), language),
        tone: 'accent',
        ...tellFound(found, sources),
        link: linkTo(found, sources),
      },
    ];
  });
}
