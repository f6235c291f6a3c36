/**
 * Whose the workbooks are that are in trouble: municipality and office, and the row of the registry where their contact (連絡先) stands.
 * The contact itself is never kept in the store, so whoever has to ask looks it up there.
 */
import * as z from 'zod';
import type { RunStatus } from '../publish/run-status.ts';
import type { WorkbookPlace } from '../tell/find-troubles.ts';
import type { Store } from '../world.ts';
import { ProblemError } from './problem.ts';
import { createPublished, type Published } from './published.ts';

/** What of the kept registry is of use here; an earlier version may have kept it otherwise. */
const keptRegistry = z.object({
  workbooks: z.array(
    z.object({ row: z.number(), officeName: z.string(), place: z.object({ kind: z.string(), id: z.string() }) }),
  ),
});

/** By id, of the workbooks that are held or could not be answered. */
export async function readPlaces(
  store: Store,
  status: RunStatus | null,
  published: Published = createPublished(store),
): Promise<ReadonlyMap<string, WorkbookPlace>> {
  const troubled = (status?.workbooks ?? []).filter(
    ({ hold, answerTrouble }) => hold !== null || answerTrouble !== null,
  );
  if (troubled.length === 0) return new Map();
  const registered = await readRegistered(store);
  const opened = await published.openCurrent();
  const places = new Map<string, WorkbookPlace>();
  for (const { workbook, municipality } of troubled) {
    const index =
      opened === null || municipality === null
        ? null
        : await orNull(published.openOffice(opened.release, municipality));
    const reported = index?.index.offices.find((office) => office.workbook === workbook);
    const known = registered.get(workbook);
    places.set(workbook, {
      municipalityName: index?.index.municipality.name ?? null,
      office: known?.officeName ?? reported?.office ?? null,
      registryRow: known?.row ?? null,
    });
  }
  return places;
}

async function readRegistered(store: Store) {
  const pointer = await store.readPointer('registry');
  const parsed = pointer === null ? null : keptRegistry.safeParse(JSON.parse(pointer.content));
  return new Map((parsed?.data?.workbooks ?? []).map((one) => [one.place.id, one]));
}

/** `null` of a municipality that is not in the release. */
async function orNull<Opened>(opening: Promise<Opened>): Promise<Opened | null> {
  try {
    return await opening;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not-in-release') return null;
    throw error;
  }
}
