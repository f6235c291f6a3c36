/** Offices whose workbook is held: since when, why, and what is shown instead. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { formatDay } from '../../shape/figures/format.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';

/** Nothing where no office is held. */
export function HeldOffices({ of }: { of: OfficeIndex }) {
  const lang = language.value;
  const held = of.offices.flatMap((report) => (report.held === null ? [] : [{ ...report, held: report.held }]));
  if (held.length === 0) return null;
  return (
    <section class="section" aria-labelledby="held-title">
      <h2 id="held-title">{say(statusWords.heldTitle, lang, { count: held.length })}</h2>
      <ul class="held">
        {held.map((report) => (
          <li key={report.workbook}>
            <p>
              <strong>{report.office}</strong> <span class="measure">{report.fileName}</span>{' '}
              <span class="measure">
                {say(statusWords.heldSince, lang, { since: formatDay(report.held.since, lang) })}
              </span>
            </p>
            <p>{report.held.reason[lang]}</p>
            <p>
              {report.dataUntil === null
                ? say(statusWords.heldNone, lang)
                : say(statusWords.heldLast, lang, { until: formatDay(report.dataUntil, lang) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
