/** What plan, ingest and publish say to each other through the queue. A message names work; what it consists of is looked up when it is done. */
import * as z from 'zod';

const name = z.string().min(1).max(200);

const work = z.object({
  /** Equal for equal work: made of what is to be read and of where it stood before. */
  key: z.string().regex(/^[A-Za-z0-9-]{1,100}$/),
  municipalities: z.array(z.string().regex(/^[0-9]{6}$/)).max(200),
  workbooks: z.array(name).min(1).max(20_000),
});

export const ingestMessage = z.object({
  kind: z.literal('ingest'),
  run: name,
  work,
  /** 1, and one more each time that the rest is handed over. */
  part: z.int().min(1),
});

export const publishMessage = z.object({
  kind: z.literal('publish'),
  run: name,
  /** Since when something waits to be published. */
  since: z.iso.datetime(),
});

export const planMessage = z.object({ kind: z.literal('plan'), run: name, part: z.int().min(1) });

/** Workbooks that are taken in together: those of one municipality, or of several that one of their workbooks joins. */
export type Work = z.infer<typeof work>;
export type IngestMessage = z.infer<typeof ingestMessage>;
export type PublishMessage = z.infer<typeof publishMessage>;
export type PlanMessage = z.infer<typeof planMessage>;

/** A body that is none of ours: to deliver it again would not mend it. */
export class MalformedMessage extends Error {
  constructor(to: string, options?: ErrorOptions) {
    super(`Not a message for ${to}`, options);
    this.name = 'MalformedMessage';
  }
}
