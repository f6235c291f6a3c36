/**
 * The details counted a second time, one case after the other and one name at a time, without anything of the product but
 * its tree of areas as data. Slow and plain on purpose.
 */
import type { Area } from '#functions/domain/area.ts';
import type { ActionFact, CaseFact, MeetingFact } from '#functions/domain/fact.ts';

/** Whether a month lies in '2018-04', 'FY2018Q1' or 'FY2018'. */
export function isIn(month: string, period: string): boolean {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const fiscalYear = number >= 4 ? year : year - 1;
  const quarter = Math.ceil((((number + 8) % 12) + 1) / 3);
  return period === month || period === `FY${fiscalYear}` || period === `FY${fiscalYear}Q${quarter}`;
}

/** Whether a row's area is `area` or lies below it; everything lies in the root, also what has no area. */
export function liesIn(own: string | null, area: string, areas: readonly Area[], root: string): boolean {
  if (area === root || own === area) return true;
  const node = areas.find(({ code }) => code === own);
  return node?.parents.some((parent) => liesIn(parent, area, areas, root)) ?? false;
}

const top = (code: string): string => code.slice(0, 3);
const once = (codes: readonly string[]): string[] => [...new Set(codes.map(top))].toSorted();

type Counts = Record<string, number>;

/** What a list of numbers under codes says, as a record that compares without an order. */
export function asRecord(list: readonly (readonly [...string[], number])[]): Counts {
  return Object.fromEntries(list.map((entry) => [entry.slice(0, -1).join('|'), entry.at(-1) as number]));
}

function countBy(cases: readonly CaseFact[], namesOf: (fact: CaseFact) => readonly string[]): Counts {
  const counts: Counts = {};
  for (const fact of cases) {
    for (let person = 0; person < fact.count; person += 1) {
      for (const name of new Set(namesOf(fact))) counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return counts;
}

export function recountFlow(cases: readonly CaseFact[]) {
  const handoversOf = ({ handovers }: CaseFact) => (handovers.length === 0 ? ['stays'] : handovers.map(top));
  return {
    cases: cases.reduce((sum, { count }) => sum + count, 0),
    pathways: countBy(cases, ({ pathway }) => [top(pathway)]),
    targets: countBy(cases, ({ targets }) => targets.map(top)),
    handovers: countBy(cases, handoversOf),
    pathwayHandovers: countBy(cases, (fact) => handoversOf(fact).map((handover) => `${top(fact.pathway)}|${handover}`)),
    pathwayTargets: countBy(cases, ({ pathway, targets }) => targets.map((each) => `${top(pathway)}|${top(each)}`)),
    targetHandovers: countBy(cases, (fact) =>
      fact.targets.flatMap((each) => handoversOf(fact).map((handover) => `${top(each)}|${handover}`)),
    ),
  };
}

export function recountPeople(cases: readonly CaseFact[]) {
  const pairs = (codes: readonly string[]) =>
    codes.flatMap((one) => codes.filter((other) => one <= other).map((other) => `${one}|${other}`));
  const sets = countBy(cases, ({ targets }) => {
    const known = once(targets).filter((each) => each !== 'T99');
    return known.length < 2 ? [] : [known.join('|')];
  });
  return {
    cases: cases.reduce((sum, { count }) => sum + count, 0),
    targetPairs: countBy(cases, ({ targets }) => pairs(once(targets))),
    issuePairs: countBy(cases, ({ issues }) => pairs(issues)),
    targetIssues: countBy(cases, ({ targets, issues }) =>
      once(targets).flatMap((target) => issues.map((issue) => `${target}|${issue}`)),
    ),
    combinations: Object.entries(sets)
      .toSorted(([one, more], [other, most]) => most - more || (one < other ? -1 : 1))
      .slice(0, 10)
      .map(([set, count]) => ({ targets: set.split('|'), cases: count })),
    ages: countBy(cases, ({ ageBand, sex }) => [
      `${ageBand === null ? 'blank' : ageBand === 'A99' ? 'unknown' : ageBand}|${sex === null ? 'blank' : sex === 'X9' ? 'unknown' : sex}`,
    ]),
  };
}

export function recountActions(actions: readonly ActionFact[]) {
  const sum = (rows: readonly ActionFact[]) => rows.reduce((total, { count }) => total + count, 0);
  const methods = [...new Set(actions.map(({ method }) => method))].toSorted();
  const programmes = [...new Set(actions.map(({ programme }) => programme ?? 'blank'))].toSorted();
  const of = (method: string | null, programme: string | null) =>
    actions.filter(
      (row) =>
        (method === null || row.method === method) && (programme === null || (row.programme ?? 'blank') === programme),
    );
  return {
    methods: methods.map((method) => [
      method,
      sum(of(method, null)),
      of(method, null).reduce((total, { minutes }) => total + minutes, 0),
    ]),
    programmes: programmes.map((programme) => [programme, sum(of(null, programme))]),
    methodProgrammes: methods.flatMap((method) =>
      programmes.flatMap((programme) => {
        const both = sum(of(method, programme));
        return both === 0 ? [] : [[method, programme, both]];
      }),
    ),
  };
}

export function recountMeetings(meetings: readonly MeetingFact[]) {
  return [...new Set(meetings.map(({ kind }) => kind))].toSorted().map((kind) => {
    const own = meetings.filter((row) => row.kind === kind);
    const sum = (what: 'count' | 'discussed' | 'participants' | 'agencies') =>
      own.reduce((total, row) => total + row[what], 0);
    return {
      kind,
      count: sum('count'),
      discussed: sum('discussed'),
      participants: sum('participants'),
      agencies: sum('agencies'),
    };
  });
}
