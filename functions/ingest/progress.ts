/** How far the taking in of workbooks has come. */

export interface IngestProgress {
  readonly step: 'ingest';
  readonly done: number;
  readonly total: number;
  readonly name: string | null;
}

export interface Progress {
  at(name: string): void;
  /** One more, or some fewer: a changed tree of areas makes workbooks be read again, and lack of time leaves some for the next run. */
  add(workbooks: number): void;
  finish(name: string): void;
}

/** Counts workbooks done. */
export function createProgress(workbooks: number, onProgress: (progress: IngestProgress) => void): Progress {
  let done = 0;
  let total = workbooks;
  const say = (name: string | null) => onProgress({ step: 'ingest', done, total, name });
  return {
    at: say,
    add(more) {
      total += more;
      say(null);
    },
    finish(name) {
      done += 1;
      total = Math.max(total, done);
      say(name);
    },
  };
}
