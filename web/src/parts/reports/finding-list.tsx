/** What is to be mended, finding by finding: where, what was typed, what to do. Long lists are shown in steps. */
import { useState } from 'preact/hooks';
import type { FindingsObject } from '#functions/publish/release.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { formatNumber } from '../../shape/figures/format.ts';
import {
  type FindingFilter,
  type FindingKind,
  type FindingRow,
  shapeFindingRows,
} from '../../shape/reports/finding-rows.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';
import { copyText } from '../figure/copy-text.ts';
import { ChoiceSelect } from '../frame/choice-select.tsx';

/** How many findings are shown at first, and added at a time. */
const first = 20;
const step = 50;

const everyFinding: FindingFilter = { workbook: null, severity: null, code: null };

function Filters(props: {
  readonly findings: FindingsObject;
  readonly kinds: readonly FindingKind[];
  readonly filter: FindingFilter;
  readonly onFilter: (filter: FindingFilter) => void;
}) {
  const { findings, kinds, filter, onFilter } = props;
  const lang = language.value;
  const all = (label: string) => ({ key: 'all', label });
  return (
    <div class="page-controls finding-filters">
      {findings.workbooks.length > 1 && (
        <ChoiceSelect
          id="finding-office"
          label={say(statusWords.officeChoice, lang)}
          options={[
            all(say(statusWords.everyOffice, lang)),
            ...findings.workbooks.map(({ workbook, office }) => ({ key: workbook, label: office })),
          ]}
          chosen={filter.workbook ?? 'all'}
          isSet={filter.workbook !== null}
          onChoose={(workbook) => onFilter({ ...filter, workbook: workbook === 'all' ? null : workbook })}
        />
      )}
      <ChoiceSelect
        id="finding-severity"
        label={say(statusWords.severityChoice, lang)}
        options={[
          all(say(statusWords.everySeverity, lang)),
          { key: 'error', label: say(statusWords.error, lang) },
          { key: 'notice', label: say(statusWords.notice, lang) },
        ]}
        chosen={filter.severity ?? 'all'}
        isSet={filter.severity !== null}
        onChoose={(key) => onFilter({ ...filter, severity: key === 'error' || key === 'notice' ? key : null })}
      />
      <ChoiceSelect
        id="finding-kind"
        label={say(statusWords.kindChoice, lang)}
        options={[
          all(say(statusWords.everyKind, lang)),
          ...kinds.map(({ code, title }) => ({ key: code, label: title })),
        ]}
        chosen={filter.code ?? 'all'}
        isSet={filter.code !== null}
        onChoose={(code) => onFilter({ ...filter, code: code === 'all' ? null : code })}
      />
    </div>
  );
}

/** The cell leads to itself; in a file it can be copied into the box beside the formula bar. */
function FindingPlace({ row: { place, address, cell } }: { row: FindingRow }) {
  const lang = language.value;
  const [isCopied, setCopied] = useState(false);
  if (address !== null)
    return (
      <a class="finding-link" href={address} target="_blank" rel="noopener noreferrer">
        <strong>{place}</strong>
        <span aria-hidden="true"> ↗</span>
        <span class="visually-hidden">{say(statusWords.openCellNote, lang)}</span>
      </a>
    );
  return (
    <>
      <strong>{place}</strong>
      {cell !== '' && (
        <button type="button" class="link-button finding-copy" onClick={async () => setCopied(await copyText(cell))}>
          <span class="visually-hidden">{place} </span>
          {say(isCopied ? statusWords.copied : statusWords.copyCell, lang)}
        </button>
      )}
    </>
  );
}

export function FindingList(props: {
  readonly findings: FindingsObject;
  readonly kinds: readonly FindingKind[];
  readonly filter: FindingFilter;
  readonly onFilter: (filter: FindingFilter) => void;
}) {
  const lang = language.value;
  const [limit, setLimit] = useState(first);
  const rows = shapeFindingRows(props.findings, props.filter, lang);
  const shown = rows.slice(0, limit);
  const isOneOffice = props.findings.workbooks.length < 2;
  if (rows.length === 0 && shapeFindingRows(props.findings, everyFinding, lang).length === 0)
    return (
      <section class="section" aria-labelledby="findings-title" id="findings">
        <h2 id="findings-title">{say(statusWords.listTitle, lang)}</h2>
        <p>{say(statusWords.nothingToMend, lang)}</p>
      </section>
    );
  return (
    <section class="section" aria-labelledby="findings-title" id="findings">
      <h2 id="findings-title">{say(statusWords.listTitle, lang)}</h2>
      <p class="measure" role="status">
        {say(statusWords.listMeasure, lang, { shown: formatNumber(shown.length), all: formatNumber(rows.length) })}
      </p>
      <Filters
        {...props}
        onFilter={(filter) => {
          setLimit(first);
          props.onFilter(filter);
        }}
      />
      {rows.length === 0 ? (
        <p>{say(statusWords.listNone, lang)}</p>
      ) : (
        <ul class="findings">
          {shown.map((row) => (
            <li key={row.key} class={`finding finding-${row.severity}`}>
              <p class="finding-head">
                <span class={`badge ${row.severity === 'error' ? 'badge-short' : ''}`}>{row.word}</span>
                <FindingPlace row={row} />
                {!isOneOffice && <span class="finding-office">{row.office}</span>}
              </p>
              <p class="finding-sentence">{row.sentence}</p>
              {(row.typed !== '' || row.suggestion !== '' || row.others !== '') && (
                <p class="finding-facts">
                  {row.typed !== '' && (
                    <span>
                      {say(statusWords.columnTyped, lang)} <kbd>{row.typed}</kbd>
                    </span>
                  )}
                  {row.suggestion !== '' && (
                    <span>
                      {say(statusWords.columnSuggestion, lang)} <kbd>{row.suggestion}</kbd>
                    </span>
                  )}
                  {row.others !== '' && <span>{row.others}</span>}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {rows.length > shown.length && (
        <button type="button" class="button" onClick={() => setLimit(limit + step)}>
          {say(statusWords.showMore, lang, { count: formatNumber(rows.length - shown.length) })}
        </button>
      )}
      <p class="note">{say(statusWords.sheetHint, lang)}</p>
    </section>
  );
}
