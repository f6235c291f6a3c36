/** The flow as one table, nothing folded: targets down, whom they came through on the left, whom they were handed on to on the right. */
import type { FlowPeriod } from '#functions/publish/detail.ts';
import { pathways, targets } from '#sheets-schema/vocabulary/codes.ts';
import { flowWords } from '#sheets-schema/vocabulary/words/flow.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { withOrigin } from '../figures/origin.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { handoversOf } from '../older-releases.ts';
import { type DrawnPlace, narrowed } from '../rows/lead-details.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel, TableRow } from '../table-model.ts';
import { flowLabel, stays } from './flow-model.ts';

/** `also` narrows the new consultations of a place to those of the cell. */
function createCell(place: DrawnPlace | undefined) {
  return (
    count: number,
    ...also: readonly (readonly [by: 'pathway' | 'target' | 'handover', code: string])[]
  ): TableCell => {
    const figure = expandFigure(count);
    const conditions = also.map(([by, code]) => ({ by, codes: [code] }));
    const led = place === undefined ? figure : withOrigin(figure, narrowed(place, 'N01', conditions));
    return { kind: 'figure', figure: led, decimals: 0 };
  };
}

/** 相談全体 counts each case once in its pathway and in each of its hand-overs; releases of earlier versions leave those blank. */
export function flowTable(
  flow: FlowPeriod,
  caption: string,
  { language, place }: { readonly language: Language; readonly place?: DrawnPlace },
): TableModel {
  const countCell = createCell(place);
  const pathwayCases = new Map(flow.pathways);
  const targetCases = new Map(flow.targets);
  const arrivals = new Map(flow.pathwayTargets.map(([pathway, target, cases]) => [`${pathway}|${target}`, cases]));
  const departures = new Map(flow.targetHandovers.map(([target, handover, cases]) => [`${target}|${handover}`, cases]));
  const known = handoversOf(flow);
  const handovers = known === null ? null : new Map(known);
  const reached = new Set(flow.targetHandovers.map(([, handover]) => handover));
  const from = pathways.codes.filter(({ code }) => pathwayCases.has(code)).map(({ code }) => code);
  const to = [...pathways.codes.map(({ code }) => code as string), stays].filter((code) => reached.has(code));
  const rows = targets.codes
    .filter(({ code }) => targetCases.has(code))
    .map(
      ({ code }): TableRow => ({
        key: code,
        label: flowLabel(1, code, language),
        cells: [
          ...from.map((pathway) =>
            countCell(arrivals.get(`${pathway}|${code}`) ?? 0, ['pathway', pathway], ['target', code]),
          ),
          countCell(targetCases.get(code) ?? 0, ['target', code]),
          ...to.map((handover) =>
            countCell(departures.get(`${code}|${handover}`) ?? 0, ['target', code], ['handover', handover]),
          ),
        ],
      }),
    );
  return {
    caption,
    rowHeader: say(flowWords.columnTarget, language),
    groups: [
      { label: say(flowWords.tableFrom, language), span: from.length },
      { label: say(flowWords.tableCases, language), span: 1 },
      ...(to.length === 0 ? [] : [{ label: say(flowWords.tableTo, language), span: to.length }]),
    ],
    columns: [
      ...from.map((code) => ({ key: `from-${code}`, label: flowLabel(0, code, language), isQuiet: true })),
      { key: 'cases', label: say(flowWords.columnCases, language) },
      ...to.map((code) => ({ key: `to-${code}`, label: flowLabel(2, code, language), isQuiet: true })),
    ],
    rows: [
      ...rows,
      {
        key: 'all',
        label: say(flowWords.tableAll, language),
        look: 'total',
        cells: [
          ...from.map((pathway) => countCell(pathwayCases.get(pathway) ?? 0, ['pathway', pathway])),
          countCell(flow.cases),
          ...to.map(
            (handover): TableCell =>
              handovers === null ? { kind: 'blank' } : countCell(handovers.get(handover) ?? 0, ['handover', handover]),
          ),
        ],
      },
    ],
  };
}
