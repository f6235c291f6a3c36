/** Notes (Excel: comments) of one worksheet: the texts in one part, and in another the little boxes that show them. */
import type { CellChange } from '../../../sheets-schema/template-change.ts';
import { addressOf, columnOf } from './template-address.ts';
import {
  appendTo,
  applySplices,
  escapeXml,
  findAll,
  findChild,
  parseXml,
  prefixOf,
  type Splice,
  textIn,
  type XmlElement,
} from './template-xml.ts';

export const emptyComments =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList/></comments>';
export const emptyDrawing =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>';

const author = 'かさなり';

/** The notes by 'row:column'. */
export function readComments(text: string): ReadonlyMap<string, string> {
  const root = parseXml(text);
  return new Map(
    findAll(root, 'comment').flatMap((comment) => {
      const place = placeOf(comment);
      return place === null ? [] : [[place, noteIn(text, comment)] as const];
    }),
  );
}

/** Furigana is no part of a text. */
function noteIn(text: string, comment: XmlElement): string {
  const texts = (element: XmlElement): readonly XmlElement[] =>
    element.name === 'rPh' ? [] : element.name === 't' ? [element] : element.children.flatMap(texts);
  return texts(comment)
    .map((element) => textIn(text, element))
    .join('');
}

function placeOf({ attributes }: XmlElement): string | null {
  const [, letters, row] = /^\$?([A-Z]+)\$?(\d+)$/i.exec(attributes.ref ?? '') ?? [];
  return letters === undefined ? null : `${Number(row) - 1}:${columnOf(letters)}`;
}

/** Which of the changes write a note where none is yet, so that a box is needed. */
export function newNotes(text: string, changes: readonly CellChange[]): readonly CellChange[] {
  const known = readComments(text);
  return changes.filter(({ row, column, note }) => note !== undefined && !known.has(`${row}:${column}`));
}

export function changeComments(text: string, changes: readonly CellChange[]): string {
  const root = parseXml(text);
  const prefix = prefixOf(root);
  const authors = findChild(root, 'authors');
  const list = findChild(root, 'commentList');
  if (authors === undefined || list === undefined) return text;
  const names = authors.children.map((element) => textIn(text, element));
  const known = names.indexOf(author);
  const authorId = known === -1 ? names.length : known;
  const splices: Splice[] = [];
  let added = '';
  for (const { row, column, note } of changes) {
    if (note === undefined) continue;
    const inside = `<${prefix}text><${prefix}t xml:space="preserve">${escapeXml(note)}</${prefix}t></${prefix}text>`;
    const there = list.children.find((comment) => placeOf(comment) === `${row}:${column}`);
    const before = there === undefined ? undefined : findChild(there, 'text');
    if (there === undefined) {
      added += `<${prefix}comment ref="${addressOf(row, column)}" authorId="${authorId}">${inside}</${prefix}comment>`;
    } else if (before !== undefined) {
      splices.push({ at: before.start, end: before.end, text: inside });
    }
  }
  if (added !== '') {
    if (known === -1) splices.push(appendTo(text, authors, `<${prefix}author>${author}</${prefix}author>`));
    splices.push(appendTo(text, list, added));
  }
  return applySplices(text, splices);
}

const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** A hidden box for each note, wide enough to read; Excel shows it when the pointer rests on the cell. */
export function addBoxes(text: string, notes: readonly CellChange[]): string {
  if (notes.length === 0) return text;
  const root = parseXml(text);
  const numbers = [...text.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number));
  const first = Math.max(1024, ...numbers) + 1;
  const boxes = notes.map(
    ({ row, column }, index) =>
      `<v:shape id="_x0000_s${first + index}" type="#_x0000_t202" style="position:absolute;width:240pt;height:110pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 10, ${row}, 4, ${column + 4}, 10, ${row + 7}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  );
  const type = text.includes('_x0000_t202"') ? '' : shapeType;
  return applySplices(text, [appendTo(text, root, `${type}${boxes.join('')}`)]);
}
