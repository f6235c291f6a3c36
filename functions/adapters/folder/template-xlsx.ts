/**
 * Makes .xlsx workbooks of the template, and renews those that people have filled in. A filled workbook is never written anew: only the
 * few places that change are, so that charts, rules, macros, other tabs and whatever else an office has in it stay byte for byte.
 */
import type { FileHandle } from 'node:fs/promises';
import type { CellRange, TabChange, TabSurface, TemplateSurface } from '../../../sheets-schema/template-change.ts';
import type { SheetGrid } from '../../world.ts';
import { readExcel } from './excel.ts';
import { readRange } from './template-address.ts';
import { addBoxes, changeComments, emptyComments, emptyDrawing, newNotes, readComments } from './template-comments.ts';
import { readDropdowns } from './template-dropdowns.ts';
import { emptyPackage, emptySheet } from './template-new.ts';
import { sheetOrder } from './template-order.ts';
import { openPackage, type Package } from './template-package.ts';
import { changeSheet, parseSheet } from './template-sheet.ts';
import { openStyles } from './template-styles.ts';
import { type AddedSheet, listSheets, storeIds } from './template-workbook.ts';
import { applySplices, findChild, insertChild, parseXml, prefixOf } from './template-xml.ts';
import { writeZip } from './template-zip.ts';

/** A file that cannot be renewed without harm. `reason` is a key into templateMessages. */
export class TemplateProblem extends Error {
  readonly reason: 'signed' | 'unsupported';
  readonly part: string;
  constructor(reason: 'signed' | 'unsupported', part: string) {
    super(`${reason}: ${part}`);
    this.name = 'TemplateProblem';
    this.reason = reason;
    this.part = part;
  }
}

/** A file that was opened to be renewed. */
export interface OpenedTemplate {
  readonly grids: readonly SheetGrid[];
  readonly surface: TemplateSurface;
  /** The bytes of the file with these changes. The file itself is not touched. */
  write(changes: readonly TabChange[]): Promise<Uint8Array>;
}

/** The bytes of a new workbook. */
export async function createTemplateFile(changes: readonly TabChange[]): Promise<Uint8Array> {
  const parts = emptyPackage();
  applyChanges(parts, changes);
  return await writeZip(parts.parts);
}

