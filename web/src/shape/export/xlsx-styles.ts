/** The looks of cells of a small .xlsx, collected while its rows are written, and its styles.xml. */
import { escapeXml } from './xml.ts';

export interface CellStyle {
  /** An Excel number format, like '#,##0.0'. '@' is text, which stays text when somebody edits the cell. */
  readonly format: string;
  readonly isBold: boolean;
  readonly align: 'left' | 'right';
  readonly indent: number;
  /** The rule below a header. */
  readonly hasRule: boolean;
}

export interface Styles {
  /** The number of a look, for the attribute `s` of a cell. */
  numberOf(style: CellStyle): number;
  print(): string;
}

/** Formats that Excel knows by a number of its own (ECMA-376 Part 1, 18.8.30). */
const builtIn: Readonly<Record<string, number>> = { General: 0, '#,##0': 3, '@': 49 };
const firstOwn = 164;

const font = '<sz val="11"/><name val="Yu Gothic"/><family val="2"/><charset val="128"/>';

export function createStyles(): Styles {
  const formats: string[] = [];
  const looks: CellStyle[] = [];
  const keys = new Map<string, number>();

  function formatNumber(format: string): number {
    const known = builtIn[format];
    if (known !== undefined) return known;
    if (!formats.includes(format)) formats.push(format);
    return firstOwn + formats.indexOf(format);
  }

  return {
    numberOf(style) {
      const key = JSON.stringify(style);
      const known = keys.get(key);
      if (known !== undefined) return known;
      formatNumber(style.format);
      looks.push(style);
      // 0 is the plain look that every file must have.
      keys.set(key, looks.length);
      return looks.length;
    },
    print() {
      const xfs = looks.map(
        (look) =>
          `<xf numFmtId="${formatNumber(look.format)}" fontId="${look.isBold ? 1 : 0}" fillId="0" borderId="${look.hasRule ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${look.align}"${look.indent > 0 ? ` indent="${look.indent}"` : ''} vertical="center"/></xf>`,
      );
      return [
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
        formats.length === 0
          ? ''
          : `<numFmts count="${formats.length}">${formats
              .map(
                (format, position) => `<numFmt numFmtId="${firstOwn + position}" formatCode="${escapeXml(format)}"/>`,
              )
              .join('')}</numFmts>`,
        `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`,
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
        '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF1A1A1A"/></bottom><diagonal/></border></borders>',
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
        `<cellXfs count="${xfs.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs.join('')}</cellXfs>`,
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
      ].join('');
    },
  };
}
