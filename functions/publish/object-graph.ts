/** Which objects an object needs: the edges along which pruning, checking and copying go. Pure. */
import type { WorkbookState } from '../ingest/ingested.ts';
import type { ProtectionPointer } from './protection/past.ts';
import type { OfficeIndex, PrefectureIndex, PublicIndex, Release } from './release.ts';

/** What an object is for whoever names it; 'release', 'index' and 'snapshot' name others in turn. */
export type ObjectRole =
  | 'release'
  | 'index'
  | 'cut'
  | 'goals'
  | 'findings'
  | 'detail'
  | 'comparison'
  | 'measure'
  | 'summary'
  | 'ingested'
  | 'rows'
  | 'firstSeen'
  | 'protection'
  /** The pointers of a store at one moment, in a copy of it (keep/snapshot.ts). */
  | 'snapshot';

/** An object that is needed: `place` says by what, like 'office:162051' or 'area/E01'. */
export interface NeededObject {
  readonly name: string;
  readonly role: ObjectRole;
  readonly place: string;
}

/** The objects that a release needs, besides what its indexes need in turn. */
export function objectsOfRelease(
  release: Pick<Release, 'audiences' | 'workbooks'> & {
    readonly municipalities: Readonly<Record<string, { readonly summary?: string | undefined }>>;
  },
): NeededObject[] {
  return [
    ...named(release.audiences, 'index'),
    // Releases of the first versions have no summaries.
    ...Object.entries(release.municipalities).flatMap(([code, { summary }]): NeededObject[] =>
      typeof summary === 'string' ? [{ name: summary, role: 'summary', place: `office:${code}` }] : [],
    ),
    ...release.workbooks.map(
      ({ workbook, object }): NeededObject => ({
        name: object,
        role: 'ingested',
        place: workbook,
      }),
    ),
  ];
}

/** The objects that an index needs, among them the indexes that it leads to (those of the public). */
export function objectsOfIndex(index: { readonly kind?: string }): NeededObject[] {
  switch (index.kind) {
    case 'office': {
      // An index that an earlier version wrote has no details.
      const { cuts, goals, findings, details = {} } = index as Omit<OfficeIndex, 'details'> & Partial<OfficeIndex>;
      return [
        ...named(cuts, 'cut'),
        { name: goals, role: 'goals', place: 'goals' },
        { name: findings, role: 'findings', place: 'findings' },
        ...named(details, 'detail'),
      ];
    }
    case 'prefecture': {
      // Nor has a prefecture's a comparison.
      const { comparison } = index as Partial<PrefectureIndex>;
      if (comparison === undefined) return [];
      return [
        { name: comparison.start, role: 'comparison', place: 'comparison' },
        ...named(comparison.measures, 'measure'),
      ];
    }
    case 'public':
      return (index as PublicIndex).prefectures.map((prefecture) => ({
        name: prefecture.index,
        role: 'index',
        place: `public:${prefecture.code}`,
      }));
    default:
      return [];
  }
}

/** The objects that the protection of the next release needs, and the administrator. */
export function objectsOfProtection({ groups, refused }: ProtectionPointer): NeededObject[] {
  return [...groups, ...refused].map(({ object, audience, periods }) => ({
    name: object,
    role: 'protection',
    place: [audience, ...periods].join(' '),
  }));
}

/** The objects that a workbook's state needs: its last good figures, the rows behind them, and since when its findings are open. */
export function objectsOfState({ ingested, rows, firstSeen }: Partial<WorkbookState>): NeededObject[] {
  const each = { ingested, rows, firstSeen } as const;
  return (['ingested', 'rows', 'firstSeen'] as const).flatMap((role) => {
    const name = each[role];
    return typeof name === 'string' ? [{ name, role, place: role }] : [];
  });
}

function named(objects: Readonly<Record<string, string>>, role: ObjectRole): NeededObject[] {
  return Object.entries(objects).map(([place, name]) => ({ name, role, place }));
}
