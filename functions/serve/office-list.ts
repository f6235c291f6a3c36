/**
 * What the lists and the session say of each municipality, taken from the indexes once a release: the dashboard asks for
 * the session again and again, and a country has more municipalities than indexes should be kept.
 */
import type { MunicipalityName, ObjectName } from '../publish/release.ts';
import { mayOpen, type Visitor } from './identity.ts';
import type { OpenRelease, Published } from './published.ts';

export interface ListedOffice {
  /** Name of the municipality's index. */
  readonly index: ObjectName;
  readonly municipality: MunicipalityName;
  readonly dataUntil: string | null;
  /** Workbooks whose figures are in it. */
  readonly workbooks: readonly string[];
}

const keptAtMost = 5_000;

/** By index, which never changes; entries go with the API that read them, or when there are too many. */
const listed = new WeakMap<Published, Map<ObjectName, ListedOffice>>();

/** The municipalities of a release that the visitor may open, by code. */
export async function listOffices(
  published: Published,
  { release }: OpenRelease,
  visitor: Visitor,
): Promise<readonly ListedOffice[]> {
  const known = listed.get(published) ?? new Map<ObjectName, ListedOffice>();
  listed.set(published, known);
  if (known.size > keptAtMost) known.clear();
  const codes = Object.keys(release.audiences)
    .filter((audience) => audience.startsWith('office:'))
    .map((audience) => audience.slice('office:'.length))
    .filter((code) => mayOpen(visitor, `office:${code}`))
    .toSorted();
  const offices: ListedOffice[] = [];
  for (const code of codes) {
    const office = known.get(release.audiences[`office:${code}`] ?? '') ?? (await readOffice(published, release, code));
    known.set(office.index, office);
    offices.push(office);
  }
  return offices;
}

async function readOffice(published: Published, release: OpenRelease['release'], code: string): Promise<ListedOffice> {
  const { name, index } = await published.openOffice(release, code);
  return {
    index: name,
    municipality: index.municipality,
    dataUntil: index.dataUntil,
    workbooks: index.offices.map(({ workbook }) => workbook),
  };
}
