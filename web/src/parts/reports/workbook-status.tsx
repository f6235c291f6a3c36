/** Which workbooks are read, when they were last edited, and what is the matter with the others. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { WorkbooksAnswer } from '#functions/publish/run-status.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { shapeWorkbooks } from '../../shape/reports/workbook-table.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { LetThrough } from './let-through.tsx';

/** Nothing where no run has told it. */
export function WorkbookStatus({ of, answer }: { of: OfficeIndex; answer: WorkbooksAnswer }) {
  const lang = language.value;
  if (answer.workbooks.length === 0) return null;
  const { title, measure, table, troubles } = shapeWorkbooks(answer, of, lang);
  return (
    <>
      <LetThrough answer={answer} />
      <FigureFrame
        id="workbooks"
        title={title}
        measure={measure}
        name={say(statusWords.workbooksTitle, lang)}
        table={table}
        isSourceElsewhere
      />
      {troubles.length > 0 && (
        <ul class="held">
          {troubles.map(({ key, fileName, state, reasons }) => (
            <li key={key}>
              <p>
                <strong>{fileName}</strong> <span class="measure">{state}</span>
              </p>
              {reasons.map((reason) => (
                <p key={reason}>{reason}</p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
