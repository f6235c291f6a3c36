/** 報告率, 受理率 and 報告までの日数 by month, as published: three small lines and their table. */
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { formatFigure, formatPeriod } from '../figures/format.ts';
import { hasNumber, monthsUpTo, type SeriesPoint, seriesOver } from '../figures/series.ts';
import { fiscalYearOf } from '../periods/periods.ts';
import { say } from '../say.ts';
import type { TableModel } from '../table-model.ts';

const measures = [
  { code: 'Q01', name: statusWords.reportingRate, unit: { ja: '%', en: '%' }, decimals: 1 },
  { code: 'Q02', name: statusWords.acceptanceRate, unit: { ja: '%', en: '%' }, decimals: 1 },
  { code: 'Q03', name: statusWords.daysToReport, unit: { ja: '日', en: ' days' }, decimals: 0 },
] as const;

export interface QualityLine {
  readonly code: string;
  readonly name: string;
  readonly points: readonly SeriesPoint[];
  /** '97.1%' of the last month with a number, and that month; empty where there is none. */
  readonly last: string;
  readonly month: string;
  /** '95.6%〜99.3%'. */
  readonly range: string;
  readonly sentence: string;
}

export interface QualityTrend {
  readonly title: string;
  readonly measure: string;
  readonly lines: readonly QualityLine[];
  readonly table: TableModel;
}

/** Two fiscal years up to `year`; `null` where no month has any of the three. */
export function qualityTrend(index: OfficeIndex, cut: Cut, year: string, language: Language): QualityTrend | null {
  const area = index.municipality.code;
  const months = monthsUpTo(index, fiscalYearOf(year), 2);
  const lines = measures.map(({ code, name, unit, decimals }): QualityLine => {
    const points = seriesOver(index, cut, { series: code, area, pathway: 'all', target: 'all' }, months);
    const print = (point: SeriesPoint) => `${formatFigure(point.figure, decimals, language)}${unit[language]}`;
    const known = points.filter(hasNumber);
    const sorted = known.toSorted((a, b) =>
      'value' in a.figure && 'value' in b.figure ? a.figure.value - b.figure.value : 0,
    );
    const [low, high, last] = [sorted[0], sorted.at(-1), known.at(-1)];
    return {
      code,
      name: name[language],
      points,
      last: last === undefined ? '' : print(last),
      month: last === undefined ? '' : formatPeriod(last.period, language),
      range:
        low === undefined || high === undefined
          ? ''
          : say(statusWords.qualityRange, language, { low: print(low), high: print(high) }),
      sentence: known
        .map((point) => `${formatPeriod(point.period, language)} ${print(point)}`)
        .join(language === 'ja' ? '、' : ', '),
    };
  });
  if (lines.every(({ last }) => last === '')) return null;
  const accepted = lines[1];
  const facts = { month: accepted?.month ?? '', value: accepted?.last.replace('%', '') ?? '' };
  const title =
    facts.value === '' ? statusWords.qualityTitleNone[language] : say(statusWords.qualityTitle, language, facts);
  const shown = months.filter((_, place) =>
    lines.some(({ points }) => points[place] !== undefined && hasNumber(points[place])),
  );
  const [from, to] = [shown[0] ?? '', shown.at(-1) ?? ''].map((month) => formatPeriod(month, language));
  return {
    title,
    measure: say(statusWords.qualityMeasure, language, { from: from ?? '', to: to ?? '' }),
    lines,
    table: {
      caption: title,
      rowHeader: statusWords.columnMonth[language],
      columns: measures.map(({ code, name, unit }) => ({
        key: code,
        label: `${name[language]}(${unit[language].trim()})`,
      })),
      rows: shown.map((month) => ({
        key: month,
        label: formatPeriod(month, language),
        cells: measures.map(({ decimals }, place) => {
          const point = lines[place]?.points.find(({ period }) => period === month);
          return point === undefined ? { kind: 'blank' } : { kind: 'figure', figure: point.figure, decimals };
        }),
      })),
    },
  };
}
