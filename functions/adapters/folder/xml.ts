/** Walks through XML that arrives in pieces. Only what spreadsheet files use: no DTD, no entities of one's own, namespaces by local name. */
import { FileProblem } from './file-problem.ts';

/** Names come without their prefix; attributes by their written name. */
export interface XmlVisitor {
  open(name: string, attributes: () => Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** No cell and no tag of a spreadsheet is longer; a file that has one is not for us. */
const longestToken = 4 * 1024 * 1024;

/** @throws FileProblem file/unreadable */
export async function walkXml(pieces: AsyncIterable<Uint8Array>, visitor: XmlVisitor): Promise<void> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const piece of pieces) {
    const text = rest + decoder.decode(piece, { stream: true });
    rest = text.slice(walkTokens(text, visitor));
    if (rest.length > longestToken) throw new FileProblem('file/unreadable');
  }
  rest += decoder.decode();
  if (walkTokens(rest, visitor) < rest.trimEnd().length) throw new FileProblem('file/unreadable');
}

/** Visits all whole tokens; gives the position behind the last. */
function walkTokens(text: string, visitor: XmlVisitor): number {
  let at = 0;
  for (;;) {
    const tag = text.indexOf('<', at);
    if (tag === -1) return at;
    const end = endOfMarkup(text, tag);
    if (end === -1) return at;
    if (tag > at) visitor.text(decodeEntities(text.slice(at, tag)));
    visitMarkup(text.slice(tag + 1, end), visitor);
    at = end + 1;
  }
}

/** Position of the closing '>'; -1 where it has not arrived yet. */
function endOfMarkup(text: string, tag: number): number {
  if (text.startsWith('<!--', tag)) return endOf(text, '-->', tag + 4);
  if (text.startsWith('<![CDATA[', tag)) return endOf(text, ']]>', tag + 9);
  // '<!', '<!-' or '<![CDA' at the end of what has arrived may still become one of the two.
  if (text.startsWith('<!', tag) && text.length - tag < 9) return -1;
  // '>' is allowed inside an attribute's value.
  let quote = 0;
  for (let at = tag; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 62) return at;
    else if (code === 34 || code === 39) quote = code;
  }
  return -1;
}

function endOf(text: string, closing: string, from: number): number {
  const at = text.indexOf(closing, from);
  return at === -1 ? -1 : at + closing.length - 1;
}

function visitMarkup(markup: string, visitor: XmlVisitor): void {
  if (markup.startsWith('/')) visitor.close(localName(markup.slice(1).trimEnd()));
  else if (markup.startsWith('![CDATA[')) visitor.text(markup.slice(8, -2));
  // A document type could define entities that grow without end; spreadsheets have none.
  else if (markup.startsWith('!') && !markup.startsWith('!--')) throw new FileProblem('file/unreadable');
  else if (!/^[?!]/.test(markup)) visitElement(markup, visitor);
}

function visitElement(markup: string, visitor: XmlVisitor): void {
  const isEmpty = markup.endsWith('/');
  const nameEnd = markup.search(/[\s/]/);
  const name = localName(nameEnd === -1 ? markup : markup.slice(0, nameEnd));
  visitor.open(name, () => (nameEnd === -1 ? {} : readAttributes(markup.slice(nameEnd))));
  if (isEmpty) visitor.close(name);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {};
  for (let at = 0; ; ) {
    const equals = text.indexOf('=', at);
    if (equals === -1) return attributes;
    let opening = equals + 1;
    while (text[opening] === ' ') opening += 1;
    const closing = text.indexOf(text[opening] ?? '"', opening + 1);
    if (closing === -1) throw new FileProblem('file/unreadable');
    attributes[text.slice(at, equals).trim()] = decodeEntities(text.slice(opening + 1, closing));
    at = closing + 1;
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
