/** A page that is not there yet, under its own name and in its own size. */
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { viewState } from '../../signals.ts';
import { PageHead } from './page-head.tsx';
import { Loading } from './states.tsx';

export function PageLoading() {
  return (
    <>
      <PageHead page={pageWords[viewState.value.view]} shown="　" />
      <Loading />
    </>
  );
}
