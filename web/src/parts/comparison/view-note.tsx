/** Which view of a prefecture this is, what is hidden in it, and the way to the other one. */
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { viewNoteWords } from '#sheets-schema/vocabulary/words/prefecture.ts';
import { sayView } from '../../shape/comparison/view-note.ts';
import { say } from '../../shape/say.ts';
import { addressOf, language, session, viewState } from '../../signals.ts';
import { ViewLink } from '../frame/view-link.tsx';

/** Whether both views of the prefecture may be opened. */
function hasBoth(code: string): boolean {
  if (session.value.status !== 'ready') return false;
  const { prefectures, publicPrefectures } = session.value.value;
  return [prefectures, publicPrefectures].every((list) => list.some((each) => each.code === code));
}

export function ViewNote({ of }: { of: PrefectureIndex }) {
  const lang = language.value;
  const isPublic = of.audience === 'public';
  const { view } = viewState.value;
  return (
    <p class="view-note" data-audience={isPublic ? 'public' : 'prefecture'}>
      {sayView(of, lang)} <a href={`${addressOf({ view: 'glossary' })}#marks`}>{say(viewNoteWords.marks, lang)}</a>
      {hasBoth(of.prefecture.code) && (
        <>
          {' '}
          <ViewLink to={{ view, audience: isPublic ? null : 'public' }}>
            {say(isPublic ? viewNoteWords.toPrefecture : viewNoteWords.toPublic, lang)}
          </ViewLink>
        </>
      )}
    </p>
  );
}
