/**
 * What the lists and the session say of each municipality, taken from the indexes once a release: the dashboard asks for
 * the session again and again, and a country has more municipalities than indexes should be kept.
 */
import type { MunicipalityName, ObjectName } from '../publish/release.ts';
import { mayOpen, type Visitor } from './identity.ts';
import { ProblemError } from './problem.ts';
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

/** So many indexes are asked for at the same time. */
const readAtOnce = 32;

/**
 * The names of municipalities, which are public, for whoever may open no figures; without those that the release does not know or whose
 * index cannot be read.
 */
export async function nameMunicipalities(
  published: Published,
  { release }: Pick<OpenRelease, 'release'>,
  codes: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const known = listed.get(published) ?? new Map<ObjectName, ListedOffice>();
  listed.set(published, known);
  const wanted = [...new Set(codes)].filter((code) => release.audiences[`office:${code}`] !== undefined).toSorted();
  const names = new Map<string, string>();
  for (let from = 0; from < wanted.length; from += readAtOnce)
    await Promise.all(
      wanted.slice(from, from + readAtOnce).map(async (code) => {
        try {
          const index = release.audiences[`office:${code}`] ?? '';
          const office = known.get(index) ?? (await readOffice(published, release, code));
          known.set(index, office);
          names.set(code, office.municipality.name);
        } catch (error) {
          // A name that is missing hides nothing of what was done.
          if (!(error instanceof ProblemError)) throw error;
        }
      }),
    );
  return names;
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
