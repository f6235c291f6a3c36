/** The small parts of an .xlsx package: which tabs there are, their number formats and their shared texts. */
import type { StoredIds } from '../../world.ts';
import { isDateFormat } from './excel-dates.ts';
import { type DefinedName, readStoredIds } from './excel-names.ts';
import { FileProblem } from './file-problem.ts';
import { limits } from './limits.ts';
import { walkXml, type XmlVisitor } from './xml.ts';

/** A part's bytes by its path; `null` where the package has none. */
export type OpenPart = (path: string) => AsyncIterable<Uint8Array> | null;

export interface TabPart {
  readonly name: string;
  readonly path: string;
}

export interface WorkbookParts {
  /** Worksheets in their order, hidden ones too. Chart sheets have no cells and are left out. */
  readonly tabs: readonly TabPart[];
  readonly is1904: boolean;
  /** By style index: whether its number format is a date. */
  readonly isDateStyle: readonly boolean[];
  readonly sharedStrings: readonly string[];
  /** By the name of the tab. */
  readonly storedIds: ReadonlyMap<string, StoredIds>;
}

interface Relationship {
  readonly id: string;
  /** The last word of its type: 'worksheet', 'styles' … the same in both editions of the standard. */
  readonly type: string;
  readonly path: string;
}

/** @throws FileProblem file/not-a-workbook */
export async function readWorkbookParts(openPart: OpenPart): Promise<WorkbookParts> {
  const root = await readRelationships(openPart, '');
  const workbookPath = root.find((each) => each.type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const { sheets, is1904, names } = await readSheets(openPart, workbookPath);
  const relationships = await readRelationships(openPart, workbookPath);
  const pathOf = (type: string) => relationships.find((each) => each.type === type)?.path;
  const tabs = sheets.flatMap(({ name, relationship }) => {
    const part = relationships.find((each) => each.id === relationship);
    return part?.type === 'worksheet' ? [{ name, path: part.path }] : [];
  });
  if (tabs.length === 0) throw new FileProblem('file/not-a-workbook');
  return {
    tabs,
    is1904,
    isDateStyle: await readDateStyles(openPart, pathOf('styles')),
    sharedStrings: await readSharedStrings(openPart, pathOf('sharedStrings')),
    storedIds: readStoredIds(names),
  };
}

async function readSheets(openPart: OpenPart, path: string) {
  const sheets: { name: string; relationship: string }[] = [];
  const names: DefinedName[] = [];
  let name: string | null = null;
  let refersTo = '';
  let is1904 = false;
  const pieces = openPart(path);
  if (pieces === null || !path.endsWith('.xml')) throw new FileProblem('file/not-a-workbook');
  await walkXml(pieces, {
    open(element, attributes) {
      if (element === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (element === 'definedName') [name, refersTo] = [attributes.name ?? '', ''];
      if (element !== 'sheet') return;
      const idName = Object.keys(attributes).find((key) => key.endsWith(':id'));
      sheets.push({ name: attributes.name ?? '', relationship: attributes[idName ?? ''] ?? '' });
    },
    text(text) {
      if (name !== null) refersTo += text;
    },
    close(element) {
      if (element !== 'definedName' || name === null) return;
      names.push({ name, refersTo });
      name = null;
    },
  });
  return { sheets, is1904, names };
}

/** Of a part, or of the whole package where the path is empty. */
async function readRelationships(openPart: OpenPart, path: string): Promise<readonly Relationship[]> {
  const folder = path.split('/').slice(0, -1);
  const name = path.split('/').at(-1) ?? '';
  const relationships: Relationship[] = [];
  await walkPart(openPart, [...folder, '_rels', `${name}.rels`].join('/'), {
    ...nothing,
    open(element, attributes) {
      if (element !== 'Relationship') return;
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
      relationships.push({ id, type: type.split('/').at(-1) ?? '', path: resolvePath(folder, target) });
    },
  });
  return relationships;
}

/** Targets are relative to the part's folder, or begin with '/'. */
function resolvePath(folder: readonly string[], target: string): string {
  const path = target.startsWith('/') ? [] : [...folder];
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

async function readDateStyles(openPart: OpenPart, path: string | undefined): Promise<readonly boolean[]> {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let isInCellFormats = false;
  await walkPart(openPart, path, {
    ...nothing,
    open(name, attributes) {
      if (name === 'cellXfs') isInCellFormats = true;
      else if (name === 'xf' && isInCellFormats) formatIds.push(Number(attributes.numFmtId ?? 0));
      else if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  return formatIds.map((id) => isDateFormat(id, codes.get(id)));
}

async function readSharedStrings(openPart: OpenPart, path: string | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  const collector = createTextCollector();
  await walkPart(openPart, path, {
    open(name) {
      if (name === 'si') collector.start();
      collector.open(name);
    },
    text: collector.text,
    close(name) {
      collector.close(name);
      if (name !== 'si') return;
      strings.push(collector.take());
      if (strings.length > limits.cells)
        throw new FileProblem('file/too-many-cells', { facts: { limit: limits.cells } });
    },
  });
  return strings;
}

const nothing: XmlVisitor = { open() {}, text() {}, close() {} };

async function walkPart(openPart: OpenPart, path: string | undefined, visitor: XmlVisitor): Promise<void> {
  const pieces = path === undefined ? null : openPart(path);
  if (pieces !== null) await walkXml(pieces, visitor);
}

/** Joins the runs of a text as it stands in <si> or <is>; furigana (<rPh>) is no part of it. */
export function createTextCollector() {
  let collected = '';
  let isInText = false;
  let isInFurigana = false;
  return {
    start() {
      collected = '';
    },
    open(name: string) {
      if (name === 'rPh') isInFurigana = true;
      else if (name === 't') isInText = !isInFurigana;
    },
    text(text: string) {
      if (isInText) collected += text;
    },
    close(name: string) {
      if (name === 'rPh') isInFurigana = false;
      else if (name === 't') isInText = false;
    },
    take: () => ownText(decodeEscapes(collected)),
  };
}

/** Characters that XML cannot hold are written _x000D_, and '_x' itself _x005F_x. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A copy: a slice would keep the whole piece of the file alive that it was cut from. */
function ownText(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
