/** Always in sight: how far the data reach, of when they are, what share is reported, what is missing, quiet or held, and whether there is a line. */

import { computed } from '@preact/signals';
import type { OfficeIndex } from '#functions/publish/release.ts';
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { stateWords } from '#sheets-schema/vocabulary/words/states.ts';
import { useCut } from '../../loaders.ts';
import { formatDay, formatMoment, formatNumber } from '../../shape/figures/format.ts';
import { readFigure } from '../../shape/figures/read-figure.ts';
import { daysOfSilence, heldSince } from '../../shape/reports/currency.ts';
import { countReports } from '../../shape/reports/reporting.ts';
import { stoppedSince } from '../../shape/reports/stopped-runs.ts';
import { say } from '../../shape/say.ts';
import { overviewCutFor } from '../../shape/selection.ts';
import {
  answeredAt,
  hasLine,
  index,
  isOffline,
  language,
  place,
  publishedAt,
  selection,
  session,
} from '../../signals.ts';

/** Since when no run has ended, though the server answers; where it does not, that is said already. */
const stopped = computed(() =>
  isOffline.value || session.value.status !== 'ready' ? null : stoppedSince(session.value.value, answeredAt.value),
);

function Facts({ of, period }: { of: OfficeIndex; period: string }) {
  const lang = language.value;
  const root = of.municipality.code;
  const cut = useCut(overviewCutFor({ area: root, pathway: 'all', target: 'all' }, of));
  const { due, reported } = countReports(of, period);
  const held = heldSince(of);
  const quiet = daysOfSilence(of);
  const moment = publishedAt.value;
  const rate =
    cut.status === 'ready'
      ? readFigure(cut.value, { series: 'Q01', area: root, pathway: 'all', target: 'all', period })
      : null;
  // All of it at once, so that nothing moves below.
  if (cut.status === 'loading') return null;
  return (
    <>
      {of.dataUntil !== null && (
        <p>
          {say(frameWords.dataUntilBefore, lang)}
          <strong>{formatDay(of.dataUntil, lang)}</strong>
          {say(frameWords.dataUntilAfter, lang)}
        </p>
      )}
      {quiet !== null && (
        <p class="warn">
          <strong>{say(stateWords.quietDays, lang, { days: formatNumber(quiet) })}</strong>
        </p>
      )}
      {moment !== null && (
        <p>
          {say(frameWords.updated, lang)} <strong>{formatMoment(moment, lang)}</strong>
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
      {held !== null && (
        <p class="warn">
          {say(frameWords.waiting, lang)} <strong>{say(frameWords.waitingCount, lang, { count: held.count })}</strong>{' '}
          {say(stateWords.heldShown, lang, { since: formatDay(held.since, lang) })}
        </p>
      )}
    </>
  );
}

export function StatusStrip() {
  const lang = language.value;
  const loaded = index.value;
  const chosen = selection.value;
  const moment = publishedAt.value;
  return (
    <section class="status-strip" aria-label={say(frameWords.statusStrip, lang)}>
      {/* There from the start, or a screen reader would not notice what is put into it. */}
      <p class="status-line" role="status">
        {isOffline.value &&
          moment !== null &&
          say(hasLine.value ? stateWords.unanswered : stateWords.offline, lang, { moment: formatMoment(moment, lang) })}
        {stopped.value !== null && say(frameWords.runsStopped, lang, { moment: formatMoment(stopped.value, lang) })}
      </p>
      <div class="status-facts">
        {loaded.status === 'ready' && chosen !== null && <Facts of={loaded.value} period={chosen.period} />}
        {place.value.municipality === null && moment !== null && (
          <p>
            {say(frameWords.updated, lang)} <strong>{formatMoment(moment, lang)}</strong>
          </p>
        )}
      </div>
    </section>
  );
}
