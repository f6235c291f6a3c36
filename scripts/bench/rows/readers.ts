/**
 * What reads the rows, side by side: ours from cells, whatever people typed; zod and ajv from objects that somebody else has already
 * made of the cells, knowing the clean forms only; and by hand what the clean forms need at least.
 */
import { Ajv } from 'ajv';
import * as z from 'zod';
import { findColumns } from '#functions/ingest/tables/find-tables.ts';
import { readRows } from '#functions/ingest/tables/read-rows.ts';
import { type Cell, tables } from '#sheets-schema';
import { readByHand } from './by-hand.ts';
import { type TypedRow, toTypedRow, words } from './typed-row.ts';
import { header } from './typed-rows.ts';

export type Rows = readonly (readonly Cell[])[];

/** What a reader made of a part. */
export interface Read {
  readonly accepted: readonly object[];
  /** Findings, issues or errors: whatever it says about the rest. */
  readonly said: number;
}

export const readerNames = ['ours', 'zod', 'ajv', 'by hand'] as const;
export type ReaderName = (typeof readerNames)[number];

/** Of each: what is not measured (zod and ajv get objects), and what is. */
export const readers: Readonly<Record<ReaderName, (rows: Rows) => () => Read>> = {
  ours: (rows) => {
    const grid = { tab: tables.cases.tab, id: '2', rows: [header, ...rows], merges: [] };
    return () => {
      const { found } = findColumns({ name: 'cases', table: tables.cases, grid });
      if (found === null) throw new Error('The columns of 相談受付 were not found');
      const { accepted, findings } = readRows<typeof tables.cases>(found);
      return { accepted, said: findings.length };
    };
  },
  zod: (rows) => {
    const objects = rows.map(toTypedRow);
    return () => {
      const accepted: TypedRow[] = [];
      let said = 0;
      for (const object of objects) {
        const result = schema.safeParse(object);
        if (result.success) accepted.push(result.data);
        else said += result.error.issues.length;
      }
      return { accepted, said };
    };
  },
  ajv: (rows) => {
    const objects = rows.map(toTypedRow);
    return () => {
      const accepted: unknown[] = [];
      let said = 0;
      for (const object of objects) {
        if (validate(object)) accepted.push(object);
        else said += validate.errors?.length ?? 0;
      }
      return { accepted: accepted as object[], said };
    };
  },
  'by hand': (rows) => () => readByHand(rows),
};

const day = '^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$';
const text = z.string().min(1);
const word = (list: keyof typeof words) => z.enum(words[list]);

/** The plain parse: the same columns, each with its type, as its own documentation would have it. */
const schema = z.object({
  receiptNumber: text.max(60),
  receivedOn: z.string().regex(new RegExp(day)),
  area: text,
  pathway: word('pathways'),
  targets1: word('targets'),
  targets2: word('targets').nullable(),
  issues1: word('issues').nullable(),
  issues2: word('issues').nullable(),
  ageBand: word('ageBands').nullable(),
  sex: word('sexes').nullable(),
  compound: z.boolean().nullable(),
  response: word('responses').nullable(),
  handover1: word('pathways').nullable(),
  closedOn: z.string().regex(new RegExp(day)).nullable(),
  closingReason: word('closingReasons').nullable(),
});

const optional = (list: keyof typeof words) => ({ enum: [...words[list], null] });
const columns = {
  receiptNumber: { type: 'string', minLength: 1, maxLength: 60 },
  receivedOn: { type: 'string', pattern: day },
  area: { type: 'string', minLength: 1 },
  pathway: { enum: words.pathways },
  targets1: { enum: words.targets },
  targets2: optional('targets'),
  issues1: optional('issues'),
  issues2: optional('issues'),
  ageBand: optional('ageBands'),
  sex: optional('sexes'),
  compound: { type: ['boolean', 'null'] },
  response: optional('responses'),
  handover1: optional('pathways'),
  closedOn: { type: ['string', 'null'], pattern: day },
  closingReason: optional('closingReasons'),
};
const validate = new Ajv().compile({ type: 'object', properties: columns, required: Object.keys(columns) });
