/** Proposals as people read them on a terminal: Japanese, then English. */

import type { AdoptedColumn, AdoptedTab, AliasProposal } from '#functions/adopt/adopt-tab.ts';
import type { Adoption } from '#functions/adopt/adoption.ts';
import type { Reason } from '#functions/adopt/confidence.ts';
import type { AliasRow } from '#functions/adopt/plan-adoption.ts';
import { tables } from '#sheets-schema';
import { adoptLevels, adoptMessages, adoptReasons, adoptStates } from '#sheets-schema/vocabulary/messages/adopt.ts';

type Facts = Readonly<Record<string, string | number>>;

/** A sentence in both languages. */
export function say(key: keyof typeof adoptMessages, facts: Facts = {}): string {
  const { ja, en } = adoptMessages[key];
  return `${fill(ja, facts)} ${fill(en, facts)}`;
}

export function fill(sentence: string, facts: Facts): string {
  return sentence.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => String(facts[name] ?? ''));
}

/** Everything that was found out. */
export function describeAdoption(adoption: Adoption): string {
  const lines: string[] = [];
  if (adoption.tabs.length === 0) lines.push(say('nothing-found'), '');
  for (const tab of adoption.tabs) lines.push(...describeTab(tab), '');
  for (const { tab, name } of adoption.alike) lines.push(say('alike', { tab, standard: tables[name].tab }));
  if (adoption.others.length > 0) lines.push(say('others', { tabs: adoption.others.join('、') }));
  for (const name of adoption.missingTabs) lines.push(say(`missing-${name}`));
  lines.push(...describeWords(adoption));
  return lines.join('\n').trimEnd();
}

function describeTab(tab: AdoptedTab): readonly string[] {
  const facts = { tab: tab.tab, standard: tab.standard };
  const how = tab.isFound ? say('tab-found') : describeSureness(tab);
  const headers = Object.values(tables[tab.table].columns).length > 0 && tab.table !== 'profile';
  const where =
    tab.headerRow === null ? (headers ? [say('no-header')] : []) : [say('header-row', { row: tab.headerRow })];
  const missing = tab.missing.join('、');
  const isItems = tab.table === 'profile';
  return [
    `${say('tab', facts)}  ${how}`,
    ...where.map((line) => `  ${line}`),
    ...describeColumns(tab.columns),
    ...(missing === '' ? [] : [`  ${say(isItems ? 'missing-items' : 'missing-columns', { headers: missing })}`]),
  ];
}

function describeColumns(columns: readonly AdoptedColumn[]): readonly string[] {
  const rows = columns.map((column) => [
    column.at,
    column.header === '' ? '-' : column.header,
    column.standard ?? '-',
    column.level === null || column.by === 'found' ? '' : spellLevel(column.level, column.share),
    [spellState(column), column.by === 'found' ? '' : describeReasons(column.reasons)]
      .filter((text) => text !== '')
      .join(' / '),
  ]);
  const widths = [0, 1, 2, 3].map((at) => Math.min(28, Math.max(...rows.map((row) => widthOf(row[at] ?? '')))));
  return rows.map((row) =>
    `  ${row.map((text, at) => (at < 4 ? pad(text, widths[at] ?? 0) : text)).join('  ')}`.trimEnd(),
  );
}

function spellState({ by, standard }: AdoptedColumn): string {
  const { ja, en } = adoptStates[by];
  return `${fill(ja, { standard: standard ?? '' })} ${fill(en, { standard: standard ?? '' })}`;
}

function describeSureness({ level, share, reasons }: Pick<AliasProposal, 'level' | 'share' | 'reasons'>): string {
  return `${spellLevel(level, share)} ${describeReasons(reasons)}`.trimEnd();
}

function spellLevel(level: keyof typeof adoptLevels, share: number): string {
  const { ja, en } = adoptLevels[level];
  return `${ja} ${en} ${Math.round(share * 100)}%`;
}

/** In both languages: 「受付日」の別名；セルの96%が日付 (another name of 受付日; 96 % of its cells are dates). */
function describeReasons(reasons: readonly Reason[]): string {
  if (reasons.length === 0) return '';
  const each = (language: 'ja' | 'en') => reasons.map(({ code, facts }) => fill(adoptReasons[code][language], facts));
  return `${each('ja').join('；')} (${each('en').join('; ')})`;
}

function describeWords({ aliases, unknownWords, unnamed }: Adoption): readonly string[] {
  const words = aliases.filter(({ kind }) => kind === 'word');
  const lines: string[] = [];
  if (words.length > 0) {
    lines.push('', say('words'));
    for (const { ownWord, standardWord, count, ...rest } of words) {
      const facts = { word: ownWord, count: count ?? 0, standard: standardWord };
      lines.push(`  ${fill(adoptMessages.word.ja, facts)}  ${describeSureness(rest)}`);
    }
  }
  if (unknownWords.length > 0) {
    lines.push('', say('unknown-words'));
    for (const facts of unknownWords)
      lines.push(
        `  ${fill(adoptMessages['unknown-word'].ja, { word: facts.word, count: facts.count, header: facts.header })}`,
      );
  }
  for (const facts of unnamed) lines.push(say('unnamed', facts));
  return lines;
}

/** The rows that would be written, to be read and to be pasted. */
export function describeRows(rows: readonly AliasRow[]): string {
  return rows.map((row) => row.join('\t')).join('\n');
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** In characters of half width, as terminals show them. */
function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (letter.charCodeAt(0) < 0x2e80 ? 1 : 2), 0);
}
