/** Offices whose figures are not all there: silent, without a report at the end of the period, or held. */
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import { formatPeriod } from '../figures/format.ts';
import { monthsOf } from '../periods/periods.ts';
import { sourceWord } from '../reports/sources.ts';
import { say } from '../say.ts';
import type { Change, ChangeSources } from './change.ts';

/** Offices without a report at the end of what is due in the period, and offices that are held. */
export function officeChanges({ index, selection, language }: ChangeSources): readonly Change[] {
  const months = new Set(monthsOf(selection.period));
  const link = { label: say(overviewWords.goToStatus, language), to: { view: 'status' as const } };
  const shared = { tag: say(overviewWords.tagUnreported, language), tone: 'warn', link } as const;
  // Tabs that fell silent, by office: what publish found says which, and since when.
  const silent = new Map<string, { from: string; months: number; sources: string[] }>();
  for (const signal of index.signals) {
    if (signal.kind !== 'silence' || !monthsOf(selection.period).some((month) => month >= signal.since)) continue;
    const known = silent.get(signal.office);
    const word = sourceWord(signal.source, language);
    if (known === undefined) silent.set(signal.office, { from: signal.since, months: signal.months, sources: [word] });
    else if (known.from === signal.since) known.sources.push(word);
  }
  const silences = [...silent].map(
    ([office, { from, months: count, sources }]): Change => ({
      ...shared,
      key: `silence ${office}`,
      sentence: say(overviewWords.silence, language, {
        office,
        sources: sources.join(language === 'ja' ? '・' : ', '),
        from: formatPeriod(from, language),
        count,
      }),
    }),
  );
  const missing = index.offices.flatMap((office): readonly Change[] => {
    if (silent.has(office.office)) return [];
    const due = index.months.flatMap((month, position) => {
      const state = office.months[position] ?? 'not-due';
      return months.has(month) && state !== 'not-due' ? [{ month, state }] : [];
    });
    const first = due.findLastIndex(({ state }) => state !== 'unreported') + 1;
    const from = due[first];
    if (from === undefined) return [];
    return [
      {
        ...shared,
        key: `unreported ${office.workbook}`,
        sentence: say(overviewWords.unreportedOffice, language, {
          office: office.office,
          from: formatPeriod(from.month, language),
          count: due.length - first,
        }),
      },
    ];
  });
  const held = index.offices.flatMap((office): readonly Change[] =>
    office.held === null
      ? []
      : [
          {
            key: `held ${office.workbook}`,
            tag: say(overviewWords.tagHeld, language),
            tone: 'warn',
            sentence: say(overviewWords.heldOffice, language, { office: office.office }),
            link,
          },
        ],
  );
  return [...silences, ...missing, ...held];
}
