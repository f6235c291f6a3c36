/** Requests about developer metadata: create, update, delete, on the spreadsheet, a sheet, a row or a column. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type Axis, type Metadata, nextId, type Sheet } from '../content.ts';
import { describeMetadata } from '../describe.ts';
import { type Draft, findSheet, RequestProblem, requireMask } from './draft.ts';

type Location = sheets_v4.Schema$DeveloperMetadataLocation;

interface Place {
  /** `null` is the spreadsheet. */
  readonly sheet: Sheet | null;
  readonly axis: Axis | null;
  readonly index: number;
}

function readPlace(draft: Draft, location: Location | undefined): Place {
  if (location?.spreadsheet === true) return { sheet: null, axis: null, index: 0 };
  const range = location?.dimensionRange;
  if (range) {
    const sheet = findSheet(draft, range.sheetId);
    const axis = range.dimension === 'ROWS' || range.dimension === 'COLUMNS' ? range.dimension : null;
    const index = range.startIndex ?? 0;
    if (axis === null || range.endIndex !== index + 1) {
      throw new RequestProblem('The location must represent a single row or column.');
    }
    if (index >= sheet.size[axis]) throw new RequestProblem('The location exceeds grid limits.');
    return { sheet, axis, index };
  }
  if (typeof location?.sheetId === 'number') return { sheet: findSheet(draft, location.sheetId), axis: null, index: 0 };
  throw new RequestProblem('No location specified.');
}

/** Every metadata with the sheet it is on. */
function listMetadata({ content }: Draft): readonly { readonly sheet: Sheet | null; readonly metadata: Metadata }[] {
  return [
    ...content.metadata.map((metadata) => ({ sheet: null, metadata })),
    ...content.sheets.flatMap((sheet) => sheet.metadata.map((metadata) => ({ sheet, metadata }))),
  ];
}

function add(draft: Draft, sheet: Sheet | null, metadata: Metadata): void {
  const holder = sheet ?? draft.content;
  holder.metadata = [...holder.metadata, metadata];
}

function remove(draft: Draft, { id }: Metadata): void {
  for (const holder of [draft.content, ...draft.content.sheets]) {
    holder.metadata = holder.metadata.filter((each) => each.id !== id);
  }
}

export function createDeveloperMetadata(
  draft: Draft,
  { developerMetadata: given = {} }: sheets_v4.Schema$CreateDeveloperMetadataRequest,
): object {
  const { metadataId, metadataKey, metadataValue, visibility } = given;
  if (!metadataKey) throw new RequestProblem('developerMetadata.metadataKey must be specified.');
  if (visibility !== 'DOCUMENT' && visibility !== 'PROJECT') {
    throw new RequestProblem('developerMetadata.visibility must be specified.');
  }
  const { sheet, axis, index } = readPlace(draft, given.location);
  if (typeof metadataId === 'number' && listMetadata(draft).some(({ metadata }) => metadata.id === metadataId)) {
    throw new RequestProblem(`Developer metadata with id ${metadataId} already exists.`);
  }
  const id = metadataId ?? nextId(draft.content);
  const metadata = { id, key: metadataKey, value: metadataValue ?? '', visibility, axis, index };
  add(draft, sheet, metadata);
  return { createDeveloperMetadata: { developerMetadata: describeMetadata(metadata, sheet) } };
}

type Found = ReturnType<typeof listMetadata>[number];

function matchesFilter(draft: Draft, filter: sheets_v4.Schema$DataFilter): (found: Found) => boolean {
  const lookup = filter.developerMetadataLookup;
  if (!lookup) throw new Error('The stand-in finds developer metadata by developerMetadataLookup only');
  const { metadataId, metadataKey, metadataValue, visibility, locationType, metadataLocation } = lookup;
  const place = metadataLocation ? readPlace(draft, metadataLocation) : null;
  const isExact = lookup.locationMatchingStrategy !== 'INTERSECTING_LOCATION';
  return ({ sheet, metadata }) =>
    (metadataId ?? metadata.id) === metadata.id &&
    (metadataKey ?? metadata.key) === metadata.key &&
    (metadataValue ?? metadata.value) === metadata.value &&
    (visibility ?? metadata.visibility) === metadata.visibility &&
    (locationType ?? describeMetadata(metadata, sheet).location?.locationType) ===
      describeMetadata(metadata, sheet).location?.locationType &&
    (place === null || isAt(place, sheet, metadata, isExact));
}

function isAt(place: Place, sheet: Sheet | null, metadata: Metadata, isExact: boolean): boolean {
  if (place.sheet === null && !isExact) return true;
  if (place.sheet !== sheet) return false;
  if (place.axis === null && !isExact) return true;
  return place.axis === metadata.axis && place.index === metadata.index;
}

export function updateDeveloperMetadata(
  draft: Draft,
  request: sheets_v4.Schema$UpdateDeveloperMetadataRequest,
): object {
  const tree = requireMask('DeveloperMetadata', request.fields);
  const given = request.developerMetadata ?? {};
  const takes = (name: string) => name in tree || '*' in tree;
  const matches = (request.dataFilters ?? []).map((filter) => matchesFilter(draft, filter));
  const updated = listMetadata(draft).flatMap((found) => {
    if (!matches.some((each) => each(found))) return [];
    const place = takes('location') ? readPlace(draft, given.location) : { ...found.metadata, sheet: found.sheet };
    const metadata = {
      id: found.metadata.id,
      key: takes('metadataKey') ? (given.metadataKey ?? '') : found.metadata.key,
      value: takes('metadataValue') ? (given.metadataValue ?? '') : found.metadata.value,
      visibility: takes('visibility') ? (given.visibility ?? '') : found.metadata.visibility,
      axis: place.axis,
      index: place.index,
    };
    remove(draft, found.metadata);
    add(draft, place.sheet, metadata);
    return [describeMetadata(metadata, place.sheet)];
  });
  return { updateDeveloperMetadata: updated.length === 0 ? {} : { developerMetadata: updated } };
}

export function deleteDeveloperMetadata(
  draft: Draft,
  request: sheets_v4.Schema$DeleteDeveloperMetadataRequest,
): object {
  const matches = matchesFilter(draft, request.dataFilter ?? {});
  const found = listMetadata(draft).filter(matches);
  for (const { metadata } of found) remove(draft, metadata);
  const deleted = found.map(({ sheet, metadata }) => describeMetadata(metadata, sheet));
  return { deleteDeveloperMetadata: deleted.length === 0 ? {} : { deletedDeveloperMetadata: deleted } };
}
