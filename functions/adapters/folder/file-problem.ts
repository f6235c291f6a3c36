/** What is wrong with one file, before it is known which workbook it belongs to. */
import type { FailureKind } from '../../world.ts';

export class FileProblem extends Error {
  /** Key into failureMessages of the vocabulary. */
  readonly code: `file/${string}`;
  readonly kind: FailureKind;
  readonly facts: Readonly<Record<string, string | number>>;
  constructor(
    code: `file/${string}`,
    more: { kind?: FailureKind; facts?: Readonly<Record<string, string | number>>; cause?: unknown } = {},
  ) {
    super(code, { cause: more.cause });
    this.name = 'FileProblem';
    this.code = code;
    this.kind = more.kind ?? 'broken';
    this.facts = more.facts ?? {};
  }
}
