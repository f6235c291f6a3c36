/** Dropdowns of one worksheet, in either of the two ways in which Excel writes them; those of the office's own stay where they are. */
import type { DropdownChange } from '../../../sheets-schema/template-change.ts';
import { type Area, lastSheetRow, readAreas, subtractArea, writeAreas, writeRange } from './template-address.ts';
import { sheetOrder } from './template-order.ts';
import {
  appendTo,
  escapeXml,
  findAll,
  findChild,
  insertChild,
  prefixOf,
  type Splice,
  setAttribute,
  textIn,
  type XmlElement,
} from './template-xml.ts';

/** A rule for cells of a sheet. */
export interface WrittenDropdown {
  readonly element: XmlElement;
  readonly areas: readonly Area[];
  /** What its words come from; '' where it is no dropdown but another check. */
  readonly formula: string;
  /** Where Excel 2010 and later keep dropdowns of other tabs, the cells stand in an element of their own. */
  readonly cellsIn: XmlElement | null;
}

export function readDropdowns(text: string, root: XmlElement): readonly WrittenDropdown[] {
  return findAll(root, 'dataValidation').map((element) => {
    const formula = findChild(element, 'formula1');
    const inner = formula === undefined ? undefined : (findChild(formula, 'f') ?? formula);
    const cellsIn = findChild(element, 'sqref') ?? null;
    const sqref = cellsIn === null ? (element.attributes.sqref ?? '') : textIn(text, cellsIn);
    const isList = element.attributes.type === 'list';
    return {
      element,
      areas: readAreas(sqref),
      formula: isList && inner !== undefined ? textIn(text, inner) : '',
      cellsIn,
    };
  });
}

export function changeDropdowns(
  text: string,
  root: XmlElement,
  dropdowns: readonly DropdownChange[],
): readonly Splice[] {
  if (dropdowns.length === 0) return [];
  const prefix = prefixOf(root);
  const taken = dropdowns.map(({ column, firstRow, lastRow }) => ({
    top: firstRow,
    bottom: lastRow ?? lastSheetRow,
    left: column,
    right: column,
  }));
  const splices: Splice[] = [];
  for (const { element, areas, cellsIn } of readDropdowns(text, root)) {
    const left = taken.reduce((rest, area) => rest.flatMap((each) => subtractArea(each, area)), areas);
    if (JSON.stringify(left) === JSON.stringify(areas)) continue;
    if (left.length === 0) splices.push({ at: element.start, end: element.end, text: '' });
    else if (cellsIn === null) splices.push(setAttribute(text, element, 'sqref', writeAreas(left)));
    else splices.push({ at: cellsIn.openEnd, end: cellsIn.closeStart, text: writeAreas(left) });
  }
  const xml = dropdowns
    .map(({ source }, index) => {
      const sqref = writeAreas(taken.slice(index, index + 1));
      // Without showErrorMessage whatever else is typed stays as typed; showDropDown would hide the arrow.
      return `<${prefix}dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="0" sqref="${sqref}"><${prefix}formula1>${escapeXml(writeRange(source))}</${prefix}formula1></${prefix}dataValidation>`;
    })
    .join('');
  const container = findChild(root, 'dataValidations');
  if (container === undefined) {
    const all = `<${prefix}dataValidations count="${dropdowns.length}">${xml}</${prefix}dataValidations>`;
    return [...splices, insertChild(text, root, { name: 'dataValidations', xml: all, order: sheetOrder })];
  }
  const removed = splices.filter(
    (splice) => splice.text === '' && container.children.some(({ start }) => start === splice.at),
  );
  const count = container.children.length - removed.length + dropdowns.length;
  if (container.isEmptyTag) return [...splices, appendTo(text, container, xml)];
  return [...splices, setAttribute(text, container, 'count', String(count)), appendTo(text, container, xml)];
}
