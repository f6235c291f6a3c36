/** 推移: small drawings of all municipalities over the years on one scale; gaps stay gaps, a change of definition breaks the line. */
import { multiplesWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import { markOf } from '../../shape/comparison/class-cells.ts';
import { type Multiple, type Multiples, shapeMultiples } from '../../shape/comparison/multiples.ts';
import { formatPeriod } from '../../shape/figures/format.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { ClassMark } from './class-mark.tsx';
import '../../styles/comparison-ways.css';
import type { WayProps } from './ways.ts';

const box = { width: 200, height: 138, left: 36, right: 190, top: 22, bottom: 114 };

const upright = (at: number) => box.bottom - at * (box.bottom - box.top);

/** Where a year stands; one year alone in the middle. */
function across(position: number, years: number): number {
  if (years < 2) return (box.left + box.right) / 2;
  return box.left + 12 + (position / (years - 1)) * (box.right - box.left - 24);
}

/** A line that ends at a gap and at a break. */
function pathOf(places: readonly (number | null)[], breaks: readonly number[]): string {
  return places
    .map((at, position) => {
      if (at === null) return '';
      const before = position === 0 ? null : places[position - 1];
      const isJoined = before !== null && before !== undefined && !breaks.includes(position);
      return `${isJoined ? 'L' : 'M'}${across(position, places.length).toFixed(1)} ${upright(at).toFixed(1)}`;
    })
    .join('');
}

function Drawing({ of, model }: { of: Multiple; model: Multiples }) {
  const years = of.points.length;
  const last = of.points.findLastIndex(({ at }) => at !== null);
  const half = years < 2 ? 12 : (across(1, years) - across(0, years)) / 2;
  return (
    <svg viewBox={`0 0 ${box.width} ${box.height}`} role="img" aria-label={of.sentence}>
      {model.ticks.map(({ at, label }) => (
        <g key={label}>
          <line x1={box.left} x2={box.right} y1={upright(at)} y2={upright(at)} class={at === 0 ? 'axis' : 'grid'} />
          <text x={box.left - 4} y={upright(at) + 4} class="scale">
            {label}
          </text>
        </g>
      ))}
      {model.guides.map(({ at, from, to }) => (
        <line
          key={`${at} ${from}`}
          x1={across(from, years) - half}
          x2={across(to, years) + half}
          y1={upright(at)}
          y2={upright(at)}
          class="guide"
        />
      ))}
      {model.breaks.map((position) => (
        <line
          key={position}
          x1={across(position, years) - half}
          x2={across(position, years) - half}
          y1={box.top - 6}
          y2={box.bottom}
          class="series-break"
        />
      ))}
      <path d={pathOf(model.reference, model.breaks)} class="prefecture-line" />
      <path
        d={pathOf(
          of.points.map(({ at }) => at),
          model.breaks,
        )}
        class="town-line"
      />
      {of.points.map(({ year, at, mark, text, isPartial }, position) => {
        const x = across(position, years);
        if (at === null)
          return (
            <g key={year}>
              <rect x={x - 7} y={box.top} width="14" height={box.bottom - box.top} class="gap" />
              <title>{text}</title>
              <text x={x} y={(box.top + box.bottom) / 2} class="gap-mark">
                {mark}
              </text>
            </g>
          );
        return (
          <g key={year}>
            <circle
              cx={x}
              cy={upright(at)}
              r={position === last ? 4 : 3}
              class={isPartial ? 'point partial' : 'point'}
            />
            {position === last && (
              <text x={x} y={upright(at) - 8} class="last">
                {text}
              </text>
            )}
          </g>
        );
      })}
      {of.points.map(({ year, short }, position) =>
        years <= 6 || position % 2 === (years - 1) % 2 ? (
          <text key={year} x={across(position, years)} y={box.bottom + 16} class="tick">
            {short}
          </text>
        ) : null,
      )}
    </svg>
  );
}

const trendMarks = { rising: '↗', falling: '↘', none: '→', unsaid: '?' } as const;

/** The states that stand in the gaps. */
function statesIn({ towns }: Multiples) {
  const marks = towns.flatMap(({ points }) => points.map(({ mark }) => mark));
  return (['unreported', 'suppressed', 'n/a'] as const).filter((state) => marks.includes(markOf(state)));
}

function Legend({ model }: { model: Multiples }) {
  const lang = language.value;
  const points = model.towns.flatMap((town) => town.points);
  return (
    <>
      <span>
        <svg width="26" height="10" aria-hidden="true" class="multiple-key">
          <path d="M1 5H25" class="town-line" />
          <circle cx="13" cy="5" r="3" class="point" />
        </svg>
        {say(multiplesWords.legendTown, lang)}
      </span>
      <span>
        <svg width="26" height="10" aria-hidden="true" class="multiple-key">
          <path d="M1 5H25" class="prefecture-line" />
        </svg>
        {say(multiplesWords.legendPrefecture, lang)}
      </span>
      {points.some(({ isPartial }) => isPartial) && (
        <span>
          <svg width="10" height="10" aria-hidden="true" class="multiple-key">
            <circle cx="5" cy="5" r="3.5" class="point partial" />
          </svg>
          {say(multiplesWords.legendPartial, lang)}
        </span>
      )}
      {points.some(({ at }) => at === null) && (
        <span>
          <svg width="14" height="12" aria-hidden="true" class="multiple-key">
            <rect width="14" height="12" class="gap" />
          </svg>
          {say(multiplesWords.legendGap, lang)}
        </span>
      )}
      {statesIn(model).map((state) => (
        <ClassMark key={state} of={state} />
      ))}
      {model.breaks.length > 0 && (
        <span>
          <svg width="8" height="14" aria-hidden="true" class="multiple-key">
            <path d="M4 0V14" class="series-break" />
          </svg>
          {say(multiplesWords.legendBreak, lang)}
        </span>
      )}
      {model.guides.length > 0 && (
        <span>
          <svg width="26" height="10" aria-hidden="true" class="multiple-key">
            <path d="M1 5H25" class="guide" />
          </svg>
          {say(multiplesWords.legendGuide, lang)}
        </span>
      )}
    </>
  );
}

export default function MultiplesView({ comparison, measure, own }: WayProps) {
  const lang = language.value;
  const model = shapeMultiples({ comparison, measure, own, language: lang });
  const [first, last] = [comparison.years[0] ?? '', comparison.years.at(-1) ?? ''];
  return (
    <FigureFrame
      id="multiples"
      title={model.title}
      measure={model.measureLine}
      table={model.table}
      notes={model.notes}
      legend={<Legend model={model} />}
      period={`${formatPeriod(first, lang)}–${formatPeriod(last, lang)}`}
      isSourceElsewhere
    >
      <div class="town-multiples">
        {model.towns.map((town) => (
          <figure key={town.code} data-town={town.code} class={town.isOwn ? 'is-own' : undefined}>
            <figcaption>
              <strong>{town.name}</strong>
              {!model.isUnsaidAlike && (
                <span class={`trend trend-${town.trend}`} title={town.trendSentence}>
                  <span aria-hidden="true">{trendMarks[town.trend]}</span> {town.trendWord}
                </span>
              )}
            </figcaption>
            <Drawing of={town} model={model} />
            {town.trend === 'unsaid' && !model.isUnsaidAlike && <p class="trend-why">{town.trendSentence}</p>}
          </figure>
        ))}
      </div>
    </FigureFrame>
  );
}
