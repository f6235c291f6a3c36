/** 公表された実績: the municipalities' profiles, and their 相談の実績 as they state them, per inhabitant where that can be said. */
import { resultWords } from '#sheets-schema/vocabulary/words/printed-results.ts';
import { type ShownResult, shapeResults } from '../../shape/comparison/printed-results.ts';
import { shapeProfiles } from '../../shape/comparison/profile-table.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { FigureText } from '../figure/figure-text.tsx';
import '../../styles/comparison-ways.css';
import type { WayProps } from './ways.ts';

const percent = (share: number) => `${Math.min(100, Math.max(0, share * 100))}%`;

/** A value between its limits, from 0 to the largest limit that there is. */
function Drawn({ of }: { of: NonNullable<ShownResult['drawn']> }) {
  const line = ([from, to]: readonly [number, number], look: string) => (
    <line x1={percent(from)} x2={percent(to)} y1="8" y2="8" class={look} />
  );
  return (
    <svg class="result-interval" height="16" aria-hidden="true">
      <line x1="0" x2="100%" y1="8" y2="8" class="scale" />
      {line(of.of998, 'of998')}
      {line(of.of95, 'of95')}
      <circle cx={percent(of.at)} cy="8" r="5" />
    </svg>
  );
}

function List({ of, title, id }: { of: readonly ShownResult[]; title: string; id: string }) {
  if (of.length === 0) return null;
  return (
    <section class="printed-results" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>
        {of.map(({ key, town, isOwn, measure, figure, unit, when, rate, drawn }) => (
          <li key={key} class={isOwn ? 'is-own' : undefined} data-result={key}>
            <p class="what">
              <strong>{town}</strong> <span>{measure}</span>
            </p>
            <p class="count">
              <FigureText figure={figure} decimals={0} />
              {'value' in figure && unit} <span class="when">{when}</span>
            </p>
            <p class="rate">{rate}</p>
            {drawn !== null && <Drawn of={drawn} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function PrintedResultsView({ comparison, own }: WayProps) {
  const lang = language.value;
  const profiles = shapeProfiles(comparison, lang);
  const results = shapeResults(comparison, { own, language: lang });
  return (
    <div class="stacked">
      <FigureFrame
        id="results"
        title={results.title}
        measure={results.measureLine}
        table={results.table}
        notes={results.notes}
        period=""
        legend={
          results.perHead.length > 0 && (
            <span>
              {say(resultWords.legend, lang)} {say(resultWords.legendScale, lang, { most: results.most })}
            </span>
          )
        }
        isSourceElsewhere
      >
        <List of={results.perHead} title={say(resultWords.perHead, lang)} id="results-per-head" />
        <List of={results.notPerHead} title={say(resultWords.notPerHead, lang)} id="results-not-per-head" />
      </FigureFrame>
      <FigureFrame
        id="profiles"
        title={profiles.title}
        measure={profiles.measureLine}
        table={profiles.table}
        notes={profiles.notes}
        period=""
        isSourceElsewhere
      />
    </div>
  );
}
