/** ブック as somebody typed it into 登録: a spreadsheet's address or id, or the path of a file. Pure. */
import type { WorkbookId } from '../domain/codes.ts';
import type { RegisteredPlace } from '../domain/registration.ts';

/** Addresses as the browser shows them, with an account (/u/0/) or a domain (/a/city.example.jp/) in them, too. */
const spreadsheetAddress = /^https?:\/\/docs\.google\.com\/(?:[^?#]*\/)?spreadsheets\/(?:u\/[0-9]+\/)?d\/([\w-]+)/i;
const openAddress = /^https?:\/\/drive\.google\.com\/open\?(?:[^#]*&)?id=([\w-]+)/i;
/** Google's ids have 44 letters and digits, older ones fewer; a file is known by its dot, a folder by being shorter. */
const bareId = /^(?=.*[0-9])[\w-]{25,}$/;
const anyAddress = /^(?:[a-z][a-z0-9+.-]*:\/\/|www\.|docs\.google\.com|drive\.google\.com)/i;

/** `null`: an address of something else: a document, a form, a page published on the web, which has no id to read by. */
export function readRegisteredPlace(typed: string): RegisteredPlace | null {
  const text = typed.replace(/^[\s"'「]+|[\s"'」]+$/gu, '');
  const [, id] = spreadsheetAddress.exec(text) ?? openAddress.exec(text) ?? [];
  // .../spreadsheets/d/e/2PACX-... is what 'publish to the web' gives.
  if (id !== undefined) return id === 'e' ? null : spreadsheet(id);
  if (anyAddress.test(text)) return null;
  return bareId.test(text) ? spreadsheet(text) : file(text);
}

function spreadsheet(id: string): RegisteredPlace {
  return { kind: 'spreadsheet', id: id as WorkbookId };
}

/** The same file is the same workbook, however its path was typed. */
function file(typed: string): RegisteredPlace | null {
  const slashed = typed.replaceAll('\\', '/');
  const start = slashed.startsWith('//') ? '//' : slashed.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (const part of slashed.split('/').map((each) => each.trim())) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  if (parts.length === 0) return null;
  const path = start + parts.join('/');
  return { kind: 'file', id: path as WorkbookId, path };
}
