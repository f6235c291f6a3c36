/** 報告の状態: who has not reported since when, first in words, then all municipalities with how completely they report. */
import { compareWords } from '#sheets-schema/vocabulary/words/compare.ts';
import { reportingWords, sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import { type Reporting, type ReportingTown, shapeReporting } from '../../shape/comparison/reporting.ts';
import { formatPeriod } from '../../shape/figures/format.ts';
import { say } from '../../shape/say.ts';
import type { TableCell } from '../../shape/table-model.ts';
import { language, session } from '../../signals.ts';
import { FigureFrame } from '../figure/figure-frame.tsx';
import { FigureText } from '../figure/figure-text.tsx';
import { TableFrame } from '../figure/table-frame.tsx';
import { ViewLink } from '../frame/view-link.tsx';
import '../../styles/comparison-ways.css';
import { ClassMark } from './class-mark.tsx';
import type { WayProps } from './ways.ts';

/** The municipality's own page of its data, where the visitor may open it. */
function TownLink({ code, name }: { code: string; name: string }) {
  const mayOpen =
    session.value.status === 'ready' && session.value.value.municipalities.some((known) => known.code === code);
  if (!mayOpen) return <>{name}</>;
  return <ViewLink to={{ view: 'status', municipality: code, period: null, table: null }}>{name}</ViewLink>;
}

function Figure({ cell }: { cell: TableCell }) {
  return cell.kind === 'figure' ? <FigureText figure={cell.figure} decimals={cell.decimals} /> : null;
}

function Row({ of }: { of: ReportingTown }) {
  const lang = language.value;
  const { town, standing, silent, sinceText, lastText, cells, rate } = of;
  return (
    <tr data-row={town.code} data-standing={standing}>
      <th scope="row">
        <TownLink code={town.code} name={town.name} />
      </th>
      <td class="since">
        {silent.length === 0
          ? sinceText
          : silent.map(({ name, since }) => (
              <span key={name}>{say(reportingWords.since, lang, { source: name, since })}</span>
            ))}
      </td>
      <td>{lastText}</td>
      <td class="rate-bar" aria-hidden="true">
        {rate !== null && <i style={{ width: `${(rate * 100).toFixed(1)}%` }} />}
      </td>
      {cells.map((cell, position) => (
        <td key={['rate', 'accepted', 'days'][position]} class="number">
          <Figure cell={cell} />
        </td>
      ))}
    </tr>
  );
}

function Groups({ model }: { model: Reporting }) {
  const lang = language.value;
  return (
    <TableFrame label={model.measureLine}>
      <table class="figures reporting">
        <caption class="visually-hidden">{model.measureLine}</caption>
        <thead>
          <tr>
            <th scope="col">{say(sharedWords.municipality, lang)}</th>
            <th scope="col">{say(reportingWords.columnSilent, lang)}</th>
            <th scope="col">{say(reportingWords.columnLast, lang)}</th>
            <td class="rate-bar" />
            <th scope="col" class="number">
              {say(reportingWords.columnRate, lang)}
            </th>
            <th scope="col" class="number">
              {say(reportingWords.columnAccepted, lang)}
            </th>
            <th scope="col" class="number">
              {say(reportingWords.columnDays, lang)}
            </th>
          </tr>
        </thead>
        {model.groups.map(({ key, label, towns }) => (
          <tbody key={key} data-group={key}>
            <tr class="row-group">
              <th scope="rowgroup" colSpan={7}>
                {label}
              </th>
            </tr>
            {towns.map((town) => (
              <Row key={town.town.code} of={town} />
            ))}
          </tbody>
        ))}
      </table>
    </TableFrame>
  );
}

export default function ReportingView({ comparison, period }: WayProps) {
  const lang = language.value;
  const model = shapeReporting(comparison, { year: period, language: lang });
  if (model.groups.length === 0) return <p>{say(compareWords.none, lang)}</p>;
  const year = comparison.years.includes(period) ? period : (comparison.years.at(-1) ?? '');
  return (
    <FigureFrame
      id="reporting"
      title={model.title}
      measure={model.measureLine}
      table={model.table}
      notes={model.notes}
      legend={model.states.map((state) => <ClassMark key={state} of={state} />)}
      period={formatPeriod(year, lang)}
      isSourceElsewhere
    >
      <Groups model={model} />
    </FigureFrame>
  );
}
