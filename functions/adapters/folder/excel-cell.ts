/** One cell as an .xlsx file writes it, into one of ours. */
import type { Cell } from '../../../sheets-schema/cells/cell.ts';
import { cellFromText, createWordList } from '../grid.ts';
import { serialIn1900System, serialOfIsoDate } from './excel-dates.ts';
import { decodeEscapes, type WorkbookParts } from './excel-parts.ts';
import { FileProblem } from './file-problem.ts';

/** The attributes and the inside of one <c>. */
export interface WrittenCell {
  /** t: 's' shared text, 'inlineStr', 'str' text of a formula, 'b', 'e', 'd', 'n' or ''. */
  readonly type: string;
  /** s: which of the workbook's styles; -1 for none. */
  readonly style: number;
  /** v, where '' is none: a formula without a stored value. */
  readonly value: string;
  readonly inlineText: string;
}

/** As the format writes them; Number() alone would take '0x1F' and '' too. */
const wholeNumber = /^\s*[0-9]{1,10}\s*$/;
const decimalNumber = /^\s*[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?\s*$/;

/** For one tab: texts that stand in many cells are kept once. The reader throws FileProblem where a shared text is missing. */
export function createCellReader({
  sharedStrings,
  isDateStyle,
  is1904,
}: WorkbookParts): (written: WrittenCell) => Cell {
  const once = createWordList();
  const readText = (text: string): Cell => (text === '' ? null : once(text.replace(/\r\n?/g, '\n')));

  /** By their position, as cells of this tab: most texts stand in many of them. */
  const sharedCells: (Cell | undefined)[] = [];
  const readShared = (value: string): Cell => {
    const position = wholeNumber.test(value) ? Number(value) : -1;
    const known = sharedCells[position];
    if (known !== undefined) return known;
    const text = sharedStrings[position];
    if (text === undefined) throw new FileProblem('file/truncated');
    const cell = readText(text);
    sharedCells[position] = cell;
    return cell;
  };

  return ({ type, style, value, inlineText }) => {
    // A cell whose type is not that of its contents is what it holds: to leave it out would be to lose it without a word.
    if (inlineText !== '' && (type === 'inlineStr' || value === '')) return readText(inlineText);
    if (type === 'inlineStr') return readText(value);
    if (value === '') return null;
    switch (type) {
      case 's':
        return readShared(value);
      case 'str':
        return readText(decodeEscapes(value));
      case 'b':
        return value === '1' || value === 'true';
      case 'e':
        return { error: value };
      case 'd': {
        const serial = serialOfIsoDate(value);
        return serial === null ? readText(value) : { serial };
      }
      default: {
        const number = decimalNumber.test(value) ? Number(value) : Number.NaN;
        // What is no number of the format ('0x1F', '1e999') is what it says, so that nobody counts it.
        if (!Number.isFinite(number)) return cellFromText(value);
        return isDateStyle[style] === true ? { serial: serialIn1900System(number, is1904) } : number;
      }
    }
  };
}
