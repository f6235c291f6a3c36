/** Always in sight: how far the data reach, when they were published, what share is reported, what is missing or held. */

import type { OfficeIndex } from '#functions/publish/release.ts';
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { stateWords } from '#sheets-schema/vocabulary/words/states.ts';
import { useCut } from '../../loaders.ts';
import { formatDay, formatMoment, formatNumber } from '../../shape/figures/format.ts';
import { readFigure } from '../../shape/figures/read-figure.ts';
import { countReports } from '../../shape/reports/reporting.ts';
import { say } from '../../shape/say.ts';
import { index, isOffline, language, selection, session } from '../../signals.ts';

function Facts({ of, period }: { of: OfficeIndex; period: string }) {
  const lang = language.value;
  const root = of.municipality.code;
  const cut = useCut(`area/${root}`);
  const { due, reported } = countReports(of, period);
  const held = of.offices.filter((office) => office.held !== null).length;
  const publishedAt = session.value.status === 'ready' ? session.value.value.publishedAt : null;
  const rate =
    cut.status === 'ready'
      ? readFigure(cut.value, { series: 'Q01', area: root, pathway: 'all', target: 'all', period })
      : null;
  return (
    <>
      {of.dataUntil !== null && (
        <p>
          {say(frameWords.dataUntilBefore, lang)}
          <strong>{formatDay(of.dataUntil, lang)}</strong>
          {say(frameWords.dataUntilAfter, lang)}
        </p>
      )}
      {publishedAt !== null && (
        <p>
          {say(frameWords.updated, lang)} <strong>{formatMoment(publishedAt, lang)}</strong>
        </p>
      )}
      {rate !== null && 'value' in rate && (
        <p>
          {say(frameWords.reportingRate, lang)} <strong>{formatNumber(rate.value, 1)}%</strong>
          {due > 0 && say(frameWords.monthsOfDue, lang, { due, reported })}
        </p>
      )}
      {due > reported && (
        <p class="warn">
          <strong>{say(frameWords.unreportedMonths, lang, { count: due - reported })}</strong>
        </p>
      )}
      {held > 0 && (
        <p>
          {say(frameWords.waiting, lang)} <strong>{say(frameWords.waitingCount, lang, { count: held })}</strong>
        </p>
      )}
    </>
  );
}

export function StatusStrip() {
  const lang = language.value;
  const loaded = index.value;
  const chosen = selection.value;
  const publishedAt = session.value.status === 'ready' ? session.value.value.publishedAt : null;
  return (
    <section class="status-strip" aria-label={say({ ja: 'データの状態', en: 'Data status' }, lang)}>
      <div class="status-facts">
        {isOffline.value && publishedAt !== null && (
          <p class="warn" role="status">
            <strong>{say(stateWords.offline, lang, { moment: formatMoment(publishedAt, lang) })}</strong>
          </p>
        )}
        {loaded.status === 'ready' && chosen !== null && <Facts of={loaded.value} period={chosen.period} />}
      </div>
    </section>
  );
}
