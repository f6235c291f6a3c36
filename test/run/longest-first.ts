/** In which order the files of tests begin: another one each time, but those that take long first, so that none is waited for at the end. */
import { createHash } from 'node:crypto';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** One group after the other, because a process that is shared goes on with the next file of its own group only. */
const projects = ['browser', 'commands', 'alone', 'together'];

/** What takes longest of each group; that a name is missing or gone costs nothing but time. */
const long = [
  'browser/every-page',
  'browser/taken-files',
  'browser/states',
  'browser/keyboard',
  'browser/officer',
  'browser/offline',
  'scripts/report',
  'scripts/registry',
  'scripts/ingest',
  'functions/adapters/registry/requests',
  'google-sheets/interrupted',
  'functions/ingest/time',
  'google-sheets/faults',
  'web/shape/rows/every-figure',
  'functions/publish/release-safety',
  'samples/pipeline',
  'test/stories',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { seed } = this.ctx.config.sequence;
    const keyed = files.map((file) => {
      const position = long.findIndex((name) => file.moduleId.endsWith(`${name}.test.ts`));
      return {
        file,
        project: projects.indexOf(file.project.name),
        place: position < 0 ? long.length : position,
        chance: createHash('sha1').update(`${seed} ${file.moduleId}`).digest('hex'),
      };
    });
    return keyed
      .toSorted((a, b) => a.project - b.project || a.place - b.place || (a.chance < b.chance ? -1 : 1))
      .map(({ file }) => file);
  }
}
