/** spreadsheets.batchUpdate: all requests or none. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid, Refused } from '../answers.ts';
import { type Content, copyContent } from './content.ts';
import * as cells from './requests/cells.ts';
import * as dimensions from './requests/dimensions.ts';
import { type Draft, RequestProblem } from './requests/draft.ts';
import * as metadata from './requests/metadata.ts';
import * as rules from './requests/rules.ts';
import * as tabs from './requests/tabs.ts';

type Request = sheets_v4.Schema$Request;
type Carry = (draft: Draft, request: never) => object;

const carriers: Readonly<Record<string, Carry>> = {
  updateCells: cells.updateCells,
  repeatCell: cells.repeatCell,
  appendCells: cells.appendCells,
  setDataValidation: cells.setDataValidation,
  mergeCells: cells.mergeCells,
  unmergeCells: cells.unmergeCells,
  insertDimension: dimensions.insertDimension,
  appendDimension: dimensions.appendDimension,
  deleteDimension: dimensions.deleteDimension,
  moveDimension: dimensions.moveDimension,
  updateDimensionProperties: dimensions.updateDimensionProperties,
  addSheet: tabs.addSheet,
  deleteSheet: tabs.deleteSheet,
  duplicateSheet: tabs.duplicateSheet,
  updateSheetProperties: tabs.updateSheetProperties,
  updateSpreadsheetProperties: tabs.updateSpreadsheetProperties,
  createDeveloperMetadata: metadata.createDeveloperMetadata,
  updateDeveloperMetadata: metadata.updateDeveloperMetadata,
  deleteDeveloperMetadata: metadata.deleteDeveloperMetadata,
  addProtectedRange: rules.addProtectedRange,
  updateProtectedRange: rules.updateProtectedRange,
  deleteProtectedRange: rules.deleteProtectedRange,
  addConditionalFormatRule: rules.addConditionalFormatRule,
  setBasicFilter: rules.setBasicFilter,
  clearBasicFilter: rules.clearBasicFilter,
  sortRange: rules.sortRange,
};

/** The contents after all requests, and what they are answered with. The contents given stay as they are. @throws Refused */
export function applyRequests(
  content: Content,
  requests: readonly Request[],
  address: string,
): { readonly content: Content; readonly replies: readonly object[] } {
  if (requests.length === 0) throw invalid('Must specify at least one request.');
  const draft: Draft = { content: copyContent(content), address };
  const replies = requests.map((request, index) => {
    const kinds = Object.keys(request);
    const [kind] = kinds;
    if (kind === undefined) throw invalid(`Invalid requests[${index}]: No request set.`);
    if (kinds.length > 1) {
      throw invalid(
        `Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set. Cannot set '${kinds[1]}'`,
      );
    }
    const carry = carriers[kind];
    if (carry === undefined) throw new Refused(501, { message: `The stand-in does not know ${kind}.` });
    try {
      return carry(draft, request[kind as keyof Request] as never);
    } catch (error) {
      if (!(error instanceof RequestProblem || error instanceof Refused)) throw error;
      if (error instanceof Refused && error.code !== 400) throw error;
      throw invalid(`Invalid requests[${index}].${kind}: ${error.message}`);
    }
  });
  return { content: draft.content, replies };
}
