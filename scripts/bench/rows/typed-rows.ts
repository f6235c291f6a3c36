/**
 * 架空のデータ: rows of 相談受付 as they come out of a spreadsheet, 15 columns, in parts of a million so that the memory measured is that
 * of reading and not of the rows. Clean: as the template asks for. Messy: far messier than the field, so that every reader works.
 */
import type { Cell } from '#sheets-schema';
import {
  ageBands,
  type Code,
  type CodeList,
  closingReasons,
  issues,
  pathways,
  responses,
  sexes,
  targets,
} from '#sheets-schema/vocabulary/codes.ts';
import { toFullWidth, typeDay } from '../../sample/day.ts';
import { createRandom, type Random } from '../../sample/random.ts';

export type Cleanness = 'clean' | 'messy';

export const header = [
  ...['受付番号', '受付日', '圏域', '経路', '対象1', '対象2', '課題1', '課題2', '年代', '性別', '複合課題', '対応'],
  ...['つなぎ先1', '終結日', '終結理由'],
] as const;

export const areaNames = Array.from({ length: 33 }, (_, at) => `第${at + 1}地区`);

/** Serial numbers of 2019-05-15 and 2026-03-31. */
const firstSerial = 43_600;
const lastSerial = 46_112;

/** A part of the rows: the same seed gives the same cells. They are parsed from JSON, as those of Google Sheets are. */
export function typeRows(part: number, count: number, cleanness: Cleanness): readonly (readonly Cell[])[] {
  const random = createRandom(`bench/rows/${part}`);
  const rows = Array.from({ length: count }, (_, at) => cleanRow(random, part * count + at + 1));
  if (cleanness === 'messy') for (const row of rows) mess(row, random);
  return JSON.parse(JSON.stringify(rows)) as readonly (readonly Cell[])[];
}

function pick(random: Random, list: CodeList): Code {
  const code = list.codes[random.whole(0, list.codes.length - 1)];
  if (code === undefined) throw new RangeError('no code');
  return code;
}

function wordOf(random: Random, list: CodeList, chance = 1): string | null {
  return random.chance(chance) ? pick(random, list).ja : null;
}

function cleanRow(random: Random, number: number): Cell[] {
  const received = random.whole(firstSerial, lastSerial);
  const isClosed = random.chance(0.55);
  return [
    `R${number}`,
    { serial: received },
    areaNames[random.whole(0, areaNames.length - 1)] ?? null,
    wordOf(random, pathways),
    wordOf(random, targets),
    wordOf(random, targets, 0.4),
    wordOf(random, issues),
    wordOf(random, issues, 0.4),
    wordOf(random, ageBands),
    wordOf(random, sexes),
    random.chance(0.4) ? '有' : '無',
    wordOf(random, responses),
    wordOf(random, pathways, 0.3),
    isClosed ? { serial: received + random.whole(0, 300) } : null,
    isClosed ? wordOf(random, closingReasons) : null,
  ];
}

/** Another word of the list, or the same one with a blank before it. */
function otherWord(random: Random, list: CodeList): string {
  const { ja, synonyms } = pick(random, list);
  return synonyms[random.whole(0, Math.max(0, synonyms.length - 1))] ?? `　${ja}`;
}

const styles = ['slash', 'padded', 'dots', 'digits', 'era', 'shortEra', 'fullWidth'] as const;
/** Days since 1970-01-01 of the spreadsheets' day 0. */
const daysToSerial = 25_569;

/** Every third cell or so in another form that people type; one row in fifty cannot be used as it stands. */
function mess(row: Cell[], random: Random): void {
  const day = row[1];
  if (typeof day === 'object' && day !== null && 'serial' in day && random.chance(0.7)) {
    const typed = typeDay(day.serial - daysToSerial, random.pick(styles));
    if (!(typed instanceof Date)) row[1] = typed;
  }
  if (random.chance(0.3)) row[0] = toFullWidth(String(row[0]));
  if (random.chance(0.5)) row[3] = otherWord(random, pathways);
  if (random.chance(0.5)) row[4] = otherWord(random, targets);
  if (random.chance(0.2)) row[4] = `${pick(random, targets).ja}、${pick(random, targets).ja}`;
  if (random.chance(0.5)) row[6] = otherWord(random, issues);
  if (random.chance(0.1)) row[2] = '〃';
  if (random.chance(0.3)) row[10] = random.pick(['○', '×', 'あり', '無し']);
  if (random.chance(0.2)) row[7] = '－';
  if (random.chance(0.01)) row[1] = '4/31';
  if (random.chance(0.01)) row[3] = 'となり町の人';
}
