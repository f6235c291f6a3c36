/** The legend of the bullet bars: only what is drawn on the page. */
import { goalWords } from '#sheets-schema/vocabulary/words/goals.ts';
import type { BarTone } from '../../shape/goals/goal-bar.ts';
import type { GoalGroup } from '../../shape/goals/goal-rows.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';

const toneWords = {
  met: goalWords.legendMet,
  result: goalWords.legendResult,
  short: goalWords.legendShort,
  unjudged: goalWords.legendUnjudged,
} as const;

const tones: readonly BarTone[] = ['met', 'result', 'short', 'unjudged'];

export function GoalLegend({ groups }: { groups: readonly GoalGroup[] }) {
  const lang = language.value;
  const bars = groups.flatMap(({ rows }) => rows.flatMap(({ bar }) => (bar === null ? [] : [bar])));
  return (
    <>
      {tones
        .filter((tone) => bars.some((bar) => bar.tone === tone && bar.result !== null))
        .map((tone) => (
          <span key={tone}>
            <span class={`bar-key bar-key-${tone}`} aria-hidden="true" />
            {say(toneWords[tone], lang)}
          </span>
        ))}
      {bars.some(({ pace }) => pace !== null) && (
        <span>
          <span class="pace-key" aria-hidden="true" />
          {say(goalWords.legendPace, lang)}
        </span>
      )}
      {bars.some(({ projection }) => projection !== null) && (
        <span>
          <svg class="expected-key" width="30" height="14" aria-hidden="true">
            <path class="bar-line" d="M1 7H29M1 2V12M29 2V12" />
            <circle class="bar-expected" cx="15" cy="7" r="4.5" />
          </svg>
          {say(goalWords.legendProjection, lang)}
        </span>
      )}
      {bars.length > 0 && (
        <span>
          <span class="tick-key" aria-hidden="true" />
          {say(goalWords.legendGoal, lang)}
        </span>
      )}
      {bars.some(({ isBeyond }) => isBeyond) && (
        <span>
          <span class="beyond-key" aria-hidden="true" />
          {say(goalWords.legendBeyond, lang)}
        </span>
      )}
    </>
  );
}
