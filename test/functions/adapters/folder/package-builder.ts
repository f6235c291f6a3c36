/** Makes .xlsx packages by hand, so that a test says exactly which XML is in the file, and zip files that lie. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly text: string | Uint8Array;
  /** What the directory claims; the truth where left out. */
  readonly claimedSize?: number;
  readonly claimedCrc?: number;
  readonly isEncrypted?: boolean;
}

/** A zip file of these parts. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const bytes = Buffer.from(part.text);
    const packed = deflateRawSync(bytes);
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(part.isEncrypted === true ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(part.claimedCrc ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.claimedSize ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, place, name]));
    bodies.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, Buffer.from('PK\x05\x06'), end]);
}

export interface PackageTab {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** What stands in <sheetData>. */
  readonly rows: string;
  /** What follows <sheetData>, like <mergeCells>. */
  readonly after?: string;
}

export interface PackageParts {
  readonly tabs: readonly PackageTab[];
  /** Each the inside of one <si>. */
  readonly sharedStrings?: readonly string[];
  /** Style 0 is General; styles 1, 2, … have these formats: a built-in number, or a code. */
  readonly formats?: readonly (number | string)[];
  readonly is1904?: boolean;
  /** Names of the workbook → what they refer to. */
  readonly names?: Readonly<Record<string, string>>;
  /** A chart sheet stands before the tabs. */
  readonly hasChartSheet?: boolean;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The parts of an .xlsx file. */
export function packageParts({ tabs, sharedStrings = [], formats = [], ...options }: PackageParts): ZipPart[] {
  const sheets = tabs.map(
    ({ name, state }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 7}" ${state === undefined ? '' : `state="${state}" `}r:id="rId${index + 1}"/>`,
  );
  const relations = tabs.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  if (options.hasChartSheet === true) {
    sheets.unshift('<sheet name="グラフ1" sheetId="99" r:id="rId99"/>');
    relations.push(`<Relationship Id="rId99" Type="${relation}/chartsheet" Target="chartsheets/sheet1.xml"/>`);
  }
  const names = Object.entries(options.names ?? {}).map(
    ([name, refersTo]) => `<definedName name="${name}" hidden="1">${escapeXml(refersTo)}</definedName>`,
  );
  const codes = formats.flatMap((format, index) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${200 + index}" formatCode="${escapeXml(format)}"/>`] : [],
  );
  const styles = formats.map(
    (format, index) => `<xf numFmtId="${typeof format === 'string' ? 200 + index : format}"/>`,
  );
  return [
    { name: '[Content_Types].xml', text: '<Types/>' },
    {
      name: '_rels/.rels',
      text: `<Relationships><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `<?xml version="1.0" encoding="UTF-8"?>\n<workbook xmlns="${main}" xmlns:r="${relation}"><workbookPr${options.is1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships>${relations.join('')}<Relationship Id="rIdS" Type="${relation}/styles" Target="styles.xml"/><Relationship Id="rIdT" Type="${relation}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      text: `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      text: `<sst>${sharedStrings.map((inside) => `<si>${inside}</si>`).join('')}</sst>`,
    },
    ...tabs.map(({ rows, after = '' }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      text: `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
  ];
}

/** An .xlsx file. */
export function excelFile(parts: PackageParts): Buffer {
  return zip(packageParts(parts));
}
