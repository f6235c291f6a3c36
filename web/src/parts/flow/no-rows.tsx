/** In place of a figure that needs single rows where there are none: why, and the nearest period that has some. */
import { detailWords } from '#sheets-schema/vocabulary/words/flow.ts';
import { formatPeriod } from '../../shape/figures/format.ts';
import { nearestPeriod } from '../../shape/flow/coverage.ts';
import { say } from '../../shape/say.ts';
import { language, navigate } from '../../signals.ts';

export function NoRows(props: {
  readonly place: string;
  readonly period: string;
  /** The tab whose rows would tell it. */
  readonly tab: string;
  /** The periods of the detail. */
  readonly periods: Readonly<Record<string, unknown>>;
}) {
  const { place, period, tab, periods } = props;
  const lang = language.value;
  const nearest = nearestPeriod(periods, period);
  if (nearest === null)
    return (
      <div class="state-block" role="status">
        <p>{say(detailWords.noRows, lang, { place, tab })}</p>
      </div>
    );
  return (
    <div class="state-block" role="status">
      <p>{say(detailWords.noRowsThen, lang, { period: formatPeriod(period, lang), tab })}</p>
      {nearest !== period && (
        <button type="button" class="button" onClick={() => navigate({ period: nearest })}>
          {say(detailWords.goToPeriod, lang, { period: formatPeriod(nearest, lang) })}
        </button>
      )}
    </div>
  );
}
