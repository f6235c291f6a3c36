/** The rows of a release's tables, read from the objects that each audience is shown: what is hidden from it is in no table of its. */
import type { ProtectionPolicy } from '../domain/protection-policy.ts';
import { readJson } from '../publish/history.ts';
import type {
  Audience,
  Cut,
  FindingsObject,
  OfficeIndex,
  PrefectureIndex,
  PublicIndex,
  Release,
} from '../publish/release.ts';
import { createTidyReader, tidyCuts, tidyFactsOfPrefecture } from '../publish/tidy-facts.ts';
import type { Store } from '../world.ts';
import { factLine, factsTable, findingLines, findingsTable, type RowRelease } from './definitions.ts';
import type { TableDefinition } from './warehouse.ts';

/** A table of one release. */
export interface ReleaseTable {
  readonly table: TableDefinition;
  /** By 'prefecture:16' and 'public:16' the rule of 秘匿 that its figures were published under; empty for an office's own. */
  readonly policies: Readonly<Record<string, ProtectionPolicy>>;
  rows(): AsyncIterable<string>;
}

/** The tables of one audience; none where the release has nothing for it, or nothing that is protected. */
export async function openTables(
  store: Store,
  { release, audience, of }: { release: Release; audience: Audience; of: RowRelease },
): Promise<readonly ReleaseTable[]> {
  const name = release.audiences[audience];
  if (name === undefined) return [];
  const index = await readJson(store, name);
  if (index === null) throw new Error(`The store has lost ${name} of ${audience}`);
  if (audience.startsWith('office:')) return openOffice(store, index as OfficeIndex, { audience, of });
  const indexes: { readonly key: string; readonly index: PrefectureIndex }[] = [];
  if (audience === 'public') {
    for (const { code, index: each } of (index as PublicIndex).prefectures)
      indexes.push({ key: `public:${code}`, index: (await readJson(store, each)) as PrefectureIndex });
  } else indexes.push({ key: audience, index: index as PrefectureIndex });
  // Releases of the first versions knew no protection.
  if (indexes.some((each) => (each.index as Partial<PrefectureIndex>).protection === undefined)) return [];
  return [
    {
      table: factsTable(audience),
      policies: Object.fromEntries(indexes.map(({ key, index: { protection } }) => [key, protection])),
      async *rows() {
        for (const each of indexes)
          for (const fact of tidyFactsOfPrefecture(each.index, null)) yield factLine(of, fact);
      },
    },
  ];
}

function openOffice(
  store: Store,
  index: OfficeIndex,
  { audience, of }: { audience: Audience; of: RowRelease },
): readonly ReleaseTable[] {
  return [
    {
      table: factsTable(audience),
      policies: {},
      async *rows() {
        const readFacts = createTidyReader(index);
        for (const cut of tidyCuts(index)) {
          const read = (await readJson(store, index.cuts[cut] ?? '')) as Cut | null;
          if (read === null) throw new Error(`The store has lost ${cut} of ${audience}`);
          for (const fact of readFacts(read)) yield factLine(of, fact);
        }
      },
    },
    {
      table: findingsTable(audience),
      policies: {},
      async *rows() {
        const read = (await readJson(store, index.findings)) as FindingsObject | null;
        if (read === null) throw new Error(`The store has lost the findings of ${audience}`);
        yield* findingLines(of, read);
      },
    },
  ];
}
