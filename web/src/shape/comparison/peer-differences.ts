/**
 * What a municipality does differently from its peers: the measures in which it stands on another side of the prefecture's value than
 * some of them. Classes were published; they are only laid side by side and counted.
 */
import type { ComparisonObject } from '#functions/publish/comparison.ts';
import { classWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import { peersWords } from '#sheets-schema/vocabulary/words/comparison-peers.ts';
import { sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import type { TableModel } from '../table-model.ts';
import { withinSentence } from '../title.ts';
import { type ClassCell, cellOf, isClear, isState, sideOf, wordOf } from './class-cells.ts';
import { formatComparedPeriod } from './compared-choice.ts';
import { allMeasures, nameMeasure } from './measure-words.ts';
import type { PeerGroup } from './peer-group.ts';

export interface PeerDifference {
  readonly measure: string;
  readonly name: string;
  readonly own: ClassCell;
  /** In the order of the peers. */
  readonly peers: readonly ClassCell[];
  /** How many of them stand on another side. */
  readonly differing: number;
  /** Whether most of those that were judged do. */
  readonly isMost: boolean;
}

export interface PeerDifferences {
  /** The measures in which most differ first. */
  readonly rows: readonly PeerDifference[];
  readonly title: string;
  readonly measureLine: string;
  readonly table: TableModel;
}

export function shapeDifferences(
  comparison: Pick<ComparisonObject, 'classes' | 'towns' | 'measures'>,
  { town, peers }: PeerGroup,
  { period, language }: { readonly period: string; readonly language: Language },
): PeerDifferences {
  const published = allMeasures
    .map(({ code }) => code as string)
    .filter((code) => comparison.measures[code] !== undefined);
  const cell = (measure: string, code: string) => cellOf(comparison, { measure, period, town: code });
  const withValue = published.filter((measure) => !isState(cell(measure, town.code)));
  const rows = withValue
    .map((measure): PeerDifference => {
      const own = cell(measure, town.code);
      const cells = peers.map((peer) => cell(measure, peer.town.code));
      const judged = cells.map(sideOf).filter((side) => side !== null);
      const differing = sideOf(own) === null ? 0 : judged.filter((side) => side !== sideOf(own)).length;
      return {
        measure,
        name: nameMeasure(measure, language),
        own,
        peers: cells,
        differing,
        isMost: differing * 2 > judged.length,
      };
    })
    .filter(({ differing }) => differing > 0)
    .toSorted(
      (one, other) =>
        Number(other.isMost) - Number(one.isMost) ||
        Number(isClear(other.own)) - Number(isClear(one.own)) ||
        other.differing - one.differing,
    );
  const measureLine = say(peersWords.differMeasure, language, {
    shown: rows.length,
    all: withValue.length,
    period: formatComparedPeriod(period, language),
  });
  return {
    rows,
    title:
      peers.length === 0
        ? say(peersWords.differAlone, language, { name: town.name })
        : titleOf(rows, town.name, language),
    measureLine,
    table: {
      caption: measureLine,
      rowHeader: sharedWords.measure[language],
      columns: [
        { key: town.code, label: town.name, isText: true },
        ...peers.map((peer) => ({ key: peer.town.code, label: peer.town.name, isText: true })),
        { key: 'differing', label: peersWords.columnDiffer[language] },
      ],
      rows: rows.map(({ measure, name, own, peers: cells, differing }) => ({
        key: measure,
        label: name,
        cells: [
          ...[own, ...cells].map((each) => ({ kind: 'text' as const, text: wordOf(each, language) })),
          { kind: 'figure', figure: expandFigure(differing), decimals: 0 },
        ],
      })),
    },
  };
}

function titleOf(rows: readonly PeerDifference[], name: string, language: Language): string {
  const most = rows.filter(({ isMost }) => isMost);
  const outside = most.find(({ own }) => sideOf(own) !== 'within') ?? most[0];
  if (outside === undefined) return say(peersWords.differNone, language, { name });
  const facts = { name, measure: withinSentence(outside.name), count: most.length - 1 };
  if (outside.own === 'within' || outside.own === 'unclassed' || isState(outside.own))
    return say(peersWords.differWithin, language, facts);
  const side = { ...facts, side: withinSentence(classWords[outside.own][language]) };
  return say(most.length > 1 ? peersWords.differTitleMore : peersWords.differTitle, language, side);
}
