/** The cover of the meeting paper: whose figures, of which period, from when, how far they reach and what is missing. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import { paperWords } from '#sheets-schema/vocabulary/words/export.ts';
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { formatDay, formatMoment } from '../../shape/figures/format.ts';
import { sayMissing } from '../../shape/meeting-paper/missing-reports.ts';
import { sourceOfFigures } from '../../shape/print-foot.ts';
import { say } from '../../shape/say.ts';
import type { Selection } from '../../shape/selection.ts';
import { describeShown } from '../../shape/shown.ts';
import { language, session } from '../../signals.ts';

/** Offices named on the cover; the table at the end has all. */
const mostOffices = 10;

export function Cover({ of, chosen, madeOn }: { of: OfficeIndex; chosen: Selection; madeOn: string }) {
  const lang = language.value;
  const publishedAt = session.value.status === 'ready' ? session.value.value.publishedAt : null;
  const facts: readonly (readonly [string, string])[] = [
    [say(paperWords.made, lang), formatDay(madeOn, lang)],
    [say(paperWords.dataUntil, lang), of.dataUntil === null ? '' : formatDay(of.dataUntil, lang)],
    [say(paperWords.published, lang), publishedAt === null ? '' : formatMoment(publishedAt, lang)],
    [say(paperWords.offices, lang), say(paperWords.officesCount, lang, { count: of.offices.length })],
    [say(paperWords.source, lang), sourceOfFigures(of, lang)],
  ];
  return (
    <section class="paper-cover">
      <p class="paper-kind">{say(paperWords.kind, lang)}</p>
      <p class="paper-place">
        {lang === 'ja' ? `${of.municipality.prefectureName}　` : ''}
        {of.municipality.name}
        {of.municipality.isFictional && <span class="badge badge-warn">{say(frameWords.fictional, lang)}</span>}
      </p>
      <h1>{say(paperWords.title, lang)}</h1>
      <p class="paper-period">{describeShown(of, chosen, lang)}</p>
      <dl>
        {facts
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      <h2>{say(paperWords.missingTitle, lang)}</h2>
      <ul>
        {sayMissing(of, { period: chosen.period, language: lang, most: mostOffices }).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
