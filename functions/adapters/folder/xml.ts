/** Walks through XML that arrives in pieces. Only what spreadsheet files use: no DTD, no entities of one's own, namespaces by local name. */
import { Parser } from 'htmlparser2';
import { FileProblem } from './file-problem.ts';

/** Names come without their prefix; attributes by their written name; a text may come in several pieces. */
export interface XmlVisitor {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** No cell and no tag of a spreadsheet is longer, nor nested deeper; a file that has one is not for us. */
const longestToken = 4 * 1024 * 1024;
const deepestElement = 256;

/** @throws FileProblem file/unreadable */
export async function walkXml(pieces: AsyncIterable<Uint8Array>, visitor: XmlVisitor): Promise<void> {
  const decoder = new TextDecoder('utf-8');
  let [depth, length, lastTagEnd] = [0, 0, -1];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > deepestElement) throw new FileProblem('file/unreadable');
        lastTagEnd = parser.endIndex;
        visitor.open(localName(name), attributes);
      },
      ontext(text) {
        visitor.text(text);
      },
      onclosetag(name) {
        depth -= 1;
        lastTagEnd = parser.endIndex;
        visitor.close(localName(name));
      },
      onprocessinginstruction(name) {
        // A document type could define entities that grow without end; spreadsheets have none.
        if (name.startsWith('!')) throw new FileProblem('file/unreadable');
      },
    },
    { xmlMode: true },
  );
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true });
    length += text.length;
    parser.write(text);
    if (length - lastTagEnd > longestToken) throw new FileProblem('file/unreadable');
  }
  // The parser itself would close whatever is still open, as browsers do.
  if (depth > 0 || (length > 0 && lastTagEnd === -1)) throw new FileProblem('file/unreadable');
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
