/** A page that is not there yet, under its own name and in its own size. */
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { say } from '../../shape/say.ts';
import { language, viewState } from '../../signals.ts';
import { Loading } from './states.tsx';

export function PageLoading() {
  return (
    <>
      {/* 架空のデータ comes with what is shown, beside which it stands. */}
      <div class="page-head">
        <h1>{say(pageWords[viewState.value.view], language.value)}</h1>
        <p class="shown">　</p>
      </div>
      <Loading />
    </>
  );
}
