/** The head of a page: its name, what is shown, and 架空のデータ where it is. */
import { frameWords, type pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import type { Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { say } from '../../shape/say.ts';
import { language, municipality } from '../../signals.ts';

/**
 * `page` names the page, `shown` says municipality, measure and period.
 * @param isFictional where the figures are not those of one municipality
 */
export function PageHead({
  page,
  shown,
  isFictional,
}: {
  page: (typeof pageWords)[keyof typeof pageWords] | Phrase;
  shown: string;
  isFictional?: boolean | undefined;
}) {
  return (
    <div class="page-head">
      <h1>{say(page, language.value)}</h1>
      <p class="shown">{shown}</p>
      {(isFictional ?? municipality.value?.isFictional === true) && <FictionalBadge />}
    </div>
  );
}

/** 架空のデータ. */
export function FictionalBadge() {
  return <p class="badge badge-warn">{say(frameWords.fictional, language.value)}</p>;
}
