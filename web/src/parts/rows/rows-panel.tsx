/**
 * この数字の行: the rows behind one figure, over the page. The address names the figure, so that Back closes the list and a link opens
 * it; Esc and 「閉じる」 close it, and the focus returns to what opened it. On paper it follows the page.
 */
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Figure } from '#functions/domain/figure.ts';
import type { OfficeIndex } from '#functions/publish/release.ts';
import { rowsWords } from '#sheets-schema/vocabulary/words/rows.ts';
import { sourceWords } from '#sheets-schema/vocabulary/words/sources.ts';
import { useCut } from '../../loaders.ts';
import { formatNumber } from '../../shape/figures/format.ts';
import { readFigure } from '../../shape/figures/read-figure.ts';
import { tabsBeside } from '../../shape/reports/cell-rows.ts';
import { isToldByRows, listsRows } from '../../shape/rows/lists-rows.ts';
import { nameFigure, nameMeasure } from '../../shape/rows/name-rows.ts';
import { neededRows } from '../../shape/rows/needed-rows.ts';
import { parseRows, type RowsQuery } from '../../shape/rows/rows-query.ts';
import { sayRows } from '../../shape/rows/rows-sentence.ts';
import { tabOf } from '../../shape/rows/rows-sides.ts';
import { rowsTable, totalsTable } from '../../shape/rows/rows-table.ts';
import { type FoundSide, selectRows } from '../../shape/rows/select-rows.ts';
import { say } from '../../shape/say.ts';
import { cutFor } from '../../shape/selection.ts';
import { index, language, navigate, viewState } from '../../signals.ts';
import { ChoiceSwitch } from '../frame/choice-switch.tsx';
import { Settled } from '../frame/states.tsx';
import { useRows } from './load-rows.ts';
import { openRows } from './open-rows.tsx';
import { RowsList } from './rows-list.tsx';
import '../../styles/rows.css';

type Role = 'numerator' | 'denominator';

function Side({ of, found, title }: { of: OfficeIndex; found: FoundSide; title: string }) {
  const said = { index: of, language: language.value };
  const caption = say(rowsWords.caption, language.value, { name: nameMeasure(found.side.measure, language.value) });
  const tables = useMemo(() => {
    const tab = tabOf(found.side.measure);
    const totals = totalsTable(found.totals, said);
    return tab === 'totals' ? [totals] : [rowsTable(found.rows, { tab, caption, said }), totals];
  }, [found, caption, said.index, said.language]);
  return (
    <>
      {tables.map((table) => (
        <RowsList key={table.caption} table={table} title={title} />
      ))}
    </>
  );
}

function Sides({
  of,
  sides,
  sentence,
  title,
}: {
  of: OfficeIndex;
  sides: readonly FoundSide[];
  sentence: string;
  title: string;
}) {
  const lang = language.value;
  const [role, setRole] = useState<Role>('numerator');
  const shown = sides.find(({ side }) => side.role === role) ?? sides[0];
  const countOf = (wanted: Role) => formatNumber(sides.find(({ side }) => side.role === wanted)?.rows.length ?? 0);
  return (
    <>
      <p class="rows-sentence" role="status">
        {sentence}
      </p>
      {sides.length > 1 && (
        <ChoiceSwitch
          label={say(rowsWords.whichSide, lang)}
          isLabelHidden
          choices={(['numerator', 'denominator'] as const).map((key) => ({
            key,
            label: say(rowsWords[key], lang, { count: countOf(key) }),
          }))}
          chosen={role}
          onChoose={(key) => setRole(key === 'denominator' ? 'denominator' : 'numerator')}
        />
      )}
      {shown !== undefined && <Side key={shown.side.role} of={of} found={shown} title={title} />}
      <p class="note">{say(rowsWords.freeText, lang)}</p>
    </>
  );
}

