/** What the documents say is so: commands and their options, settings, and the files that they lead to. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';

const project = fileURLToPath(new URL('..', import.meta.url));
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: project,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(project, file)));
const textOf = (file: string) => readFileSync(join(project, file), 'utf8');
const documents = files.filter((file) => /^(?:docs\/.*\.md|(?:[a-z-]+\/)?README\.md)$/.test(file));
const commands = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(textOf('package.json'))).scripts;

/** `npm run x -- --one 1 --two`, wherever it stands: in a block of code, in a line, in a table. */
function commandsIn(text: string): readonly { readonly name: string; readonly options: readonly string[] }[] {
  return [...text.matchAll(/npm (?:run )?(?:--silent )?([a-z][a-z-]*)(?: -- ([^\n`#|]*))?/g)].flatMap(
    ([whole, name = '', rest = '']) =>
      /^npm (?:ci|install|audit|audit signatures|view|ls)\b/.test(whole)
        ? []
        : [{ name, options: [...rest.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option) }],
  );
}

/** The texts of a command's own files. */
function sourceOf(name: string): string {
  const entry = /([a-z/-]+)\.ts/.exec(commands[name] ?? '')?.[1];
  if (entry === undefined) return '';
  return files
    .filter((file) => file === `${entry}.ts` || file.startsWith(`${entry}/`))
    .map(textOf)
    .join('\n');
}

describe('the documents', () => {
  test('are there', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/runbook.md', 'functions/README.md']));
  });

  test.each(documents)('%s names commands that there are, with options that they take', (file) => {
    const unknown = commandsIn(textOf(file)).flatMap(({ name, options }) => {
      if (commands[name] === undefined) return [`npm run ${name}`];
      const source = sourceOf(name);
      const takes = (option: string) => source.includes(option) || source.includes(`${option.slice(2)}: { type:`);
      return options.filter((option) => !takes(option)).map((option) => `npm run ${name} -- ${option}`);
    });
    expect(unknown).toEqual([]);
  });

  test.each(documents)('%s leads to files that are there', (file) => {
    const links = [...textOf(file).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
      .map(([, address = '']) => address)
      .filter((address) => !/^[a-z]+:/.test(address));
    expect(links.filter((address) => !existsSync(join(project, dirname(file), address)))).toEqual([]);
  });

  test('every setting is explained to whoever runs it, and no other is named', () => {
    const settings = (some: readonly string[]) =>
      [
        ...new Set(
          some.flatMap((file) => [...textOf(file).matchAll(/\bKASANARI_[A-Z_]*[A-Z]\b/g)].map(([name]) => name)),
        ),
      ].toSorted();
    const read = settings(files.filter((file) => /^functions\/settings(?:\/|\.ts)/.test(file)));
    const explained = settings(
      ['docs/administrator-guide.md', 'docs/runbook.md', 'docs/deploy.md', 'docs/settings.md', 'README.md'].filter(
        (file) => files.includes(file),
      ),
    );
    expect(read.length).toBeGreaterThan(5);
    expect(read.filter((name) => !explained.includes(name))).toEqual([]);
    const used = settings(files.filter((file) => /^(?:functions|scripts)\/.*\.(?:ts|mjs)$/.test(file)));
    expect(explained.filter((name) => !used.includes(name))).toEqual([]);
  });
});
