/** Reads one cell as its column asks: the one way from a cell to a value. Pure, and never throws. */
import type { Column } from '../column.ts';
import { isBlankCell } from './blank.ts';
import type { Cell } from './cell.ts';
import { readChoice, readChoices } from './choice.ts';
import { readDate } from './date.ts';
import { readFiscalYear } from './fiscal-year.ts';
import { readFlag } from './flag.ts';
import { readIndicator } from './indicator.ts';
import { readMonth } from './month.ts';
import { readMunicipality } from './municipality-code.ts';
import { readCount, readNumber } from './number.ts';
import { readOption } from './option.ts';
import { isIndividualNumber, isPhoneNumber } from './personal.ts';
import { readRate } from './rate.ts';
import type { Reading } from './reading.ts';
import { blank, problem } from './remark.ts';
import { readArea, readAreas, readReference, readText } from './text.ts';

/** What a cell is read with beside its column. */
export interface ReadingContext {
  /** Folded own word → standard word as the office wrote it in 読替, for this column's list. */
  readonly ownWords: ReadonlyMap<string, string>;
}

/**
 * Reads a cell. A required column is never 'blank': an empty cell is a problem there, and so is 不明 where the row could then not
 * be counted anywhere. An individual number in any column that is read is a problem whose finding refuses the row.
 */
export function readCell(column: Column, cell: Cell, context: ReadingContext): Reading<unknown> {
  if (column.kind === 'text' && !column.isRead) return blank();
  if (holdsPersonalNumber(column, cell)) return problem('row/personal-number');
  const reading = readKind(column, cell, context);
  if (reading.outcome === 'blank' && column.required) return missing(column);
  if (reading.outcome === 'unknown' && !column.takesUnknown) return problem('cell/unknown-not-possible');
  // A telephone number in a column of words or numbers is not understood anyway; the right thing to say is what it is.
  if (reading.outcome === 'problem' && typeof cell === 'string' && isPhoneNumber(cell)) {
    return problem('personal/phone-number');
  }
  return reading;
}

function missing(column: Column): Reading<never> {
  return problem(column.takesUnknown && column.kind !== 'count' ? 'cell/required-or-unknown' : 'cell/required');
}

function holdsPersonalNumber(column: Column, cell: Cell): boolean {
  if (typeof cell !== 'string' && typeof cell !== 'number') return false;
  const text = String(cell);
  return text.length >= 12 && isIndividualNumber(text, { mayBeginWithDate: column.kind === 'reference' });
}

function readKind(column: Column, cell: Cell, { ownWords }: ReadingContext): Reading<unknown> {
  if (isBlankCell(cell) && !(column.kind === 'count' && !column.takesDash)) return blank();
  switch (column.kind) {
    case 'text':
      return readText(cell);
    case 'reference':
      return readReference(cell);
    case 'count':
      return readCount(cell, column);
    case 'number':
      return readNumber(cell);
    case 'rate':
      return readRate(cell);
    case 'date':
      return readDate(cell, column);
    case 'fiscalYear':
      return readFiscalYear(cell);
    case 'month':
      return readMonth(cell);
    case 'choice':
      return readChoice(cell, { list: column.list, ownWords, example: column.example });
    case 'choices':
      return readChoices(cell, { list: column.list, ownWords, example: column.example, fallback: column.fallback });
    case 'option':
      return readOption(cell, { options: column.options, ownWords });
    case 'flag':
      return readFlag(cell);
    case 'area':
      return readArea(cell, { ownWords });
    case 'areas':
      return readAreas(cell);
    case 'municipality':
      return readMunicipality(cell);
    case 'indicator':
      return readIndicator(cell, { takesOwnMeasures: column.takesOwnMeasures, ownWords });
    default:
      return column satisfies never;
  }
}
