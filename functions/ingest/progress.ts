/** How far the taking in of workbooks has come. */

export interface IngestProgress {
  readonly step: 'ingest';
  readonly done: number;
  readonly total: number;
  readonly name: string | null;
}

/** Counts workbooks done. Some are added on the way, when a changed tree of areas makes them be read again. */
export function createProgress(workbooks: number, onProgress: (progress: IngestProgress) => void) {
  let done = 0;
  let total = workbooks;
  const say = (name: string | null) => onProgress({ step: 'ingest', done, total, name });
  return {
    at: say,
    add(name: string) {
      total += 1;
      say(name);
    },
    finish(name: string) {
      done += 1;
      say(name);
    },
  };
}
