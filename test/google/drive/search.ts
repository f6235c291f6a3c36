/** The query language of files.list, as far as we use it: terms joined with 'and'. */
import { invalid } from '../answers.ts';
import type { DriveFile } from './file.ts';

type Matches = (file: DriveFile) => boolean;

const readers: readonly (readonly [RegExp, (value: string) => Matches])[] = [
  [/^mimeType\s*=\s*'((?:[^'\\]|\\.)*)'$/, (type) => (file) => file.mimeType === type],
  [/^mimeType\s*!=\s*'((?:[^'\\]|\\.)*)'$/, (type) => (file) => file.mimeType !== type],
  [/^name\s*=\s*'((?:[^'\\]|\\.)*)'$/, (name) => (file) => file.name === name],
  [/^name\s+contains\s+'((?:[^'\\]|\\.)*)'$/, (part) => (file) => file.name.includes(part)],
  [/^trashed\s*=\s*(true|false)$/, (word) => (file) => file.isTrashed === (word === 'true')],
  [/^'((?:[^'\\]|\\.)*)'\s+in\s+parents$/, (parent) => (file) => file.parents.includes(parent)],
  [/^modifiedTime\s*>\s*'((?:[^'\\]|\\.)*)'$/, (time) => (file) => Date.parse(file.modifiedTime) > Date.parse(time)],
  [/^sharedWithMe\s*=\s*(true)$/, () => (file) => file.sharing !== 'owner'],
];

/** @throws Refused where a term is not understood */
export function readSearch(q: string | null): Matches {
  if (q === null) return () => true;
  const terms = q.split(/\s+and\s+/).map((term): Matches => {
    for (const [pattern, read] of readers) {
      const match = pattern.exec(term.trim());
      if (match !== null) return read((match[1] ?? '').replace(/\\(.)/g, '$1'));
    }
    throw invalid('Invalid Value', { reason: 'invalid' });
  });
  return (file) => terms.every((matches) => matches(file));
}
