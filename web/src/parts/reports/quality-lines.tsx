/** How the quality of the data moves: three small lines with their last value and range; their months stand in the table. */
import { useMemo } from 'preact/hooks';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { qualityTrend } from '../../shape/reports/quality-trend.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { Spark } from '../marks/spark.tsx';

export function QualityLines({ of, cut, year }: { of: OfficeIndex; cut: Cut; year: string }) {
  const lang = language.value;
  const trend = useMemo(() => qualityTrend(of, cut, year, lang), [of, cut, year, lang]);
  if (trend === null) return null;
  return (
    <FigureFrame
      id="quality"
      title={trend.title}
      measure={trend.measure}
      name={say(statusWords.qualityName, lang)}
      table={trend.table}
      isSourceElsewhere
    >
      <ul class="quality-lines">
        {trend.lines.map((line) => (
          <li key={line.code}>
            <h3>{line.name}</h3>
            {line.last === '' ? (
              <p class="measure">{say(statusWords.qualityUnknown, lang)}</p>
            ) : (
              <>
                <p>
                  <strong>{line.last}</strong> <span class="measure">{line.month}</span>
                </p>
                <Spark points={line.points} width={220} height={44} sentence={`${line.name}: ${line.sentence}`} />
                <p class="measure">{line.range}</p>
              </>
            )}
          </li>
        ))}
      </ul>
    </FigureFrame>
  );
}
