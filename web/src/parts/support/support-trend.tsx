/** The trend of one indicator of the page; which one is chosen above it and stands in the address. */
import { useMemo } from 'preact/hooks';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { supportWords } from '#sheets-schema/vocabulary/words/support.ts';
import { say } from '../../shape/say.ts';
import { areaName, type Selection } from '../../shape/selection.ts';
import { supportGroups } from '../../shape/support/support-key.ts';
import { supportTrendPoints, supportTrendWords, trendIndicator } from '../../shape/support/support-trend.ts';
import { trendModel, trendTable } from '../../shape/trend/trend-model.ts';
import { language, navigate, viewState } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { ChoiceSelect } from '../frame/choice-select.tsx';
import { TrendChart, TrendLegend } from '../trend/trend-chart.tsx';

function TrendChoice({ chosen }: { chosen: string }) {
  const lang = language.value;
  const nameOf = (code: string) => indicators.find((known) => known.code === code)?.[lang] ?? code;
  return (
    <div class="page-controls">
      <ChoiceSelect
        id="support-indicator"
        label={say(supportWords.trendChoice, lang)}
        options={[]}
        groups={supportGroups.map(({ name, codes }) => ({
          label: name[lang],
          options: codes.map((code) => ({ key: code, label: nameOf(code) })),
        }))}
        chosen={chosen}
        isSet={chosen !== 'N02'}
        onChoose={(code) => navigate({ indicator: code === 'N02' ? null : code })}
      />
    </div>
  );
}

export function SupportTrend({ of, cut, chosen }: { of: OfficeIndex; cut: Cut; chosen: Selection }) {
  const lang = language.value;
  const indicator = trendIndicator(viewState.value.indicator);
  const drawn = useMemo(() => {
    const points = supportTrendPoints(of, cut, { selection: chosen, series: indicator.code });
    const unit = lang === 'ja' ? indicator.unit : '';
    const model = trendModel(points, unit, lang);
    return { points, model };
  }, [of, cut, chosen, indicator, lang]);
  const { points, model } = drawn;
  const name = indicator[lang];
  if (points.length < 2)
    return (
      <section class="figure" aria-labelledby="trend-title" data-figure="trend">
        <h2 id="trend-title">{say(supportWords.trendTitle, lang, { name })}</h2>
        <TrendChoice chosen={indicator.code} />
        <p class="state-block" role="status">
          {say(supportWords.trendNone, lang, { name })}
        </p>
      </section>
    );
  const { title, measure } = supportTrendWords(points, { indicator, place: areaName(of, chosen.area), language: lang });
  const caption = `${title} ${measure}`;
  const table = trendTable(points, lang, { code: indicator.code, name, decimals: indicator.decimals });
  return (
    <div class="section with-choice">
      <TrendChoice chosen={indicator.code} />
      <FigureFrame
        id="trend"
        title={title}
        measure={measure}
        table={{ ...table, caption }}
        legend={
          <TrendLegend
            partial={points.some(({ isPartial }) => isPartial) ? say(supportWords.trendPartial, lang) : null}
            gap={model.gaps.length > 0 ? say(supportWords.trendGap, lang) : null}
          />
        }
        isSourceElsewhere
      >
        <TrendChart model={model} label={caption} height={300} onOpen={() => navigate({ table: 'trend' })} />
      </FigureFrame>
    </div>
  );
}
