/** 出典 of a comparison, and when it was published. */
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { sayPrefectureSource } from '../../shape/comparison/prefecture-source.ts';
import { formatMoment } from '../../shape/figures/format.ts';
import { say } from '../../shape/say.ts';
import { language, session } from '../../signals.ts';

export function PrefectureSource({ name }: { name: string }) {
  const lang = language.value;
  const publishedAt = session.value.status === 'ready' ? session.value.value.publishedAt : null;
  return (
    <p class="source">
      <span>{sayPrefectureSource(name, lang)}</span>
      {publishedAt !== null && (
        <span>{say(frameWords.published, lang, { moment: formatMoment(publishedAt, lang) })}</span>
      )}
    </p>
  );
}
