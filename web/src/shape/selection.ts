/**
 * The view state held against what the municipality really has: codes that do not exist any more are replaced by
 * everything, and said.
 */
import type { OfficeIndex } from '#functions/publish/release.ts';
import { pathways, targets } from '#sheets-schema/vocabulary/codes.ts';
import type { ViewState } from '../view-state.ts';
import { defaultPeriod } from './periods/periods.ts';

/** What is selected; everything exists. */
export interface Selection {
  readonly period: string;
  /** An area's code; the municipality's code for the root. */
  readonly area: string;
  /** 'all' or a code. */
  readonly pathway: string;
  /** 'all' or a code. */
  readonly target: string;
  /** Which parts of the address named something that does not exist. */
  readonly unknown: readonly ('period' | 'area' | 'pathway' | 'target')[];
}

/** The filters as they can be shown; the root's own 圏域コード is understood too. */
export function selectionOf(state: ViewState, index: OfficeIndex): Selection {
  const unknown: ('period' | 'area' | 'pathway' | 'target')[] = [];
  const choose = <K extends 'period' | 'area' | 'pathway' | 'target'>(
    name: K,
    isKnown: (code: string) => boolean,
    fallback: string,
  ): string => {
    const code = state[name];
    if (code === null) return fallback;
    if (isKnown(code)) return code;
    unknown.push(name);
    return fallback;
  };
  const root = index.municipality.code;
  const periods = [...index.months, ...index.quarters, ...index.years];
  const period = choose('period', (code) => periods.includes(code), defaultPeriod(index));
  const area = choose('area', (code) => code === root || index.areas.some((known) => known.code === code), root);
  const isRoot = index.areas.some((known) => known.code === area && known.isRoot);
  return {
    period,
    area: isRoot ? root : area,
    pathway: choose('pathway', (code) => pathways.codes.some((known) => known.code === code), 'all'),
    target: choose('target', (code) => targets.codes.some((known) => known.code === code), 'all'),
    unknown,
  };
}

/** Whether two selections say the same. */
export function isSameSelection(one: Selection, other: Selection): boolean {
  return (
    one.period === other.period &&
    one.area === other.area &&
    one.pathway === other.pathway &&
    one.target === other.target &&
    one.unknown.join() === other.unknown.join()
  );
}

type Sliced = Pick<Selection, 'area' | 'pathway' | 'target'>;

/** The first of these cuts that a release has; an earlier version has only the large ones, of which the last always is. */
function firstOf(index: OfficeIndex, name: string, ...others: readonly string[]): string {
  const [next, ...rest] = others;
  return next === undefined || index.cuts[name] !== undefined ? name : firstOf(index, next, ...rest);
}

/** The cut that holds every series of a selection: a pathway together with a target stands in the pathway's division. */
export function cutFor({ area, pathway, target }: Sliced): string {
  return pathway !== 'all' && target !== 'all' ? `division/${pathway}` : `area/${area}`;
}

/** The cut with which 概況 and 支援 stand: a small one where everything is selected. */
export function overviewCutFor(selection: Sliced, index: OfficeIndex): string {
  const isWhole = selection.pathway === 'all' && selection.target === 'all';
  return isWhole ? firstOf(index, `overview/${selection.area}`, cutFor(selection)) : cutFor(selection);
}

/** The cut that holds every area for what is selected. */
export function areasCutFor({ pathway, target }: Sliced, index: OfficeIndex): string {
  if (pathway !== 'all' && target !== 'all') return `division/${pathway}`;
  const code = pathway === 'all' ? target : pathway;
  return firstOf(index, `areas/${code}`, `division/${code}`);
}

/** The cut that holds every pathway of the area, of the selected target. */
export function pathwaysCutFor({ area, target }: Sliced, index: OfficeIndex): string {
  return target === 'all' ? firstOf(index, `pathways/${area}`, `area/${area}`) : `division/${target}`;
}

/** The cut that holds every target of the area, of the selected pathway. */
export function targetsCutFor({ area, pathway }: Sliced, index: OfficeIndex): string {
  return pathway === 'all' ? firstOf(index, `targets/${area}`, `area/${area}`) : `division/${pathway}`;
}

/** The name of an area as shown; the municipality's name for the root. */
export function areaName(index: OfficeIndex, area: string): string {
  if (area === index.municipality.code) return index.municipality.name;
  return index.areas.find(({ code }) => code === area)?.name ?? area;
}
