/** arquero as a peer: the same figures from columns in memory, one dimension after the other. */
import * as aq from 'arquero';
import type { CheckedCase } from '#functions/ingest/workbook-rows.ts';
import { processorTime } from '../processor-time.ts';
import { axis } from './cases.ts';
import { type Counting, collectFigures, type Figures } from './counted.ts';
import { listWholes, type Pairs } from './wholes.ts';

const sums = ['n01', 'n05', 'n06', 'n08', 'came'] as const;
const rollup = Object.fromEntries(sums.map((name) => [name, aq.op.sum(name)]));

/** The columns are made before; the months of a stock are added up when its rows are put into arrays. */
export function openArquero(cases: readonly CheckedCase[]): () => Counting {
  const position = new Map<string, number>(axis.months.map((name, at) => [name, at]));
  const monthOf = (day: string | null) => (day === null ? -1 : (position.get(day.slice(0, 7)) ?? -1));
  const table = aq.table({
    received: cases.map(({ receivedOn }) => monthOf(receivedOn)),
    closed: cases.map(({ closedOn }) => monthOf(closedOn)),
    area: cases.map(({ area }) => area ?? ''),
    pathway: cases.map(({ pathway }) => pathway),
    targets: cases.map(({ targets }) => targets.join(',')),
    issues: cases.map(({ issues }) => issues.join(',')),
    age: cases.map(({ ageBand }) => ageBand),
    sex: cases.map(({ sex }) => sex),
    compound: cases.map(({ isCompound }) => Number(isCompound)),
    response: cases.map(({ response }) => response),
    handovers: cases.map(({ handovers }) => handovers.toSorted().join(',')),
    handed: cases.map(({ handovers }) => handovers.length),
    reason: cases.map(({ closingReason }) => closingReason),
    isNew: cases.map(({ isCarriedOver }) => Number(!isCarriedOver)),
  });
  const { areaIn, pathwayIn, targetsIn } = listWholes(cases);
  const wholes = (part: string, name: string, pairs: Pairs) =>
    aq.table({ [part]: pairs.map(([one]) => one), [name]: pairs.map(([, whole]) => whole) });
  const inTargets = wholes('targets', 'target', targetsIn);
  const inPathways = wholes('pathway', 'pathwayIn', pathwayIn);
  const inAreas = wholes('area', 'areaIn', areaIn);

  return () => {
    const start = processorTime();
    const facts = table.groupby(table.columnNames()).count({ as: 'n' }).ungroup();
    const factsTook = processorTime() - start;
    const own = ['area', 'pathway', 'targets', 'month'];
    const came = facts
      .derive({
        month: (d: Row) => d.received,
        n01: (d: Row) => d.n * d.isNew,
        n05: (d: Row) => d.n * d.isNew * d.handed,
        n06: () => 0,
        n08: (d: Row) => d.n * d.isNew * d.compound,
        came: (d: Row) => d.n,
      })
      .groupby(own)
      .rollup(rollup);
    const went = facts
      .filter((d: Row) => d.closed >= 0)
      .derive({ month: (d: Row) => d.closed, n01: () => 0, n05: () => 0, n06: (d: Row) => d.n, n08: () => 0 })
      .derive({ came: (d: Row) => -d.n })
      .groupby(own)
      .rollup(rollup);
    const counted = came
      .concat(went)
      .join(inTargets, 'targets')
      .groupby(['area', 'pathway', 'target', 'month'])
      .rollup(rollup)
      .join(inPathways, 'pathway')
      .groupby(['area', 'pathwayIn', 'target', 'month'])
      .rollup(rollup)
      .join(inAreas, 'area')
      .groupby(['areaIn', 'pathwayIn', 'target', 'month'])
      .rollup(rollup)
      .orderby(['areaIn', 'pathwayIn', 'target', 'month'])
      .reify();
    return { figures: () => collect(counted), factsTook };
  };
}

/** A row as arquero's expressions see it. */
interface Row {
  readonly received: number;
  readonly closed: number;
  readonly n: number;
  readonly isNew: number;
  readonly handed: number;
  readonly compound: number;
}

function collect(counted: aq.ColumnTable): Figures {
  const names = ['areaIn', 'pathwayIn', 'target', 'month', 'n01', 'n05', 'n06', 'n08', 'came'] as const;
  const columns = names.map((name) => Array.from(counted.array(name), Number));
  const stock: number[] = [];
  columns[8]?.forEach((came, row) => {
    const isSame = row > 0 && [0, 1, 2].every((column) => columns[column]?.[row] === columns[column]?.[row - 1]);
    stock.push((isSame ? (stock[row - 1] ?? 0) : 0) + came);
  });
  return collectFigures(columns, stock);
}