/** @throws FileProblem where it cannot be read, TemplateProblem where it must not be changed */
export async function openTemplateFile(file: FileHandle, fileSize: number): Promise<OpenedTemplate> {
  const grids = await readExcel(file, fileSize);
  const parts = await openPackage(file, fileSize);
  for (const path of parts.parts.keys()) {
    if (/^_xmlsignatures\//i.test(path)) throw new TemplateProblem('signed', path);
    if (/^xl\/revisions\//i.test(path)) throw new TemplateProblem('unsupported', path);
  }
  const sheets = listWorksheets(parts);
  const tabs = new Map(grids.map(({ id }) => [id, readTabSurface(parts, sheets[Number(id)]?.path ?? '')] as const));
  return {
    grids,
    surface: { tabs },
    async write(changes) {
      const copy = new (parts.constructor as typeof Package)(new Map(parts.parts));
      applyChanges(copy, changes);
      return await writeZip(copy.parts);
    },
  };
}

interface Worksheet {
  readonly name: string;
  readonly path: string;
}

/** Worksheets in their order, as readExcel numbers them: chart sheets are left out. */
function listWorksheets(parts: Package): readonly Worksheet[] {
  const relations = parts.relationships(parts.workbookPath);
  const sheets = findChild(parseXml(parts.read(parts.workbookPath)), 'sheets')?.children ?? [];
  return sheets.flatMap(({ attributes }) => {
    const idName = Object.keys(attributes).find((key) => key.endsWith(':id'));
    const relation = relations.find(({ id }) => id === attributes[idName ?? '']);
    return relation?.type === 'worksheet' ? [{ name: attributes.name ?? '', path: relation.path }] : [];
  });
}

const excelRows = 1_048_576;
const excelColumns = 16_384;

function readTabSurface(parts: Package, path: string): TabSurface {
  const text = parts.read(path);
  const dropdowns = readDropdowns(text, parseSheet(text, new Set()));
  const comments = parts.relationships(path).find(({ type }) => type === 'comments');
  return {
    rowCount: excelRows,
    columnCount: excelColumns,
    notes: comments === undefined || !parts.has(comments.path) ? new Map() : readComments(parts.read(comments.path)),
    dropdownAt(row, column): CellRange | 'own' | null {
      const found = dropdowns.find(({ areas }) =>
        areas.some((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right),
      );
      return found === undefined ? null : (readRange(found.formula) ?? 'own');
    },
  };
}

const contentTypes = {
  worksheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  vmlDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
} as const;

function applyChanges(parts: Package, changes: readonly TabChange[]): void {
  const stylesPath = findStyles(parts);
  const styles = openStyles(parts.read(stylesPath));
  const before = listWorksheets(parts);
  const added: AddedSheet[] = [];
  for (const change of changes) {
    let path = change.id === null ? undefined : before[Number(change.id)]?.path;
    if (path === undefined) {
      path = parts.freePath('xl/worksheets/sheet', '.xml');
      parts.write(path, emptySheet(change));
      parts.declare(path, contentTypes.worksheet);
      const relation = parts.relate(parts.workbookPath, 'worksheet', path);
      added.push({ title: change.title, relation, place: change.added?.place ?? 'last' });
    }
    parts.write(path, changeSheet(parts.read(path), change, styles.styleOf));
    writeNotes(parts, path, change);
  }
  listSheets(parts, added);
  storeIds(parts, changes);
  parts.write(stylesPath, styles.write());
}

function findStyles(parts: Package): string {
  const known = parts.relationships(parts.workbookPath).find(({ type }) => type === 'styles');
  if (known !== undefined && parts.has(known.path)) return known.path;
  throw new TemplateProblem('unsupported', 'styles');
}

function writeNotes(parts: Package, sheet: string, { cells }: TabChange): void {
  const notes = cells.filter(({ note }) => note !== undefined);
  if (notes.length === 0) return;
  const relations = parts.relationships(sheet);
  const comments = relations.find(({ type }) => type === 'comments')?.path ?? addComments(parts, sheet);
  const text = parts.read(comments);
  const boxes = newNotes(text, notes);
  parts.write(comments, changeComments(text, notes));
  if (boxes.length === 0) return;
  const drawing = findDrawing(parts, sheet) ?? addDrawing(parts, sheet);
  parts.write(drawing, addBoxes(parts.read(drawing), boxes));
}

function addComments(parts: Package, sheet: string): string {
  const path = parts.freePath('xl/comments', '.xml');
  parts.write(path, emptyComments);
  parts.declare(path, contentTypes.comments);
  parts.relate(sheet, 'comments', path);
  return path;
}

/** The drawing of notes and form controls; a sheet's pictures in its printed head are another. */
function findDrawing(parts: Package, sheet: string): string | null {
  const legacy = findChild(parseSheet(parts.read(sheet), new Set()), 'legacyDrawing');
  const idName = Object.keys(legacy?.attributes ?? {}).find((key) => key.endsWith(':id'));
  const id = legacy?.attributes[idName ?? ''];
  return parts.relationships(sheet).find((relation) => relation.id === id)?.path ?? null;
}

function addDrawing(parts: Package, sheet: string): string {
  const path = parts.freePath('xl/drawings/vmlDrawing', '.vml');
  parts.write(path, emptyDrawing);
  parts.declare(path, contentTypes.vmlDrawing);
  const relation = parts.relate(sheet, 'vmlDrawing', path);
  const text = parts.read(sheet);
  const root = parseSheet(text, new Set());
  const xml = `<${prefixOf(root)}legacyDrawing xmlns:r="${parts.relationBase}" r:id="${relation}"/>`;
  parts.write(sheet, applySplices(text, [insertChild(text, root, { name: 'legacyDrawing', xml, order: sheetOrder })]));
  return path;
}
