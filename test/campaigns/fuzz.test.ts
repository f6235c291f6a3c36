/** A short campaign of mutated workbooks with fixed seeds, and that its judge would find what there is to find. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeCampaign } from '../../scripts/fuzz/describe.ts';
import { judge } from '../../scripts/fuzz/judge.ts';
import { makeWorkbook, type Plan, planWorkbook } from '../../scripts/fuzz/plan.ts';
import { putFiles, type ReadOutcome, readWorkbook } from '../../scripts/fuzz/read-workbook.ts';
import { tryMany } from '../../scripts/fuzz/try-many.ts';
import { tryWorkbook } from '../../scripts/fuzz/try-workbook.ts';

const newFolder = async () => join(await mkdtemp(join(tmpdir(), 'kasanari-fuzz-')), 'w');

/** Seeds at which something was found once; what it was stands beside them. */
const foundOnce: Readonly<Record<string, string>> = {
  'w 174': 'a number under the type of a text was lost without a word',
  'w 493': 'a text under the type of a number was lost without a word',
  'v 343': "'-0' as text",
  'b 2108': '不明 as 活動種別',
  '2026 55015': 'columns behind an empty one were taken for another table without a word',
  '2026 11286': 'a header after two thousand blanks was no header',
  '2026 26717': 'one header a hundred times was taken for the table, and ours for one beside it',
  '2026 13012': 'an escape that only came about beside another was read as such',
  '2026 73119': 'なし as 回数 is once',
  '2026 45333': 'a header three hundred times is told of at the first two hundred',
};

describe('mutated workbooks', () => {
  it('make no crash, no nonsense and no loss, of 160 fixed seeds', async () => {
    const result = await tryMany({ from: 0, until: 160, seed: 'ci', folder: await newFolder() });
    expect(describeCampaign(result, { seed: 'ci', count: 160, processorSeconds: 0 })).toContain('found: 0\n');
    expect(result.outcomes.checked).toBeGreaterThan(60);
    expect(result.acceptedRows).toBeGreaterThan(500);
  });

  it('nor those at which something was found before', async () => {
    const folder = await newFolder();
    for (const [seed, what] of Object.entries(foundOnce)) {
      expect([what, (await tryWorkbook(planWorkbook(seed), folder, true)).wrong]).toEqual([what, []]);
    }
  });

  it('are the same again from the same seed', () => {
    for (let index = 0; index < 20; index += 1) {
      const plan = planWorkbook(`again ${index}`);
      expect(makeWorkbook(plan)).toEqual(makeWorkbook(planWorkbook(`again ${index}`)));
    }
  });
});

type Checked = Extract<ReadOutcome, { outcome: 'checked' }>;

/** A workbook as it is typed, well read. */
async function wellRead(): Promise<{ read: Checked; made: ReturnType<typeof makeWorkbook> }> {
  const plan: Plan = { seed: 'plain 1', file: 'xlsx', steps: [] };
  const made = makeWorkbook(plan);
  const folder = await newFolder();
  await putFiles(folder, made.files);
  const read = await readWorkbook(folder);
  if (read.outcome !== 'checked' || read.checked.rows.cases.length === 0)
    throw new Error('The plain workbook is not read');
  return { read, made };
}

/** The same reading with other cases in it. */
function withCases(
  { checked, ...read }: Checked,
  change: (cases: Checked['checked']['rows']['cases']) => readonly unknown[],
): Checked {
  const cases = change(checked.rows.cases) as Checked['checked']['rows']['cases'];
  return { ...read, checked: { ...checked, rows: { ...checked.rows, cases } } };
}

describe('the judge of mutated workbooks', () => {
  it('finds nothing in a workbook that is well read', async () => {
    const { read, made } = await wellRead();
    expect(judge(read, made)).toEqual([]);
  });

  it('finds a day that is not the one in the cell, and one that is none', async () => {
    const { read, made } = await wellRead();
    const on = (receivedOn: string) =>
      judge(
        withCases(read, (cases) => cases.map((each) => ({ ...each, receivedOn }))),
        made,
      );
    expect(on('2020-02-02')).toContain('says-otherwise receivedOn in cases');
    expect(on('2024-02-31')).toContain('no-day receivedOn in cases');
    expect(on('2199-01-01')).toContain('no-day receivedOn in cases');
  });

  it('finds codes of no list, areas of no tree, a row that was taken twice, and one that was lost', async () => {
    const { read, made } = await wellRead();
    const found = (change: Parameters<typeof withCases>[1]) => judge(withCases(read, change), made);
    expect(found((cases) => cases.map((each) => ({ ...each, pathway: 'P77' })))).toContain('no-code pathway in cases');
    expect(found((cases) => cases.map((each) => ({ ...each, area: 'X9' })))).toContain('no-area in cases');
    expect(found((cases) => [...cases, ...cases])).toEqual(
      expect.arrayContaining(['accepted-twice in cases', 'counts of cases']),
    );
    expect(found((cases) => cases.slice(1))).toEqual(expect.arrayContaining(['lost-row of cases', 'counts of cases']));
  });

  it('finds a table beside of which nobody was told, and values taken from one that is not read', async () => {
    const made = makeWorkbook(planWorkbook('2026 55015'));
    const folder = await newFolder();
    await putFiles(folder, made.files);
    const read = await readWorkbook(folder);
    if (read.outcome !== 'checked') throw new Error('The workbook is not read');
    const { rows, ingested } = read.checked;
    const findings = ingested.findings.filter(({ code }) => code !== 'header/other-table');
    expect(judge({ ...read, checked: { ...read.checked, ingested: { ...ingested, findings } } }, made)).toEqual(
      expect.arrayContaining(['says-otherwise agencies in meetings', 'untold participants in meetings']),
    );
    const taken = (values: object) => {
      const meetings = rows.meetings.map((each) => ({ ...each, ...values }));
      return judge({ ...read, checked: { ...read.checked, rows: { ...rows, meetings } } }, made);
    };
    expect(taken({ agencies: 34 })).toContain('says-otherwise agencies in meetings');
    expect(taken({ participants: 177 })).toContain('says-otherwise participants in meetings');
  });

  it('finds cells that vanished, and others than were typed', async () => {
    const { read, made } = await wellRead();
    const grids = read.grids.map((grid) => ({ ...grid, rows: grid.rows.map((row) => row.slice(1)) }));
    expect(judge({ ...read, grids }, made)).toEqual(expect.arrayContaining(['other-cell', 'cells-vanished']));
  });

  it('finds a crash, also where the source has a sentence for it', () => {
    expect(judge({ outcome: 'crashed', where: 'TypeError' }, { expected: null, filledCells: null })).toEqual([
      'crash TypeError',
    ]);
  });
});
