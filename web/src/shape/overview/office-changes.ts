/** Offices whose figures are not all there: silent, without a report at the end of the period, or held. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatPeriod } from '../figures/format.ts';
import { monthsOf } from '../periods/periods.ts';
import { sourcePhrases, sourceWord } from '../reports/sources.ts';
import { say } from '../say.ts';
import type { Change, ChangeSources } from './change.ts';

/** Tabs of an office that fell silent in the same month. */
interface Silence {
  readonly office: string;
  readonly from: string;
  readonly count: number;
  readonly sources: string[];
}

/** What publish found silent in these months, by office and month, 相談受付 before the others. */
function silencesOf(index: OfficeIndex, months: readonly string[]): readonly Silence[] {
  const order = sourcePhrases.map(([name]) => name);
  const found = index.signals
    .flatMap((signal) => (signal.kind === 'silence' && months.some((month) => month >= signal.since) ? [signal] : []))
    .toSorted((a, b) => order.indexOf(a.source) - order.indexOf(b.source));
  const silences: Silence[] = [];
  for (const { office, source, since, months: count } of found) {
    const known = silences.find((silence) => silence.office === office && silence.from === since);
    if (known === undefined) silences.push({ office, from: since, count, sources: [source] });
    else known.sources.push(source);
  }
  return silences;
}

function wordsOf({ from, count, sources }: Silence, language: Language): Readonly<Record<string, string | number>> {
  const names = sources.map((source) => sourceWord(source, language));
  return { sources: names.join(language === 'ja' ? '・' : ', '), from: formatPeriod(from, language), count };
}

/** Offices without a report at the end of what is due in the period, and offices that are held. */
export function officeChanges({ index, selection, language }: ChangeSources): readonly Change[] {
  const months = new Set(monthsOf(selection.period));
  const link = { label: say(overviewWords.goToStatus, language), to: { view: 'status' as const } };
  const shared = { tag: say(overviewWords.tagUnreported, language), tone: 'warn', link } as const;
  const silences = silencesOf(index, [...months]);
  const silent = new Set(silences.map(({ office }) => office));
  const told = [...silent].map((office): Change => {
    const own = silences.filter((silence) => silence.office === office);
    const phrase = own.length > 1 ? overviewWords.silenceMany : overviewWords.silence;
    const separator = language === 'ja' ? '、' : ', ';
    const [first] = own;
    return {
      ...shared,
      key: `silence ${office}`,
      sentence: say(phrase, language, {
        office,
        tabs: own.map((silence) => say(overviewWords.silenceOf, language, wordsOf(silence, language))).join(separator),
        ...(first === undefined ? {} : wordsOf(first, language)),
      }),
      link: { ...link, to: { view: 'status', show: 'sources' } },
    };
  });
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
  return [...told, ...missing, ...held];
}
