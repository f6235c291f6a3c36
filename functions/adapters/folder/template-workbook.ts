/** Changes in xl/workbook.xml: tabs that are added, and the hidden names that keep our ids. */
import type { TabChange } from '../../../sheets-schema/template-change.ts';
import { addressOf, lettersOf, quoteTab } from './template-address.ts';
import { workbookOrder } from './template-order.ts';
import type { Package } from './template-package.ts';
import {
  appendTo,
  applySplices,
  escapeXml,
  findAll,
  findChild,
  insertChild,
  parseXml,
  prefixOf,
  type Splice,
  setAttribute,
} from './template-xml.ts';

export interface AddedSheet {
  readonly title: string;
  readonly relation: string;
  readonly place: 'first' | 'last';
}

/** Lists tabs that were added. What counts tabs from the left moves along. */
export function listSheets(parts: Package, added: readonly AddedSheet[]): void {
  if (added.length === 0) return;
  const path = parts.workbookPath;
  const text = parts.read(path);
  const root = parseXml(text);
  const sheets = findChild(root, 'sheets');
  if (sheets === undefined) return;
  let sheetId = Math.max(0, ...sheets.children.map(({ attributes }) => Number(attributes.sheetId ?? 0)));
  const write = ({ title, relation }: AddedSheet) => {
    sheetId += 1;
    return `<${prefixOf(sheets)}sheet xmlns:r="${parts.relationBase}" name="${escapeXml(title)}" sheetId="${sheetId}" r:id="${relation}"/>`;
  };
  const first = added.filter(({ place }) => place === 'first');
  const last = added.filter(({ place }) => place === 'last');
  const splices: Splice[] = [];
  if (first.length > 0) {
    splices.push({ at: sheets.openEnd, end: sheets.openEnd, text: first.map(write).join('') });
    for (const view of findAll(root, 'workbookView')) {
      // One attribute a splice: the tag is written anew with both.
      const shifted = Number(view.attributes.activeTab ?? 0) + first.length;
      splices.push(setAttribute(text, view, 'activeTab', String(shifted)));
    }
    for (const name of findAll(root, 'definedName')) {
      const local = name.attributes.localSheetId;
      if (local !== undefined)
        splices.push(setAttribute(text, name, 'localSheetId', String(Number(local) + first.length)));
    }
  }
  if (last.length > 0) splices.push(appendTo(text, sheets, last.map(write).join('')));
  parts.write(path, applySplices(text, splices));
}

/** Leaves ids in the workbook, as names that Excel takes along when tabs are renamed and columns moved. */
export function storeIds(parts: Package, changes: readonly TabChange[]): void {
  const names = new Map<string, string>(
    changes.flatMap((change) => [
      ...(change.isToBeNamed ? [[`_kasanari.${change.name}`, cellOf(change.title, 0, 0)] as const] : []),
      ...change.fields.map(
        ({ field, row, column }) => [`_kasanari.${change.name}.${field}`, cellOf(change.title, row, column)] as const,
      ),
    ]),
  );
  if (names.size === 0) return;
  const path = parts.workbookPath;
  const text = parts.read(path);
  const root = parseXml(text);
  const container = findChild(root, 'definedNames');
  const splices: Splice[] = [];
  for (const element of container?.children ?? []) {
    const refersTo = names.get(element.attributes.name ?? '');
    if (refersTo === undefined || element.attributes.localSheetId !== undefined) continue;
    splices.push({ at: element.openEnd, end: element.closeStart, text: escapeXml(refersTo) });
    names.delete(element.attributes.name ?? '');
  }
  const prefix = prefixOf(root);
  const added = [...names]
    .map(
      ([name, refersTo]) =>
        `<${prefix}definedName name="${name}" hidden="1">${escapeXml(refersTo)}</${prefix}definedName>`,
    )
    .join('');
  if (container !== undefined) splices.push(appendTo(text, container, added));
  else {
    const xml = `<${prefix}definedNames>${added}</${prefix}definedNames>`;
    splices.push(insertChild(text, root, { name: 'definedNames', xml, order: workbookOrder }));
  }
  parts.write(path, applySplices(text, splices));
}

function cellOf(tab: string, row: number, column: number): string {
  return `${quoteTab(tab)}!$${lettersOf(column)}$${addressOf(row, 0).slice(1)}`;
}
