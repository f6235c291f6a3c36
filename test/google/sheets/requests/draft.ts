/** What the requests of one batchUpdate work on: a copy of the contents, which is thrown away if any of them is refused. */
import type { Refused } from '../../answers.ts';
import { invalid } from '../../answers.ts';
import { readMask } from '../../discovery/check.ts';
import { sheetsDocument } from '../../discovery/document.ts';
import type { FieldTree } from '../../fields.ts';
import { type Content, isGrid, type Sheet } from '../content.ts';
import { type GridRange, nameRange, overlaps, rectangleOf } from '../range.ts';

export interface Draft {
  readonly content: Content;
  /** Who asks: protected ranges may leave them out. */
  readonly address: string;
}

/** A request that Google refuses; `batch-update.ts` puts in front which of them it was. */
export class RequestProblem extends Error {}

export const mostCells = 10_000_000;

export function findSheet(draft: Draft, id: number | null | undefined): Sheet {
  const sheet = draft.content.sheets.find((each) => each.id === (id ?? 0));
  if (sheet === undefined) throw new RequestProblem(`No sheet with id: ${id ?? 0}`);
  return sheet;
}

/** A sheet with cells. */
export function findGrid(draft: Draft, id: number | null | undefined): Sheet {
  const sheet = findSheet(draft, id);
  if (!isGrid(sheet)) throw new RequestProblem(`Sheet with id ${sheet.id} is not a grid`);
  return sheet;
}

/** The mask of a request, which may not be left out. */
export function requireMask(schema: string, mask: string | null | undefined): FieldTree {
  if (mask === null || mask === undefined || mask === '') {
    throw new RequestProblem("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  }
  const refuse = (path: string): Refused => invalid(`Invalid field: ${path}`);
  return readMask(sheetsDocument, schema, mask, refuse);
}

type Properties = Readonly<Record<string, unknown>>;

/** Takes over from `source` what the mask names, and takes away what it names and `source` does not have. */
export function applyMask<T extends object>(target: T, source: object, tree: FieldTree): T {
  const [given, made] = [source as Properties, { ...target } as Record<string, unknown>];
  const names = '*' in tree ? new Set([...Object.keys(made), ...Object.keys(given)]) : Object.keys(tree);
  for (const name of names) {
    const below = tree[name] ?? null;
    const value =
      below === null ? given[name] : applyMask((made[name] ?? {}) as object, (given[name] ?? {}) as object, below);
    const isNothing = value === undefined || value === null || (below !== null && Object.keys(value).length === 0);
    if (isNothing) delete made[name];
    else made[name] = value;
  }
  return made as T;
}

/** A range within its sheet. */
export function requireWithin(sheet: Sheet, range: GridRange): ReturnType<typeof rectangleOf> {
  const rectangle = rectangleOf(range, sheet.size);
  const { top, left, bottom, right } = rectangle;
  if (top < 0 || left < 0 || bottom < top || right < left) throw new RequestProblem('Invalid GridRange');
  if (bottom > sheet.size.ROWS || right > sheet.size.COLUMNS) {
    const limits = `Max rows: ${sheet.size.ROWS}, max columns: ${sheet.size.COLUMNS}`;
    throw new RequestProblem(`Range (${nameRange(sheet.title, rectangle)}) exceeds grid limits. ${limits}`);
  }
  return rectangle;
}

/** Nobody writes where a person has kept a range for others. */
export function requireUnprotected(draft: Draft, sheet: Sheet, area: ReturnType<typeof rectangleOf>): void {
  const isKept = sheet.protectedRanges.some(
    (each) =>
      each.warningOnly !== true &&
      !(each.editors?.users ?? []).includes(draft.address) &&
      overlaps(area, rectangleOf(each.range ?? {}, sheet.size)) &&
      !(each.unprotectedRanges ?? []).some((open) => contains(rectangleOf(open, sheet.size), area)),
  );
  if (!isKept) return;
  throw new RequestProblem(
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
  );
}

function contains(outer: ReturnType<typeof rectangleOf>, inner: ReturnType<typeof rectangleOf>): boolean {
  return (
    outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right
  );
}

/** @throws RequestProblem where the spreadsheet would have too many cells */
export function requireFewEnough({ content }: Draft): void {
  const cells = content.sheets.reduce((sum, { size }) => sum + size.ROWS * size.COLUMNS, 0);
  if (cells <= mostCells) return;
  throw new RequestProblem(
    `This action would increase the number of cells in the workbook above the limit of ${mostCells} cells.`,
  );
}
