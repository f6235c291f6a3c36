/** The tiles of データの状態: 報告率, 受理率, 報告までの日数, 確認待ち. */
import type { Figure } from '#functions/domain/figure.ts';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import type { Loaded } from '../../api.ts';
import { formatDay, formatFigure } from '../../shape/figures/format.ts';
import { readFigure } from '../../shape/figures/read-figure.ts';
import { yearBefore } from '../../shape/periods/periods.ts';
import type { ReportCalendar } from '../../shape/reports/report-rows.ts';
import { say } from '../../shape/say.ts';
import { language } from '../../signals.ts';

function Tile(props: { readonly name: string; readonly value: string; readonly notes: readonly string[] }) {
  return (
    <div class="quality-tile">
      <dt>{props.name}</dt>
      <dd>
        <strong class={/^[\d−]/.test(props.value) ? undefined : 'word'}>{props.value}</strong>
        {props.notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
      </dd>
    </div>
  );
}

/** Q01 to Q03 of the year as published, and how many workbooks are held. */
export function QualityTiles(props: {
  readonly of: OfficeIndex;
  /** The cut of the whole municipality. */
  readonly cut: Loaded<Cut>;
  readonly year: string;
  readonly calendar: ReportCalendar;
}) {
  const { of, cut, year, calendar } = props;
  const lang = language.value;
  const root = of.municipality.code;
  const read = (series: string, period: string): Figure =>
    cut.status === 'ready'
      ? readFigure(cut.value, { series, area: root, pathway: 'all', target: 'all', period })
      : { state: 'n/a' };
  const print = (figure: Figure, decimals: number, unit: string) =>
    'value' in figure ? `${formatFigure(figure, decimals, lang)}${unit}` : formatFigure(figure, decimals, lang);
  const days = lang === 'ja' ? '日' : ' days';
  const before = (series: string, decimals: number, unit: string) => {
    const figure = read(series, yearBefore(year));
    return 'value' in figure ? [say(statusWords.sameBefore, lang, { value: print(figure, decimals, unit) })] : [];
  };
  const timeliness = read('Q03', year);
  const held = of.offices.filter((report) => report.held !== null);
  return (
    <dl class="quality-tiles">
      <Tile
        name={say(statusWords.reportingRate, lang)}
        value={print(read('Q01', year), 1, '%')}
        notes={[
          ...(calendar.due > 0
            ? [say(statusWords.reportingRateNote, lang, { due: calendar.due, reported: calendar.reported })]
            : [say(statusWords.yearlyOnly, lang)]),
          ...before('Q01', 1, '%'),
        ]}
      />
      <Tile
        name={say(statusWords.acceptanceRate, lang)}
        value={print(read('Q02', year), 1, '%')}
        notes={[say(statusWords.acceptanceRateNote, lang), ...before('Q02', 1, '%')]}
      />
      <Tile
        name={say(statusWords.daysToReport, lang)}
        value={'value' in timeliness ? print(timeliness, 0, days) : say(statusWords.daysToReportUnknown, lang)}
        notes={
          'value' in timeliness
            ? [say(statusWords.daysToReportNote, lang), ...before('Q03', 0, days)]
            : [say(statusWords.daysToReportUnknownNote, lang)]
        }
      />
      <Tile
        name={say(statusWords.waiting, lang)}
        value={held.length === 0 ? say(statusWords.waitingNone, lang) : `${held.length}${lang === 'ja' ? '件' : ''}`}
        notes={held.slice(0, 3).map(({ office, held: hold }) => {
          const since = formatDay(hold?.since ?? '', lang);
          return say(statusWords.waitingFile, lang, { office, since });
        })}
      />
    </dl>
  );
}
