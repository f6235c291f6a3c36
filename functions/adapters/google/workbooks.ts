/** The spreadsheets of a deployment: their ids stand in a file, one a line, until there is a registry. */
import { readFile } from 'node:fs/promises';
import type { WorkbookSource } from '../../world.ts';
import { createGoogleAuth, readOnlyScopes } from './auth.ts';
import { untilTheNextMinute } from './errors.ts';
import { createSpreadsheets } from './sheets.ts';

/** @param place.listFile ids or whole addresses of spreadsheets, one a line; what follows # is a remark. */
export function createGoogleWorkbooks(place: {
  readonly listFile: string;
  readonly rootUrl: string | null;
}): WorkbookSource {
  return createSpreadsheets({
    listIds: async () => readIds(await readFile(place.listFile, 'utf8')),
    auth: createGoogleAuth(readOnlyScopes),
    rootUrl: place.rootUrl,
    patience: untilTheNextMinute,
  });
}

/** The ids of a list, each once, in the order of their first mention. */
export function readIds(text: string): readonly string[] {
  const ids = text.split(/\r?\n/).flatMap((line) => {
    const words = line
      .replace(/^\uFEFF/, '')
      .replace(/(?:^|\s)#.*$/, '')
      .trim();
    const id = /\/spreadsheets\/d\/([\w-]+)/.exec(words)?.[1] ?? words;
    return id === '' ? [] : [id];
  });
  return [...new Set(ids)];
}
