/** Where to begin: of the municipalities that may be opened, the one with the latest data; the first of several, or where none has any. */
import type { Session } from '#functions/publish/release.ts';

type Openable = Session['municipalities'][number];

export function findHome({ municipalities }: Pick<Session, 'municipalities'>): Openable | null {
  let home: Openable | null = municipalities[0] ?? null;
  for (const candidate of municipalities) {
    if ((candidate.dataUntil ?? '') > (home?.dataUntil ?? '')) home = candidate;
  }
  return home;
}
