/** Typed tabs as the parts of an .xlsx package, in any of the ways in which programs write them: the same cells come out of each. */
import type { Cell } from '#sheets-schema';
import type { Random } from '../sample/random.ts';
import type { TypedBook, TypedTab } from './typed-book.ts';

export interface Part {
  name: string;
  text: string;
}

const editions = [
  {
    main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  },
  {
    main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
    relation: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  },
] as const;

/** The parts; how they are written comes from `random`. */
export function writeParts(book: TypedBook, random: Random): Part[] {
  const { main, relation } = random.chance(0.9) ? editions[0] : editions[1];
  const is1904 = random.chance(0.08);
  const shared = random.chance(0.6) ? new Map<string, number>() : null;
  const prefix = random.chance(0.1) ? 'x:' : '';
  const style = { shared, is1904, prefix, leavesPlaces: random.chance(0.15), isPadded: random.chance(0.2), random };
  const sheets = book.tabs.map((tab) => writeSheet(tab, style, main));
  const listed = book.tabs.map(
    ({ name }, index) =>
      `<${prefix}sheet name="${escapeAttribute(name)}" sheetId="${index + 3}" r:id="rId${index + 1}"/>`,
  );
  const target = random.pick([
    (index: number) => `worksheets/sheet${index}.xml`,
    (index: number) => `/xl/worksheets/sheet${index}.xml`,
    (index: number) => `./x/../worksheets/sheet${index}.xml`,
  ]);
  const relations = sheets.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Type="${relation}/worksheet" Target="${target(index + 1)}"/>`,
  );
  const strings = [...(shared ?? new Map<string, number>()).keys()];
  return [
    { name: '[Content_Types].xml', text: '<Types/>' },
    {
      name: '_rels/.rels',
      text: `<Relationships><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `<?xml version="1.0" encoding="UTF-8"?>\n<${prefix}workbook xmlns${prefix === '' ? '' : ':x'}="${main}" xmlns:r="${relation}"><${prefix}workbookPr${is1904 ? ' date1904="1"' : ''}/><${prefix}sheets>${listed.join('')}</${prefix}sheets></${prefix}workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships>${relations.join('')}<Relationship Id="rIdS" Type="${relation}/styles" Target="styles.xml"/><Relationship Id="rIdT" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      text: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
    ...(shared === null
      ? []
      : [
          {
            name: 'xl/sharedStrings.xml',
            text: `<sst>${strings.map((text) => `<si>${writeText(text, random)}</si>`).join('')}</sst>`,
          },
        ]),
    ...sheets.map((text, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, text })),
  ];
}

interface Style {
  readonly shared: Map<string, number> | null;
  readonly is1904: boolean;
  readonly prefix: string;
  /** Cells and rows without r: their place is where they stand. */
  readonly leavesPlaces: boolean;
  readonly isPadded: boolean;
  readonly random: Random;
}

function writeSheet(tab: TypedTab, style: Style, main: string): string {
  const { prefix: x, leavesPlaces, isPadded } = style;
  const rows = tab.rows.flatMap((cells, index) => {
    const written = cells.flatMap((cell, column) => {
      if (cell === null && !leavesPlaces && !isPadded) return [];
      const place = leavesPlaces ? '' : ` r="${lettersOf(column)}${index + 1}"`;
      return [writeCell(cell, place, style)];
    });
    if (written.length === 0 && !leavesPlaces) return [];
    const hidden = tab.hidden.includes(index) ? ' hidden="1"' : '';
    return [`<${x}row${leavesPlaces ? '' : ` r="${index + 1}"`}${hidden}>${written.join('')}</${x}row>`];
  });
  const merges = tab.merges.map(
    ({ top, left, bottom, right }) =>
      `<${x}mergeCell ref="${lettersOf(left)}${top + 1}:${lettersOf(right - 1)}${bottom}"/>`,
  );
  const dimension = isPadded ? `<${x}dimension ref="A1:B2"/>` : '';
  const after =
    merges.length === 0 ? '' : `<${x}mergeCells count="${merges.length}">${merges.join('')}</${x}mergeCells>`;
  return `<${x}worksheet xmlns${x === '' ? '' : ':x'}="${main}">${dimension}<${x}sheetData>${rows.join('')}</${x}sheetData>${after}</${x}worksheet>`;
}

function writeCell(cell: Cell, place: string, { shared, is1904, prefix: x, random }: Style): string {
  const tag = (attributes: string, inside: string) => `<${x}c${place}${attributes}>${inside}</${x}c>`;
  const value = (text: string) => `<${x}v>${text}</${x}v>`;
  if (cell === null) return `<${x}c${place} s="0"/>`;
  if (typeof cell === 'number') return tag(random.chance(0.2) ? ' t="n"' : '', value(String(cell)));
  if (typeof cell === 'boolean') return tag(' t="b"', value(cell ? '1' : '0'));
  if (typeof cell === 'object') {
    if ('error' in cell) return tag(' t="e"', value(escapeXml(cell.error)));
    return tag(' s="1"', value(String(is1904 ? cell.serial - 1462 : cell.serial)));
  }
  if (random.chance(0.05)) return tag(' t="str"', `<${x}f>A1&amp;""</${x}f>${value(escapeXml(escapeControls(cell)))}`);
  if (shared === null || random.chance(0.1))
    return tag(' t="inlineStr"', `<${x}is>${writeText(cell, random)}</${x}is>`);
  const known = shared.get(cell);
  if (known === undefined) shared.set(cell, shared.size);
  return tag(' t="s"', value(String(known ?? shared.size - 1)));
}

/** Whole, in runs, with furigana, or as CDATA. */
function writeText(text: string, random: Random): string {
  const escaped = (part: string) => escapeXml(escapeControls(part));
  // Runs are cut where nothing of an escape and no pair of surrogates is torn.
  const at = /^[\u3041-\u9fff]{2,}$/.test(text) ? 1 : 0;
  if (at > 0 && random.chance(0.1))
    return `<r><t>${escaped(text.slice(0, at))}</t></r><r><rPr/><t>${escaped(text.slice(at))}</t></r><rPh sb="0" eb="1"><t>フリガナ</t></rPh>`;
  if (at > 0 && random.chance(0.05)) return `<t><![CDATA[${text}]]></t>`;
  return `<t xml:space="preserve">${escaped(text)}</t>`;
}

/** What XML cannot hold, and what would be taken for such an escape, also together with the one that follows it, as _xHHHH_. */
export function escapeControls(text: string): string {
  const hex = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return text
    .replace(/_(?=x[0-9a-f]{4}(?:_|(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]))/giu, '_x005F_')
    .replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, hex);
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Half a pair of surrogates is no text; files have a sign for that. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

function escapeAttribute(text: string): string {
  return escapeXml(wellFormed(text)).replaceAll('"', '&quot;');
}

/** 27 → 'AB'. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return letters;
}
