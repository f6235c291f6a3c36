// biome-ignore-all format: one line a mess
/**
 * What people type: a few rows in a hundred are not as the template has them. Most of it is read all the same; the rest refuses
 * a row or a cell. Each mess says which, so that the samples know their own true figures.
 */
import { type DateStyle, partsOf, toFullWidth, typeDay } from '../day.ts';
import type { Random } from '../random.ts';
import type { SampleCell } from '../workbook.ts';
import type { CleanCase } from './case.ts';
import { nameOf, ownWords, synonymOf, toHalfWidthKana } from './words.ts';

/** A row being typed, by standard header. */
export type TypedCells = Record<string, SampleCell>;

export interface Mess {
  readonly cells: TypedCells;
  readonly clean: CleanCase;
  /** The row above, where it is a row of a case in which nothing was messed with. */
  readonly above: TypedCells | null;
  readonly random: Random;
}

/** read: the row says the same as before. row: the row is refused. closing: only 終結日 is refused. cell: another optional cell is. */
export type Outcome = 'read' | 'row' | 'closing' | 'cell';

interface Kind {
  readonly weight: number;
  readonly outcome: Outcome;
  /** Changes the cells; `false` where this mess does not fit the row. */
  readonly apply: (mess: Mess) => boolean;
}

const styles: readonly [DateStyle, ...DateStyle[]] = ['slash', 'padded', 'dots', 'digits', 'era', 'shortEra', 'fullWidth'];

function set(cells: TypedCells, header: string, cell: SampleCell): true {
  cells[header] = cell;
  return true;
}

/** Repeats the cell above by a mark, where it says the same. */
function ditto(mess: Mess, header: string, mark: string): boolean {
  if (mess.above === null || mess.above[header] !== mess.cells[header] || mess.cells[header] === null) return false;
  return set(mess.cells, header, mark);
}

const kinds: readonly Kind[] = [
  { weight: 8, outcome: 'read', apply: ({ cells, clean, random }) => set(cells, '受付日', typeDay(clean.received, random.pick(styles))) },
  { weight: 4, outcome: 'read', apply: ({ cells, clean }) => set(cells, '受付番号', toFullWidth(clean.number)) },
  { weight: 6, outcome: 'read', apply: ({ cells, clean, random }) => set(cells, '経路', synonymOf(clean.pathway, random)) },
  { weight: 5, outcome: 'read', apply: ({ cells, clean, random }) => set(cells, '対象1', synonymOf(clean.targets[0] ?? 'T99', random)) },
  { weight: 4, outcome: 'read', apply: ({ cells, clean }) => set(cells, '経路', toHalfWidthKana(nameOf(clean.pathway))) },
  { weight: 2, outcome: 'read', apply: ({ cells, clean }) => set(cells, '経路', `　${nameOf(clean.pathway)} `) },
  { weight: 5, outcome: 'read', apply: (mess) => ditto(mess, '圏域', '〃') },
  { weight: 3, outcome: 'read', apply: (mess) => ditto(mess, '経路', '同上') },
  {
    weight: 5,
    outcome: 'read',
    apply: ({ cells, clean }) => {
      const own = ownWords[clean.pathway];
      return own !== undefined && set(cells, '経路', own);
    },
  },
  {
    weight: 5,
    outcome: 'read',
    apply: ({ cells, clean }) => {
      const own = ownWords[clean.targets[0] ?? ''];
      return own !== undefined && set(cells, '対象1', own);
    },
  },
  {
    weight: 4,
    outcome: 'read',
    apply: ({ cells, clean }) => {
      if (clean.targets.length < 2) return false;
      cells.対象1 = clean.targets.map(nameOf).join('、');
      cells.対象2 = null;
      cells.対象3 = null;
      return true;
    },
  },
  { weight: 5, outcome: 'row', apply: ({ cells }) => set(cells, '経路', null) },
  { weight: 3, outcome: 'row', apply: ({ cells }) => set(cells, '圏域', null) },
  { weight: 3, outcome: 'row', apply: ({ cells }) => set(cells, '対象1', null) },
  {
    weight: 4,
    outcome: 'row',
    apply: ({ cells, clean }) => {
      const { month, date } = partsOf(clean.received);
      return set(cells, '受付日', `${month}/${date}`);
    },
  },
  { weight: 1, outcome: 'row', apply: ({ cells, clean }) => set(cells, '受付日', `${partsOf(clean.received).year}/2/30`) },
  { weight: 1, outcome: 'row', apply: ({ cells, clean }) => set(cells, '受付日', typeDay(clean.received + 3653, 'slash')) },
  { weight: 3, outcome: 'row', apply: ({ cells }) => set(cells, '圏域', '東山町') },
  { weight: 3, outcome: 'row', apply: ({ cells }) => set(cells, '経路', '町の人') },
  {
    weight: 4,
    outcome: 'closing',
    apply: ({ cells, clean }) => clean.closed !== null && set(cells, '終結日', typeDay(clean.received - 30, 'slash')),
  },
  { weight: 3, outcome: 'cell', apply: ({ cells }) => set(cells, '性別', '男？') },
  { weight: 2, outcome: 'cell', apply: ({ cells }) => set(cells, '年代', '三十代') },
  { weight: 2, outcome: 'cell', apply: ({ cells }) => set(cells, '課題1', 'こまりごと') },
];

/** Messes with one row. */
export function mess(row: Mess): Outcome {
  for (;;) {
    const kind = row.random.weighted(kinds.map((one) => [one, one.weight] as const));
    if (kind.apply(row)) return kind.outcome;
  }
}