/** どのシートの行か: of a month of an office (報告機関) the rows of each tab that it reported. */
function Tabs({ of, query }: { of: OfficeIndex; query: RowsQuery }) {
  const tabs = tabsBeside(of, query);
  if (tabs.length < 2) return null;
  return (
    <ChoiceSwitch
      label={say(rowsWords.whichTab, language.value)}
      isLabelHidden
      choices={tabs.map(({ tab }) => ({ key: tab, label: say(sourceWords[tab], language.value) }))}
      chosen={tabs.find(({ rows }) => rows.series === query.series)?.tab ?? ''}
      onChoose={(key) => {
        const chosen = tabs.find(({ tab }) => tab === key);
        if (chosen !== undefined) openRows(chosen.rows);
      }}
    />
  );
}

/** The figure as it is shown, where a cut holds it: an indicator without anything that a drawing narrows. */
function usePublished(query: RowsQuery): Figure | null {
  const isKept = /^[NR]\d\d$/.test(query.series) && query.also === undefined && !query.area.startsWith('unplaced:');
  const cut = useCut(isKept ? cutFor(query) : null, query.area);
  return isKept && cut.status === 'ready' ? readFigure(cut.value, query) : null;
}

function Told({ of, query, title }: { of: OfficeIndex; query: RowsQuery; title: string }) {
  const rows = useRows(of.municipality.code, neededRows(query, of));
  const published = usePublished(query);
  return (
    <Settled of={rows}>
      {(objects) => <Found of={of} query={query} title={title} objects={objects} published={published} />}
    </Settled>
  );
}

function Found(props: {
  readonly of: OfficeIndex;
  readonly query: RowsQuery;
  readonly title: string;
  readonly objects: Parameters<typeof selectRows>[1]['objects'];
  readonly published: Figure | null;
}) {
  const { of, query, title, objects, published } = props;
  const sides = useMemo(() => selectRows(query, { index: of, objects }), [query, of, objects]);
  return <Sides of={of} sides={sides} sentence={sayRows(sides, published, language.value)} title={title} />;
}

function Content({ of, word }: { of: OfficeIndex; word: string }) {
  const lang = language.value;
  const query = useMemo(() => parseRows(word), [word]);
  if (!listsRows(of)) return <p>{say(rowsWords.noneHere, lang)}</p>;
  if (query === null || !isToldByRows(query.series)) return <p>{say(rowsWords.unknown, lang)}</p>;
  const title = nameFigure(query, of, lang);
  return (
    <>
      <p class="rows-figure">{title}</p>
      <Tabs of={of} query={query} />
      <Told key={word} of={of} query={query} title={title} />
    </>
  );
}

/** Over the page while it is on the screen; after it on paper, where nothing lies over anything. */
function useDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    let isSettling = false;
    const settle = (show: () => void) => {
      isSettling = true;
      if (element.open) element.close();
      show();
    };
    const close = () => {
      // Closing tells of itself later; what was only shown another way is open again by then.
      if (!isSettling || !element.open) navigate({ rows: null });
      isSettling = false;
    };
    const onPaper = () => settle(() => element.show());
    const onScreen = () => settle(() => element.showModal());
    element.showModal();
    element.addEventListener('close', close);
    addEventListener('beforeprint', onPaper);
    addEventListener('afterprint', onScreen);
    return () => {
      element.removeEventListener('close', close);
      removeEventListener('beforeprint', onPaper);
      removeEventListener('afterprint', onScreen);
      element.close();
    };
  }, []);
  return dialog;
}

export default function RowsPanel() {
  const lang = language.value;
  const dialog = useDialog();
  const heading = useId();
  const word = viewState.value.rows;
  const loaded = index.value;
  return (
    <dialog ref={dialog} class="rows-panel" aria-labelledby={heading}>
      <div class="rows-head">
        <h2 id={heading}>{say(rowsWords.title, lang)}</h2>
        <button type="button" class="button" onClick={() => dialog.current?.close()}>
          {say(rowsWords.close, lang)}
        </button>
      </div>
      <Settled of={loaded}>{(of) => word !== null && <Content of={of} word={word} />}</Settled>
    </dialog>
  );
}
