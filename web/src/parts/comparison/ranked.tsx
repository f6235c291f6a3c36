/** 一覧: the municipalities ranked, each value with its intervals; smoothed values beside them where that is chosen. */
import { comparisonWords, wayWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import { formatComparedPeriod } from '../../shape/comparison/compared-choice.ts';
import { comparisonFinding, findingBeside } from '../../shape/comparison/compared-finding.ts';
import { comparisonNotes, measureLine, smoothedNote } from '../../shape/comparison/comparison-notes.ts';
import { shapeIntervals } from '../../shape/comparison/interval-rows.ts';
import { intervalTable } from '../../shape/comparison/interval-table.ts';
import { say } from '../../shape/say.ts';
import { language, navigate, viewState } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { ChoiceSwitch } from '../frame/choice-switch.tsx';
import { IntervalLegend } from './comparison-legend.tsx';
import { IntervalList } from './interval-list.tsx';
import { TownCard } from './town-card.tsx';
import type { WayProps } from './ways.ts';

/** As the address says it (`kind`). */
const smoothedKind = 'smoothed';

export default function Ranked({ comparison, measure, period, own }: WayProps) {
  const lang = language.value;
  const compared = measure.periods.find((one) => one.period === period);
  if (compared === undefined) return null;
  const shown = { comparison, measure, period: compared, language: lang };
  const found = { ...shown, measure: measure.measure };
  const groups = smoothedNote(shown);
  const isSmoothed = viewState.value.kind === smoothedKind && groups !== null;
  const rows = shapeIntervals(shown, { own, isSmoothed });
  const line = measureLine(shown);
  return (
    <FigureFrame
      id="ranked"
      title={comparisonFinding(found)}
      measure={line}
      table={intervalTable(shown, line)}
      notes={[...(isSmoothed ? [groups] : []), ...comparisonNotes(shown)]}
      name={wayWords.ranked[lang]}
      period={formatComparedPeriod(period, lang)}
      isSourceElsewhere
      legend={<IntervalLegend of={shown} hasSmoothed={rows.hasSmoothed} />}
    >
      <p class="beside">{findingBeside(found)}</p>
      {groups !== null && (
        <ChoiceSwitch
          label={say(comparisonWords.valuesChoice, lang)}
          isLabelHidden
          choices={[
            { key: 'raw', label: say(comparisonWords.valuesRaw, lang) },
            { key: smoothedKind, label: say(comparisonWords.valuesSmoothed, lang) },
          ]}
          chosen={isSmoothed ? smoothedKind : 'raw'}
          onChoose={(key) => navigate({ kind: key === smoothedKind ? smoothedKind : null })}
        />
      )}
      {viewState.value.town !== own && <TownCard of={shown} code={own} />}
      {/* Another measure is another list, drawn from its top. */}
      <IntervalList key={`${measure.measure} ${period} ${lang}`} of={rows} shown={shown} caption={line} />
    </FigureFrame>
  );
}
