/** 出典, how far the data reach, and when they were published. */
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { formatDay, formatMoment } from '../../shape/figures/format.ts';
import { sourceOfFigures } from '../../shape/print-foot.ts';
import { say } from '../../shape/say.ts';
import { index, language, session } from '../../signals.ts';

export function SourceLine() {
  const loaded = index.value;
  if (loaded.status !== 'ready') return null;
  const { dataUntil } = loaded.value;
  const lang = language.value;
  const source = sourceOfFigures(loaded.value, lang);
  const publishedAt = session.value.status === 'ready' ? session.value.value.publishedAt : null;
  return (
    <p class="source">
      <span>{say(frameWords.source, lang, { source })}</span>
      {dataUntil !== null && <span>{say(frameWords.dataUntil, lang, { day: formatDay(dataUntil, lang) })}</span>}
      {publishedAt !== null && (
        <span>{say(frameWords.published, lang, { moment: formatMoment(publishedAt, lang) })}</span>
      )}
    </p>
  );
}
