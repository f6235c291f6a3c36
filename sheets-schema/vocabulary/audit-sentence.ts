/**
 * An entry of 操作の記録 as a sentence that can be read aloud, with what else was recorded in brackets: the same on the page and in the CSV.
 * Pure.
 */
import { sayDay, sayFullMoment, sayMoment, sayMonth, type YearStyle } from './days.ts';
import { prefectures } from './prefectures.ts';
import { auditWords } from './words/audit.ts';
import { type AuditFactName, auditCodeWords, auditFactWords } from './words/audit-facts.ts';
import { auditReasonWords } from './words/audit-reasons.ts';
import { auditJoinWords, auditSentenceElse, auditSentences, auditSubjectWords } from './words/audit-sentences.ts';
import type { Language, Phrase } from './words/phrase.ts';

/** What of an entry is said; earlier and later versions may have recorded other actions and facts. */
export interface SaidEntry {
  readonly action: string;
  readonly actor: string | null;
  readonly subject: string | null;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/** The names of municipalities by their codes, as far as they are known. */
export type MunicipalityNames = ReadonlyMap<string, string>;

interface Reading {
  readonly language: Language;
  readonly years: YearStyle;
  readonly names: MunicipalityNames;
}

type Phrases = Readonly<Record<string, Phrase | undefined>>;
const words = auditSubjectWords;

/** Digests and ids of Google are long, and told apart by their beginning. */
function shorten(name: string): string {
  return /^[\w-]{20,}$/.test(name) ? `${name.slice(0, 8)}…` : name;
}

function nameMunicipality(code: string, { language, names }: Reading): string {
  return names.get(code) ?? say(words.unnamedMunicipality, language, { code });
}

/** Fills `{name}` from `facts`; a name without a fact stays as it is, so that a test sees it. */
function say(phrase: Phrase, language: Language, facts: Readonly<Record<string, string>> = {}): string {
  return phrase[language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => facts[name] ?? whole);
}

/** With its year, which may be another than that of the entry. */
function fullMoment(moment: string, { language, years }: Reading): string {
  return Number.isNaN(Date.parse(moment)) ? moment : sayFullMoment(moment, language, years);
}

/** A run is named by the moment when it began, and a few letters. */
function runMoment(run: string, language: Language): string {
  const begun = /^\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(run)?.[0];
  return begun === undefined || Number.isNaN(Date.parse(begun)) ? shorten(run) : sayMoment(begun, language);
}

function coded(phrases: Phrases, value: string, language: Language): string {
  return phrases[value]?.[language] ?? value;
}

/** Facts that are no plain words; every other is a code, a number or stands as it is. */
const readers: Readonly<Partial<Record<AuditFactName, (value: string, reading: Reading) => string>>> = {
  municipality: nameMunicipality,
  code: (value, { language }) => coded(auditReasonWords, value, language),
  since: (value, { language, years }) => (/^\d{4}-\d\d-\d\d$/.test(value) ? sayDay(value, language, years) : value),
  month: (value, { language, years }) => (/^\d{4}-\d\d$/.test(value) ? sayMonth(value, language, years) : value),
  publishedAt: fullMoment,
  at: fullMoment,
  run: (value, { language }) => runMoment(value, language),
};

const order = Object.keys(auditFactWords);

/** What has no words comes last. */
function placeOf(name: string): number {
  return isKnown(name) ? order.indexOf(name) : order.length;
}

function isKnown(name: string): name is AuditFactName {
  return Object.hasOwn(auditFactWords, name);
}

function readFact(name: string, value: string | number | boolean, reading: Reading): string {
  const { language } = reading;
  if (typeof value === 'number') return value.toLocaleString('en-US');
  if (typeof value === 'boolean') return say(value ? auditJoinWords.yes : auditJoinWords.no, language);
  const codes = (auditCodeWords as Readonly<Record<string, Phrases | undefined>>)[name];
  if (codes !== undefined) return coded(codes, value, language);
  const reader = isKnown(name) ? readers[name] : undefined;
  return reader === undefined ? shorten(value) : reader(value, reading);
}

function sayFact(name: string, value: string | number | boolean, reading: Reading): string {
  const read = readFact(name, value, reading);
  if (isKnown(name)) return say(auditFactWords[name], reading.language, { value: read });
  return say(auditJoinWords.other, reading.language, { name, value: read });
}

interface Subject {
  readonly what: string;
  /** Facts that its name says already. */
  readonly says: readonly AuditFactName[];
}

function nameAudience(kind: string, code: string, reading: Reading): string {
  if (kind === 'office') return nameMunicipality(code, reading);
  return prefectures.find((prefecture) => prefecture.code === code)?.[reading.language] ?? code;
}

function nameSubject({ action, subject, facts }: SaidEntry, reading: Reading): Subject {
  const { language } = reading;
  const plain = (what: string): Subject => ({ what, says: [] });
  if (subject === null) return plain(say(words.nothing, language));
  if (subject === 'public' || subject === 'audit') return plain(say(words[subject], language));
  if (subject === 'administrator') return plain(say(words.everything, language));
  const [, kind, code = ''] = /^(office|prefecture|public):(\d+)$/.exec(subject) ?? [];
  if (kind === 'public') return plain(say(words.publicOf, language, { name: nameAudience(kind, code, reading) }));
  if (kind === 'office' || kind === 'prefecture') {
    const isRole = action === 'role-given' || action === 'role-taken';
    const what = say(isRole ? words.roleOf : words[kind], language, { name: nameAudience(kind, code, reading) });
    return { what, says: facts.municipality === code ? ['municipality'] : [] };
  }
  const name = shorten(subject);
  if (/^[0-9a-f]{64}$/.test(subject)) return plain(say(words.release, language, { name }));
  const { municipality } = facts;
  if (typeof municipality !== 'string') return plain(say(words.workbook, language, { name }));
  const whose = nameMunicipality(municipality, reading);
  return { what: say(words.workbookOf, language, { name, municipality: whose }), says: ['municipality'] };
}

/** The municipality that an entry is about; `null` where it is about none, or about several. */
export function municipalityOf({ subject, facts }: Pick<SaidEntry, 'subject' | 'facts'>): string | null {
  if (typeof facts.municipality === 'string') return facts.municipality;
  return /^office:(\d{6})$/.exec(subject ?? '')?.[1] ?? null;
}

/** The words of an action; one that a newer version records stands as it is. */
export function nameAction(action: string, language: Language): string {
  return coded(auditWords, action, language);
}

export function sayEntry(entry: SaidEntry, reading: Reading): string {
  const { language } = reading;
  const { action, actor, facts } = entry;
  const { named, unnamed, says = [] } = auditSentences[action] ?? { ...auditSentenceElse };
  const { what, says: saidBySubject } = nameSubject(entry, reading);
  const read = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, readFact(name, value, reading)]));
  const sentence = say(actor === null ? unnamed : named, language, {
    ...read,
    who: actor ?? '',
    what,
    action: nameAction(action, language),
  });
  const said = new Set<string>([...says, ...saidBySubject]);
  // They are stored in the order of the alphabet.
  const others = Object.entries(facts)
    .filter(([name]) => !said.has(name))
    .toSorted(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([name, value]) => sayFact(name, value, reading));
  if (others.length === 0) return sentence;
  return say(auditJoinWords.facts, language, { sentence, facts: others.join(say(auditJoinWords.between, language)) });
}
