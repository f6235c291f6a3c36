/** The steps of the heat table with the numbers that they stand for, and the marks of the states. */
import { areaWords } from '#sheets-schema/vocabulary/words/areas.ts';
import { heatStep } from '../../shape/areas/area-rows.ts';
import { formatNumber } from '../../shape/figures/format.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { StateMark } from '../figure/figure-text.tsx';

/** '1', '2', … up to seven; above, '1〜3', '4〜6', … */
function stepsOf(hottest: number, dash: string): readonly { readonly step: number; readonly label: string }[] {
  const ranges = new Map<number, { from: number; to: number }>();
  for (let value = 1; value <= hottest; value += 1) {
    const step = heatStep(value, hottest);
    ranges.set(step, { from: ranges.get(step)?.from ?? value, to: value });
  }
  return [...ranges].map(([step, { from, to }]) => ({
    step,
    label: from === to ? String(from) : `${from}${dash}${to}`,
  }));
}

/** Of rates the upper end of each step. */
function rateSteps(hottest: number, upTo: string): ReturnType<typeof stepsOf> {
  return Array.from({ length: 7 }, (_, place) => ({
    step: place + 1,
    label: `${upTo}${formatNumber((hottest / 7) * (place + 1), 1)}`,
  }));
}

export function HeatLegend(props: { hottest: number; stateWord: string; isRate?: boolean }) {
  const { hottest, stateWord, isRate = false } = props;
  const lang = language.value;
  const [dash, upTo] = lang === 'ja' ? ['〜', '〜'] : ['–', '≤ '];
  return (
    <div class="legend heat-legend">
      <span>{say(isRate ? areaWords.heatLegendRate : areaWords.heatLegend, lang)}</span>
      <span class="heat-steps">
        {(isRate ? rateSteps(hottest, upTo) : stepsOf(hottest, dash)).map(({ step, label }) => (
          <span key={step} class={`heat heat-${step}`}>
            {label}
          </span>
        ))}
      </span>
      <span>
        <span class="heat-zero">0</span> {say(areaWords.legendZero, lang)}
      </span>
      <span>
        <StateMark state="unreported" /> <span aria-hidden="true">{stateWord}</span>
      </span>
    </div>
  );
}
