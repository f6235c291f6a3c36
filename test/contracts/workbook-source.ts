/** What every WorkbookSource must do. Each adapter's test runs this suite over a world that holds the tricky workbook. */
import { describe, expect, it } from 'vitest';
import { type SheetGrid, type WorkbookEntry, WorkbookFailure, type WorkbookSource } from '#functions/world.ts';

export interface SourceWorld {
  readonly source: WorkbookSource;
  /** Somebody types into the workbook of that name. */
  change(name: string): Promise<void>;
  /** Somebody deletes the workbook of that name. */
  remove(name: string): Promise<void>;
}

export interface SourceContract {
  /** A world with the tricky workbook, one that cannot be read, and a plain one, in this order. */
  readonly createWorld: () => Promise<SourceWorld>;
  readonly names: readonly [tricky: string, unreadable: string, plain: string];
  readonly grids: readonly SheetGrid[];
}

/** The kinds of failure that a run knows how to live with. */
const kinds = ['gone', 'forbidden', 'busy', 'broken'];

export function describeWorkbookSource(name: string, { createWorld, names, grids }: SourceContract): void {
  const [tricky, unreadable, plain] = names;
  const entryOf = async (source: WorkbookSource, wanted: string): Promise<WorkbookEntry> => {
    const entry = (await source.list()).find((each) => each.name === wanted);
    if (entry === undefined) throw new Error(`${wanted} is not listed`);
    return entry;
  };
  const failureOf = async (source: WorkbookSource, entry: WorkbookEntry): Promise<WorkbookFailure> => {
    try {
      await source.read(entry);
    } catch (error) {
      if (error instanceof WorkbookFailure) return error;
      throw error;
    }
    throw new Error('It was read without a failure');
  };

  describe(`${name} keeps what a source of workbooks promises`, () => {
    it('lists its workbooks in order, those too that cannot be read', async () => {
      const { source } = await createWorld();
      expect((await source.list()).map((entry) => entry.name)).toEqual([tricky, unreadable, plain]);
    });

    it('gives the grids of the tricky workbook', async () => {
      const { source } = await createWorld();
      expect(await source.read(await entryOf(source, tricky))).toEqual(grids);
    });

    it('gives the same grids when it is read again', async () => {
      const { source } = await createWorld();
      const entry = await entryOf(source, tricky);
      expect(await source.read(entry)).toEqual(await source.read(entry));
    });

    it('leaves nothing empty at the end of a row or a tab', async () => {
      const { source } = await createWorld();
      for (const { rows } of await source.read(await entryOf(source, tricky))) {
        for (const row of rows) expect(row.at(-1)).not.toBeNull();
        expect(rows.at(-1)).not.toEqual([]);
      }
    });

    it('a workbook that cannot be read fails alone, by name', async () => {
      const { source } = await createWorld();
      const failure = await failureOf(source, await entryOf(source, unreadable));
      expect(failure.workbook).toBe(unreadable);
      expect(kinds).toContain(failure.kind);
      expect(failure.facts.file).toContain(unreadable);
      expect((await source.read(await entryOf(source, plain))).length).toBeGreaterThan(0);
    });

    it('a revision stays as long as nobody types, and changes with the workbook alone', async () => {
      const { source, change } = await createWorld();
      const before = await source.list();
      expect(await source.list()).toEqual(before);
      await change(plain);
      const after = await source.list();
      const changed = after.filter((entry, index) => entry.revision !== before[index]?.revision);
      expect(changed.map((entry) => entry.name)).toEqual([plain]);
    });

    it('a workbook that is deleted between listing and reading is gone', async () => {
      const { source, remove } = await createWorld();
      const entry = await entryOf(source, plain);
      await remove(plain);
      expect((await failureOf(source, entry)).kind).toBe('gone');
    });
  });
}
