/** An .xlsx package in memory: its parts, who refers to whom, and where a new part may go. What the parts say is told elsewhere. */
import type { FileHandle } from 'node:fs/promises';
import { FileProblem } from './file-problem.ts';
import { limits } from './limits.ts';
import { appendTo, applySplices, escapeXml, parseXml, prefixOf } from './template-xml.ts';
import { listZip } from './zip.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of its type: 'worksheet', 'comments' … */
  readonly type: string;
  readonly path: string;
}

export class Package {
  readonly parts: Map<string, Uint8Array>;

  constructor(parts: Map<string, Uint8Array>) {
    this.parts = parts;
  }

  has(path: string): boolean {
    return this.parts.has(path);
  }

  /** @throws FileProblem file/unreadable where the part is missing or in another encoding */
  read(path: string): string {
    const bytes = this.parts.get(path);
    if (bytes === undefined) throw new FileProblem('file/unreadable');
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch (error) {
      throw new FileProblem('file/unreadable', { cause: error });
    }
  }

  write(path: string, text: string): void {
    this.parts.set(path, Buffer.from(text));
  }

  /** A path that no part has: 'xl/comments' and '.xml' give 'xl/comments3.xml'. */
  freePath(start: string, end: string): string {
    const taken = new Set([...this.parts.keys()].map((path) => path.toLowerCase()));
    let number = 1;
    while (taken.has(`${start}${number}${end}`.toLowerCase())) number += 1;
    return `${start}${number}${end}`;
  }

  /** What a part refers to; of the package itself where the path is ''. */
  relationships(path: string): readonly Relationship[] {
    const relsPath = relsPathOf(path);
    if (!this.has(relsPath)) return [];
    const folder = path.split('/').slice(0, -1);
    return parseXml(this.read(relsPath)).children.map(({ attributes }) => ({
      id: attributes.Id ?? '',
      type: (attributes.Type ?? '').split('/').at(-1) ?? '',
      path: attributes.TargetMode === 'External' ? '' : resolvePath(folder, attributes.Target ?? ''),
    }));
  }

  /** Adds a reference, and gives its id. Types are of the same edition of the standard as those that are there. */
  relate(path: string, type: string, target: string): string {
    const relsPath = relsPathOf(path);
    if (!this.has(relsPath)) this.write(relsPath, `<Relationships xmlns="${packageRelations}"/>`);
    const text = this.read(relsPath);
    const root = parseXml(text);
    const ids = new Set(root.children.map(({ attributes }) => attributes.Id));
    let number = 1;
    while (ids.has(`rIdK${number}`)) number += 1;
    const id = `rIdK${number}`;
    const xml = `<${prefixOf(root)}Relationship Id="${id}" Type="${this.relationBase}/${type}" Target="/${escapeXml(target)}"/>`;
    this.write(relsPath, applySplices(text, [appendTo(text, root, xml)]));
    return id;
  }

  /** Says of what kind a part is. */
  declare(path: string, contentType: string): void {
    const text = this.read('[Content_Types].xml');
    const root = parseXml(text);
    const extension = path.slice(path.lastIndexOf('.') + 1);
    const isVml = extension === 'vml';
    const isKnown = root.children.some(
      ({ name, attributes }) => name === 'Default' && attributes.Extension?.toLowerCase() === extension,
    );
    if (isVml && isKnown) return;
    const prefix = prefixOf(root);
    const xml = isVml
      ? `<${prefix}Default Extension="vml" ContentType="${contentType}"/>`
      : `<${prefix}Override PartName="/${escapeXml(path)}" ContentType="${contentType}"/>`;
    this.write('[Content_Types].xml', applySplices(text, [appendTo(text, root, xml)]));
  }

  /** Where the workbook itself stands. */
  get workbookPath(): string {
    return this.relationships('').find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  }

  /** What the types of references begin with; also the namespace of r:id. The two editions of the standard differ in it. */
  get relationBase(): string {
    const types = parseXml(this.read(relsPathOf(''))).children.map(({ attributes }) => attributes.Type ?? '');
    const known = types.find((type) => type.endsWith('/officeDocument'));
    return known === undefined ? officeRelations : known.slice(0, known.lastIndexOf('/'));
  }
}

const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** All parts, unpacked. @throws FileProblem */
export async function openPackage(file: FileHandle, fileSize: number): Promise<Package> {
  const budget = { remaining: limits.unpackedBytes };
  const parts = new Map<string, Uint8Array>();
  for (const [name, entry] of await listZip(file, fileSize)) {
    const pieces: Buffer[] = [];
    for await (const piece of entry.unpack(budget)) pieces.push(piece);
    parts.set(name, Buffer.concat(pieces));
  }
  return new Package(parts);
}

function relsPathOf(path: string): string {
  const folder = path.split('/').slice(0, -1);
  return [...folder, '_rels', `${path.split('/').at(-1) ?? ''}.rels`].join('/');
}

function resolvePath(folder: readonly string[], target: string): string {
  const path = target.startsWith('/') ? [] : [...folder];
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
