/** What holds for all samples: the same bytes each time, valid codes, nothing of a real person, and a user's changes are kept. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isMunicipalityCode } from '#sheets-schema/cells/municipality-code.ts';
import { fictionalSample } from '../../scripts/sample/fictional/fictional-workbooks.ts';
import { fy2018Workbooks } from '../../scripts/sample/fy2018.ts';
import { himiWorkbooks } from '../../scripts/sample/himi.ts';
import { defaultSeed, makeSamples, sampleAsOf } from '../../scripts/sample/make-samples.ts';
import type { SampleCell, SampleWorkbook } from '../../scripts/sample/workbook.ts';

let folder: string;
let all: readonly SampleWorkbook[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-samples-'));
  const fictional = fictionalSample({ seed: defaultSeed, asOf: sampleAsOf });
  all = [...(await himiWorkbooks()), ...(await fy2018Workbooks()), ...fictional.workbooks];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function digests(into: string): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(into, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).toSorted();
  return new Map(
    await Promise.all(
      paths.map(
        async (path): Promise<[string, string]> => [
          path.slice(into.length),
          createHash('sha256')
            .update(await readFile(path))
            .digest('hex'),
        ],
      ),
    ),
  );
}

function profileOf(workbook: SampleWorkbook): ReadonlyMap<SampleCell, SampleCell> {
  const rows = workbook.tabs.find(({ name }) => name === '基本情報')?.rows ?? [];
  return new Map(rows.map(([item = null, value = null]) => [item, value]));
}

describe('the samples', () => {
  test('are the same bytes each time they are made', async () => {
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    await makeSamples({ into: first });
    await makeSamples({ into: second });
    const made = await digests(first);
    expect(made.size).toBeGreaterThan(70);
    expect(await digests(second)).toEqual(made);
  });

  test('differ with another seed', () => {
    const [one, other] = [1, 2].map((seed) => fictionalSample({ seed, asOf: sampleAsOf }).truth);
    expect(one).not.toEqual(other);
  });

  test('leave a workbook alone that stands there already, so that a change of the user stays', async () => {
    const into = join(folder, 'kept');
    await makeSamples({ into, only: ['himi'] });
    const path = join(into, 'himi', '氷見市.xlsx');
    await writeFile(path, 'changed');
    await makeSamples({ into, only: ['himi'] });
    expect(await readFile(path, 'utf8')).toBe('changed');
    expect((await readdir(join(into, 'himi'))).toSorted()).toEqual([
      '氷見市.xlsx',
      '氷見市_参考（CSWと簡易調査）.xlsx',
    ]);
  });

  test('say how far they are, and name every workbook once', async () => {
    const seen: string[] = [];
    await makeSamples({
      into: join(folder, 'first'),
      onProgress: ({ done, total, workbook }) => {
        expect(done).toBeLessThanOrEqual(total);
        seen.push(workbook);
      },
    });
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(all.map(({ path }) => path));
  });

  test('have valid municipality codes', () => {
    const codes = all.map((workbook) => String(profileOf(workbook).get('市区町村コード')));
    expect(codes.filter((code) => !isMunicipalityCode(code))).toEqual([]);
  });

  test('have one office name a workbook within a municipality', () => {
    const offices = all.map((workbook) => {
      const profile = profileOf(workbook);
      return `${profile.get('市区町村コード')} ${profile.get('報告機関名')}`;
    });
    expect(new Set(offices).size).toBe(all.length);
  });

  test('hold no telephone number, postal code, mail address or individual number', () => {
    const personal = /0\d{1,4}-\d{1,4}-\d{3,4}|〒|@|(?<!\d)\d{12}(?!\d)/;
    const found = all.flatMap(({ path, tabs }) =>
      tabs.flatMap(({ name, rows }) =>
        rows
          .flat()
          .filter((cell) => typeof cell === 'string' && personal.test(cell))
          .map((cell) => `${path} ${name}: ${cell}`),
      ),
    );
    expect(found).toEqual([]);
  });
});
