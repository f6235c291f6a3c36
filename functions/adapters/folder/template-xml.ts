/**
 * XML that is changed in a few places and otherwise stays as it is, byte for byte: elements with where they begin and end in the
 * text, and splices into it. Nothing is written anew that need not be.
 */
import { Parser } from 'htmlparser2';
import { FileProblem } from './file-problem.ts';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** As written, 'x:row' for instance. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where its opening tag begins, and where that ends. */
  readonly start: number;
  readonly openEnd: number;
  /** Where its closing tag begins and ends; of <a/> both are `openEnd`. */
  closeStart: number;
  end: number;
  readonly isEmptyTag: boolean;
  readonly children: XmlElement[];
}

/** The root of a document. `isLeaf`: what is inside of an element is not looked at. @throws FileProblem file/unreadable */
export function parseXml(text: string, isLeaf: (element: XmlElement) => boolean = () => false): XmlElement {
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let leafDepth: number | null = null;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        depth += 1;
        if (leafDepth !== null) return;
        const openEnd = parser.endIndex + 1;
        const element: XmlElement = {
          name: localName(tag),
          tag,
          attributes,
          start: parser.startIndex,
          openEnd,
          closeStart: openEnd,
          end: openEnd,
          isEmptyTag: text[openEnd - 2] === '/',
          children: [],
        };
        open.at(-1)?.children.push(element);
        root ??= element;
        open.push(element);
        if (isLeaf(element)) leafDepth = depth;
      },
      onclosetag() {
        const isClosing = leafDepth === null || leafDepth === depth;
        if (isClosing) {
          const element = open.pop();
          leafDepth = null;
          if (element !== undefined && !element.isEmptyTag) {
            element.closeStart = parser.startIndex;
            element.end = parser.endIndex + 1;
          }
        }
        depth -= 1;
      },
      onprocessinginstruction(name) {
        if (name.startsWith('!')) throw new FileProblem('file/unreadable');
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  if (root === null || depth !== 0) throw new FileProblem('file/unreadable');
  return root;
}

/** A place in a text with what stands there from now on. */
export interface Splice {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

/** Splices may stand in any order, and do not overlap; of two at one place the first comes first. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, end, text: replacement } of splices.toSorted((one, other) => one.at - other.at)) {
    pieces.push(text.slice(from, at), replacement);
    from = end;
  }
  return [...pieces, text.slice(from)].join('');
}

/** Adds to the end of an element's contents. */
export function appendTo(text: string, element: XmlElement, contents: string): Splice {
  if (!element.isEmptyTag) return { at: element.closeStart, end: element.closeStart, text: contents };
  const opened = text.slice(element.start, element.openEnd).replace(/\s*\/>$/, '>');
  return { at: element.start, end: element.end, text: `${opened}${contents}</${element.tag}>` };
}

/** A new child where the order of the standard wants it: after the last of those that come before it. */
export function insertChild(
  text: string,
  parent: XmlElement,
  { name, xml, order }: { readonly name: string; readonly xml: string; readonly order: readonly string[] },
): Splice {
  const rank = order.indexOf(name);
  const before = parent.children.findLast((child) => {
    const place = order.indexOf(child.name);
    return place !== -1 && place <= rank;
  });
  if (before !== undefined) return { at: before.end, end: before.end, text: xml };
  return parent.isEmptyTag ? appendTo(text, parent, xml) : { at: parent.openEnd, end: parent.openEnd, text: xml };
}

/** The opening tag with an attribute set, or taken away where `value` is `null`. */
export function setAttribute(text: string, element: XmlElement, name: string, value: string | null): Splice {
  const opening = text.slice(element.start, element.openEnd);
  const written = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`);
  const bare = opening.replace(written, '');
  const added = value === null ? '' : ` ${name}="${escapeXml(value)}"`;
  const tag = bare.replace(/\s*(\/?>)$/, `${added}$1`);
  return { at: element.start, end: element.openEnd, text: tag };
}

/** 'x:' where the document writes <x:worksheet>, else ''. */
export function prefixOf({ tag, name }: XmlElement): string {
  return tag.slice(0, tag.length - name.length);
}

export function findChild(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** All elements of a name, however deep. */
export function findAll(element: XmlElement, name: string): readonly XmlElement[] {
  const own = element.name === name ? [element] : [];
  return [...own, ...element.children.flatMap((child) => findAll(child, name))];
}

/** The text inside of an element without children, as a reader of XML would have it. */
export function textIn(text: string, { closeStart, openEnd }: XmlElement): string {
  let inside = '';
  const parser = new Parser({ ontext: (piece) => (inside += piece) }, { xmlMode: true });
  parser.end(text.slice(openEnd, closeStart));
  return inside;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter);
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}
