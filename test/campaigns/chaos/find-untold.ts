/**
 * Whether a failure was told to somebody. Told means: the process ended with an error, which is logged as run/failed or has the queue deliver
 * again; or it crashed, and then the queue delivers again, or the next run begins and the page says that this one is missing; or a line
 * of the log at the level warn or error came after it, and for one of a workbook that line names the workbook.
 */
import type { FaultKind } from './faults.ts';
import type { Process } from './faulty-world.ts';

/** What is no failure: nobody is to be told of it. A race that is lost is an answer; whoever loses begins again, or lets the winner's work stand. */
const harmless: ReadonlySet<FaultKind> = new Set(['stale', 'jump', 'back', 'edit', 'lost-race', 'lost-race-after']);

/** What nobody was told; how the others were told is counted in `told`. */
export function findUntold(
  { happened, said }: Process,
  ended: 'well' | 'thrown' | 'crashed',
  told: Map<string, number>,
): readonly string[] {
  const count = (how: string) => void told.set(how, (told.get(how) ?? 0) + 1);
  return happened.flatMap(({ kind, operation, subject, linesBefore }) => {
    if (harmless.has(kind)) return [];
    if (ended !== 'well') {
      count(ended === 'thrown' ? 'the run failed' : 'the process ended');
      return [];
    }
    const isOfWorkbook = operation === 'read' || operation === 'answer';
    const line = said.slice(linesBefore).find(({ workbook }) => !isOfWorkbook || workbook === subject);
    if (line === undefined)
      return [
        `untold: ${operation} ${kind} of ${isOfWorkbook ? 'a workbook' : subject.replace(/[0-9a-f]{20,}|\/.*/g, '')}`,
      ];
    count(`log: ${line.event}`);
    return [];
  });
}
