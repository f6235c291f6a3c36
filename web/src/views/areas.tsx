/** areas: not drawn yet. */
import { pageWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { PageHead } from '../parts/page-head.tsx';
import { Empty } from '../parts/states.tsx';
import { municipality } from '../signals.ts';

export default function AreasView() {
  return (
    <>
      <PageHead page={pageWords.areas} shown={municipality.value?.name ?? ''} />
      <Empty />
    </>
  );
}
