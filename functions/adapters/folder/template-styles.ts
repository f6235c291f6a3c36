/** Adds the looks of the template to the styles of a workbook, behind those that are there; no style that cells use changes. */
import type { CellFormat, CellLook } from '../../../sheets-schema/template-looks.ts';
import {
  appendTo,
  applySplices,
  escapeXml,
  findChild,
  insertChild,
  parseXml,
  prefixOf,
  type Splice,
} from './template-xml.ts';

export interface Styles {
  /** The number of a look (s="…"), added at its first use. */
  styleOf(look: CellLook): number;
  /** The part with the looks that were used. */
  write(): string;
}

const order = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles'];
/** The first number that formats of one's own may have. */
const firstOwnFormat = 164;
const dateFormat = 'yyyy/mm/dd';
const builtIn: Readonly<Record<Exclude<CellFormat, 'date'>, number>> = { decimal: 0, integer: 3, text: 49 };

export function openStyles(text: string): Styles {
  const root = parseXml(text);
  const prefix = prefixOf(root);
  const countOf = (name: string) => findChild(root, name)?.children.length ?? 0;
  const added = {
    fonts: [] as string[],
    fills: [] as string[],
    borders: [] as string[],
    cellXfs: [] as string[],
    numFmts: [] as string[],
  };
  const styles = new Map<string, number>();
  const formats = findChild(root, 'numFmts')?.children ?? [];
  const fonts = findChild(root, 'fonts')?.children ?? [];
  // The name of the workbook's own font: ours differ in weight, size and colour only.
  const fontName = fonts[0] === undefined ? undefined : findChild(fonts[0], 'name')?.attributes.val;
  let dateId: number | null = null;

  const add = (kind: keyof typeof added, xml: string): number => {
    const place = added[kind].indexOf(xml);
    if (place !== -1) return countOf(kind) + place;
    return countOf(kind) + added[kind].push(xml) - 1;
  };
  const formatId = (format: CellFormat): number => {
    if (format !== 'date') return builtIn[format];
    if (dateId !== null) return dateId;
    const known = formats.find(({ attributes }) => attributes.formatCode === dateFormat);
    dateId =
      known === undefined
        ? Math.max(firstOwnFormat - 1, ...formats.map(({ attributes }) => Number(attributes.numFmtId))) + 1
        : Number(known.attributes.numFmtId);
    if (known === undefined) add('numFmts', `<${prefix}numFmt numFmtId="${dateId}" formatCode="${dateFormat}"/>`);
    return dateId;
  };
  // Fills 0 and 1 are the program's own, whatever stands there.
  for (const pattern of ['none', 'gray125']) {
    if (countOf('fills') === 0)
      add('fills', `<${prefix}fill><${prefix}patternFill patternType="${pattern}"/></${prefix}fill>`);
  }
  if (countOf('fonts') === 0) add('fonts', fontXml(prefix, { isBold: false, size: 11, colour: '#000000' }, 'Calibri'));
  if (countOf('borders') === 0) add('borders', noBorder(prefix));
  return {
    styleOf(look) {
      const key = JSON.stringify(look);
      const known = styles.get(key);
      if (known !== undefined) return known;
      const font = add('fonts', fontXml(prefix, look, fontName ?? 'Calibri'));
      const fill = look.background === null ? 0 : add('fills', fillXml(prefix, look.background));
      const alignment = `<${prefix}alignment vertical="${look.wraps ? 'top' : 'center'}"${look.wraps ? ' wrapText="1"' : ''}/>`;
      const number = formatId(look.format);
      const border = look.border === null ? 0 : add('borders', borderXml(prefix, look.border));
      const index = add(
        'cellXfs',
        `<${prefix}xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1"${fill === 0 ? '' : ' applyFill="1"'}${border === 0 ? '' : ' applyBorder="1"'} applyAlignment="1"${look.isLocked ? '' : ' applyProtection="1"'}>${alignment}${look.isLocked ? '' : `<${prefix}protection locked="0"/>`}</${prefix}xf>`,
      );
      styles.set(key, index);
      return index;
    },
    write() {
      if (styles.size === 0) return text;
      const splices = (['numFmts', 'fonts', 'fills', 'borders', 'cellXfs'] as const).flatMap((kind) =>
        added[kind].length === 0 ? [] : addAll(kind, added[kind]),
      );
      return applySplices(text, splices);
    },
  };

  function addAll(kind: string, xml: readonly string[]): readonly Splice[] {
    const container = findChild(root, kind);
    const count = countOf(kind) + xml.length;
    if (container === undefined) {
      const contents = `<${prefix}${kind} count="${count}">${xml.join('')}</${prefix}${kind}>`;
      return [insertChild(text, root, { name: kind, xml: contents, order })];
    }
    const opening = text.slice(container.start, container.openEnd);
    const counted = opening.replace(/\scount\s*=\s*("[^"]*"|'[^']*')/, ` count="${count}"`);
    if (container.isEmptyTag) return [appendTo(text, container, xml.join(''))];
    return [{ at: container.start, end: container.openEnd, text: counted }, appendTo(text, container, xml.join(''))];
  }
}

function fontXml(prefix: string, { isBold, size, colour }: Pick<CellLook, 'isBold' | 'size' | 'colour'>, name: string) {
  return `<${prefix}font>${isBold ? `<${prefix}b/>` : ''}<${prefix}sz val="${size}"/><${prefix}color rgb="${argb(colour)}"/><${prefix}name val="${escapeXml(name)}"/></${prefix}font>`;
}

function fillXml(prefix: string, background: string): string {
  return `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${argb(background)}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`;
}

function borderXml(prefix: string, colour: string): string {
  const sides = ['left', 'right', 'top', 'bottom'].map(
    (side) => `<${prefix}${side} style="thin"><${prefix}color rgb="${argb(colour)}"/></${prefix}${side}>`,
  );
  return `<${prefix}border>${sides.join('')}<${prefix}diagonal/></${prefix}border>`;
}

const noBorder = (prefix: string) =>
  `<${prefix}border><${prefix}left/><${prefix}right/><${prefix}top/><${prefix}bottom/><${prefix}diagonal/></${prefix}border>`;

function argb(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`;
}
