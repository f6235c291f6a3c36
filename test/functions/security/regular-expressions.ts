/** Every regular expression that is written in the sources, found by a real parser. */
import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';

export interface FoundExpression {
  readonly pattern: string;
  readonly flags: string;
  readonly file: string;
}

/** By its source, like '/[0-9]+$/u'; of one that stands in several files, the first. */
export function findExpressions(project: string, files: readonly string[]): ReadonlyMap<string, FoundExpression> {
  const found = new Map<string, FoundExpression>();
  for (const file of files) {
    const text = readFileSync(`${project}${file}`, 'utf8');
    const visit = (node: unknown): void => {
      if (Array.isArray(node)) node.forEach(visit);
      else if (typeof node === 'object' && node !== null) {
        const { regex } = node as { regex?: { pattern: string; flags: string } };
        if (regex !== undefined) {
          const source = `/${regex.pattern}/${regex.flags}`;
          if (!found.has(source)) found.set(source, { ...regex, file });
        }
        Object.values(node).forEach(visit);
      }
    };
    visit(parseSync(file, text).program);
  }
  return found;
}
