/** The trend of one indicator of 支援・会議・地域活動 over the months of three years, with gaps; or over fiscal years. */
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { type Indicator, indicators } from '#sheets-schema/vocabulary/indicators.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { supportWords } from '#sheets-schema/vocabulary/words/support.ts';
import { formatFigure, formatPeriod } from '../figures/format.ts';
import { fromFirstNumber, hasNumber, monthsUpTo, type SeriesPoint, seriesOver } from '../figures/series.ts';
import { fiscalYearOf, periodKind } from '../periods/periods.ts';
import { say } from '../say.ts';
import type { Selection } from '../selection.ts';
import { isUnderWay } from '../trend/trend-model.ts';
import { supportGroups } from './support-key.ts';

const yearsDrawn = 3;

/** The indicator of the address, or 延支援回数. Only those of the page are understood; ratios have no trend here. */
export function trendIndicator(chosen: string | null): Indicator {
  const codes: readonly string[] = supportGroups.flatMap(({ codes: own }) => own);
  const isKnown = (code: string) => codes.includes(code);
  const found =
    indicators.find(({ code }) => code === chosen && isKnown(code)) ?? indicators.find(({ code }) => code === 'N02');
  if (found === undefined) throw new Error('N02 is no indicator any more');
  return found;
}

/** Months of three years from the first number on, those that are not over as partial; else fiscal years. */
export function supportTrendPoints(
  index: OfficeIndex,
  cut: Cut,
  { selection, series }: { readonly selection: Selection; readonly series: string },
): readonly SeriesPoint[] {
  const { area, pathway, target, period } = selection;
  const place = { series, area, pathway, target };
  const year = fiscalYearOf(period);
  const months = fromFirstNumber(seriesOver(index, cut, place, monthsUpTo(index, year, yearsDrawn)));
  if (months.length > 0)
    return months.map((point) =>
      isUnderWay(index, point.period) && hasNumber(point) ? { ...point, isPartial: true } : point,
    );
  const years = index.years.filter((own) => fiscalYearOf(own) <= year);
  return fromFirstNumber(seriesOver(index, cut, place, years));
}

/** Title and measure line of a trend with at least one point. */
export function supportTrendWords(
  points: readonly SeriesPoint[],
  {
    indicator,
    place,
    language,
  }: { readonly indicator: Indicator; readonly place: string; readonly language: Language },
): { readonly title: string; readonly measure: string } {
  const name = indicator[language];
  const unit = language === 'ja' ? indicator.unit : indicator.unitEn;
  const newest = points.findLast(hasNumber);
  const isMonths = periodKind(points[0]?.period ?? '') === 'month';
  const title =
    newest === undefined
      ? say(supportWords.trendTitle, language, { name })
      : say(supportWords.trendFinding, language, {
          name,
          when: formatPeriod(newest.period, language),
          value: formatFigure(newest.figure, indicator.decimals, language),
          unit,
        });
  const monthly = indicator.kind === 'stock' ? supportWords.trendMeasureStock : supportWords.trendMeasure;
  const measure = say(isMonths ? monthly : supportWords.trendMeasureYears, language, {
    name,
    unit,
    place,
    from: formatPeriod(points[0]?.period ?? '', language),
    until: formatPeriod(points.at(-1)?.period ?? '', language),
  });
  return { title, measure };
}
