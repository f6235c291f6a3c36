/** The place of a municipality among its peers in one measure: everybody's value on one line, one's own marked. */
import type { MeasureComparison, TownResult } from '#functions/publish/comparison.ts';
import { leftOutWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import { peersWords } from '#sheets-schema/vocabulary/words/comparison-peers.ts';
import { sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { say } from '../say.ts';
import type { TableModel } from '../table-model.ts';
import { type ClassCell, isState, wordOf } from './class-cells.ts';
import { formatComparedPeriod } from './compared-choice.ts';
import { figureIn } from './interval-table.ts';
import { decimalsOf, nameMeasure, printCompared, printShort, printTicks } from './measure-words.ts';
import type { PeerGroup } from './peer-group.ts';
import { roundScale } from './ranking.ts';
import { classOf } from './scatter.ts';
import { sayRange } from './town-sentence.ts';

export interface PlacedTown {
  readonly code: string;
  readonly name: string;
  readonly isOwn: boolean;
  readonly class: ClassCell;
  /** Share of the scale, with the 95 % interval; `null` where there is no value. */
  readonly at: number | null;
  readonly interval: readonly [number, number] | null;
  /** The value as printed, or why there is none. */
  readonly text: string;
}

export interface PeerPlace {
  readonly title: string;
  readonly measureLine: string;
  /** The largest value first, without a value last. */
  readonly towns: readonly PlacedTown[];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly reference: { readonly at: number; readonly label: string } | null;
  /** Of the peers that were found; of those chosen by hand none was published. */
  readonly median: { readonly at: number; readonly label: string } | null;
  readonly table: TableModel;
}

/** How many of the others lie below and above; as published for the peers that were found. */
function placeAmong(own: TownResult, others: readonly TownResult[], isChosen: boolean) {
  if (!isChosen && own.peers !== null) return own.peers;
  const values = others.flatMap(({ value }) => value ?? []);
  return {
    of: values.length,
    below: values.filter((value) => value < (own.value ?? 0)).length,
    above: values.filter((value) => value > (own.value ?? 0)).length,
    median: null,
  };
}

export function shapePlace(
  measure: MeasureComparison,
  { town, peers, isChosen }: PeerGroup,
  { period, language }: { readonly period: string; readonly language: Language },
): PeerPlace {
  const shown = measure.periods.find((one) => one.period === period);
  const resultOf = (code: string) => shown?.towns.find((each) => each.code === code) ?? null;
  const own = resultOf(town.code);
  const others = peers.flatMap((peer) => resultOf(peer.town.code) ?? []);
  const group = [town, ...peers.map((peer) => peer.town)];
  const results = new Map(group.map(({ code }) => [code, resultOf(code)]));
  const reference = shown?.reference?.value ?? null;
  const known = [...results.values()].flatMap((result) => (result?.value == null ? [] : [result]));
  const largest = Math.max(0, reference ?? 0, ...known.map(({ value }) => value ?? 0));
  // Wide intervals of small numbers go on beyond the scale, so that the values stay apart.
  const widest = Math.max(0, ...known.map(({ of95 }) => of95?.[1] ?? 0));
  const scale = roundScale(Math.min(widest, largest * 2) || largest);
  const at = (value: number) => Math.min(1, value / scale.end);
  const place = own === null || own.value === null ? null : placeAmong(own, others, isChosen);
  const name = nameMeasure(measure.measure, language);
  const measureLine = say(peersWords.placeMeasure, language, {
    measure: name,
    period: formatComparedPeriod(period, language),
  });
  const placed = group
    .map(({ code, name: townName }): PlacedTown & { readonly value: number } => {
      const result = results.get(code) ?? null;
      const of95 = result?.of95 ?? null;
      const value = result?.value ?? null;
      return {
        code,
        name: townName,
        isOwn: code === town.code,
        class: classOf(result),
        at: value === null ? null : at(value),
        interval: of95 === null ? null : [at(of95[0]), at(of95[1])],
        text: value === null ? whyNot(result, language) : printShort(measure.measure, value),
        value: value ?? -1,
      };
    })
    .toSorted((one, other) => other.value - one.value);
  const ticks = printTicks(measure.measure, scale.ticks);
  return {
    title:
      own === null || own.value === null || place === null
        ? say(peersWords.placeNone, language, { measure: name, name: town.name, why: whyNot(own, language) })
        : say(phraseOf(place), language, {
            measure: name,
            name: town.name,
            value: printCompared(measure.measure, own.value, language),
            of: place.of,
            below: place.below,
            above: place.above,
          }),
    measureLine,
    towns: placed.map(({ value: _, ...each }) => each),
    ticks: scale.ticks.map((value, place) => ({ at: at(value), label: ticks[place] ?? '' })),
    reference: lineOf(reference, (value) => say(sharedWords.referenceShort, language, { value })),
    median: lineOf(place?.median ?? null, (value) => say(peersWords.median, language, { value })),
    table: tableOf(),
  };

  function lineOf(value: number | null, label: (printed: string) => string) {
    return value === null ? null : { at: at(value), label: label(printShort(measure.measure, value)) };
  }

  function tableOf(): TableModel {
    return {
      caption: measureLine,
      rowHeader: sharedWords.municipality[language],
      columns: [
        { key: 'value', label: peersWords.columnValue[language] },
        { key: 'range', label: peersWords.columnRange[language], isText: true },
        { key: 'class', label: peersWords.columnClass[language], isText: true },
      ],
      rows: placed.map(({ code, name: townName, isOwn, class: cell }) => {
        const result = results.get(code) ?? null;
        const of95 = result?.of95 ?? null;
        return {
          key: code,
          label: townName,
          look: isOwn ? 'emphasised' : 'plain',
          cells: [
            {
              kind: 'figure',
              figure: figureIn(result?.state ?? 'n/a', result?.value ?? null),
              decimals: decimalsOf(measure.measure),
            },
            of95 === null ? { kind: 'blank' } : { kind: 'text', text: sayRange(measure.measure, of95, language) },
            isState(cell) ? { kind: 'blank' } : { kind: 'text', text: wordOf(cell, language) },
          ],
        };
      }),
    };
  }
}

function phraseOf({ of, below, above }: { readonly of: number; readonly below: number; readonly above: number }) {
  if (of === 0) return peersWords.placeAlone;
  if (above === of) return peersWords.placeLowest;
  return below === of ? peersWords.placeHighest : peersWords.place;
}

function whyNot(result: TownResult | null, language: Language): string {
  return leftOutWords[result?.leftOut ?? 'notApplicable'][language];
}
