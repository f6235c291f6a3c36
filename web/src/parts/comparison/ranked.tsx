/** 一覧: the municipalities ranked, each value with its intervals. */
import { wayWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import { formatComparedPeriod } from '../../shape/comparison/compared-choice.ts';
import { comparisonFinding } from '../../shape/comparison/compared-finding.ts';
import { comparisonNotes, measureLine } from '../../shape/comparison/comparison-notes.ts';
import { intervalTable } from '../../shape/comparison/interval-table.ts';
import { language } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { PrefectureSource } from './prefecture-source.tsx';
import type { WayProps } from './ways.ts';

export default function Ranked({ comparison, measure, period }: WayProps) {
  const lang = language.value;
  const compared = measure.periods.find((one) => one.period === period);
  if (compared === undefined) return null;
  const shown = { comparison, measure, period: compared, language: lang };
  const line = measureLine(shown);
  return (
    <>
      <FigureFrame
        id="ranked"
        title={comparisonFinding({ ...shown, measure: measure.measure })}
        measure={line}
        table={intervalTable(shown, line)}
        notes={comparisonNotes(shown)}
        name={wayWords.ranked[lang]}
        period={formatComparedPeriod(period, lang)}
        isSourceElsewhere
      />
      <PrefectureSource name={comparison.prefecture.name} />
    </>
  );
}
