/** The template as LibreOffice opens and writes it. Needs soffice; without it the test says that it was left out. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTemplateFile, type OpenedTemplate, openTemplateFile } from '#functions/adapters/folder/template-xlsx.ts';
import { planNew, planUpgrade } from '#functions/template/plan-changes.ts';

const run = promisify(execFile);
const office = {
  municipalityCode: '162051',
  prefectureName: '富山県',
  municipalityName: '氷見市',
  officeName: '架空のデータ相談室',
  fiscalYear: null,
};

/** Whether it can be started at all. */
function findOffice(): string | null {
  for (const name of ['soffice', 'libreoffice']) {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore', timeout: 60_000 });
      return name;
    } catch {
      // Not on this machine, or it does not start: the next name, or none.
    }
  }
  return null;
}

const program = findOffice();
const title =
  program === null
    ? 'LibreOffice (left out: there is no soffice on this machine)'
    : 'LibreOffice opens the template without repair, and keeps in it';

describe.skipIf(program === null)(title, { timeout: 240_000 }, () => {
  let folder: string;
  let original: OpenedTemplate;
  let converted: readonly { readonly by: string; readonly opened: OpenedTemplate }[];

  const read = async (path: string) => {
    const file = await open(path);
    try {
      return await openTemplateFile(file, (await file.stat()).size);
    } finally {
      await file.close();
    }
  };
  /** With a profile of its own, so that neither another LibreOffice nor anybody's settings are in the way. */
  const convert = async (path: string, to: 'xlsx' | 'ods', into: string) => {
    await mkdir(join(folder, into), { recursive: true });
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const options = [`-env:UserInstallation=${profile}`, '--headless', '--norestore', '--convert-to', to];
    await run(program ?? '', [...options, '--outdir', join(folder, into), path], { timeout: 120_000 });
    return join(folder, into, `a.${to}`);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'libreoffice-'));
    const path = join(folder, 'a.xlsx');
    await writeFile(path, await createTemplateFile(planNew({ fiscalYear: 2024, office })));
    original = await read(path);
    const direct = await convert(path, 'xlsx', 'direct');
    const throughOds = await convert(await convert(path, 'ods', 'ods'), 'xlsx', 'back');
    converted = [
      { by: 'as .xlsx', opened: await read(direct) },
      { by: 'by way of .ods', opened: await read(throughOds) },
    ];
  }, 240_000);
  afterAll(async () => await rm(folder, { recursive: true, force: true }));

  it('all tabs, headers, contents and ids', () => {
    const told = ({ grids }: OpenedTemplate) => grids.map(({ tab, rows, storedIds }) => ({ tab, rows, storedIds }));
    for (const { by, opened } of converted) expect([by, told(opened)]).toEqual([by, told(original)]);
  });

  it('dropdowns that take their words from 選択肢 and 圏域, and the notes on headers', () => {
    for (const { by, opened } of converted) {
      for (const { tab, id } of original.grids) {
        const [before, after] = [original.surface.tabs.get(id), opened.surface.tabs.get(id)];
        const firstRows = (surface: typeof before) =>
          Array.from({ length: 20 }, (_, row) =>
            Array.from({ length: 20 }, (__, column) => surface?.dropdownAt(row, column) ?? null),
          );
        expect([by, tab, firstRows(after)]).toEqual([by, tab, firstRows(before)]);
        expect([by, tab, after?.notes]).toEqual([by, tab, before?.notes]);
      }
    }
  });

  it('nothing that would have to be renewed', () => {
    for (const { opened } of converted) {
      const planned = planUpgrade(opened.grids, opened.surface, { fiscalYear: 2024 });
      expect(planned).toEqual({ outcome: 'planned', changes: [], lines: [] });
    }
  });
});
