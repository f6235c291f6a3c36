/** The flow as one table, nothing folded: targets down, whom they came through on the left, whom they were handed on to on the right. */
import type { FlowPeriod } from '#functions/publish/detail.ts';
import { pathways, targets } from '#sheets-schema/vocabulary/codes.ts';
import { flowWords } from '#sheets-schema/vocabulary/words/flow.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel, TableRow } from '../table-model.ts';
import { flowName, stays } from './flow-model.ts';

function countCell(count: number): TableCell {
  return { kind: 'figure', figure: expandFigure(count), decimals: 0 };
}

/** 相談全体 counts each case once; its hand-overs are not known as cases and stay blank. */
export function flowTable(flow: FlowPeriod, caption: string, language: Language): TableModel {
  const pathwayCases = new Map(flow.pathways);
  const targetCases = new Map(flow.targets);
  const arrivals = new Map(flow.pathwayTargets.map(([pathway, target, cases]) => [`${pathway}|${target}`, cases]));
  const departures = new Map(flow.targetHandovers.map(([target, handover, cases]) => [`${target}|${handover}`, cases]));
  const reached = new Set(flow.targetHandovers.map(([, handover]) => handover));
  const from = pathways.codes.filter(({ code }) => pathwayCases.has(code)).map(({ code }) => code);
  const to = [...pathways.codes.map(({ code }) => code as string), stays].filter((code) => reached.has(code));
  const rows = targets.codes
    .filter(({ code }) => targetCases.has(code))
    .map(
      ({ code }): TableRow => ({
        key: code,
        label: flowName(1, code, language),
        cells: [
          ...from.map((pathway) => countCell(arrivals.get(`${pathway}|${code}`) ?? 0)),
          countCell(targetCases.get(code) ?? 0),
          ...to.map((handover) => countCell(departures.get(`${code}|${handover}`) ?? 0)),
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
      ...from.map((code) => ({ key: `from-${code}`, label: flowName(0, code, language), isQuiet: true })),
      { key: 'cases', label: say(flowWords.columnCases, language) },
      ...to.map((code) => ({ key: `to-${code}`, label: flowName(2, code, language), isQuiet: true })),
    ],
    rows: [
      ...rows,
      {
        key: 'all',
        label: say(flowWords.tableAll, language),
        look: 'total',
        cells: [
          ...from.map((pathway) => countCell(pathwayCases.get(pathway) ?? 0)),
          countCell(flow.cases),
          ...to.map((): TableCell => ({ kind: 'blank' })),
        ],
      },
    ],
  };
}
