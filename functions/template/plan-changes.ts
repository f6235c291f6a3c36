/**
 * Makes a workbook, or renews one that people have filled in: compares what is there with the plan of the template, and lists
 * what would change, as data. No cell that people typed in ever changes; columns are added at the right end, items and tabs at
 * the end; what people renamed stays renamed, what they wrote into our notes and into はじめに stays theirs.
 */
import { fold, tables, templateVersion } from '#sheets-schema';
import { planTemplate, type TabPlan, type TemplateOffice } from '#sheets-schema/template.ts';
import type { CellRange, TabChange, TemplateSurface } from '#sheets-schema/template-change.ts';
import { contactIn } from '#sheets-schema/template-guide.ts';
import { type Dropdown, fiscalYearsAround } from '#sheets-schema/template-words.ts';
import type { SheetGrid } from '../world.ts';
import { addTab } from './add-tab.ts';
import { arrangeWords } from './arrange-words.ts';
import { findPlaces, type Places } from './find-places.ts';
import { renewGuide, textsOf } from './renew-guide.ts';
import { renewItems } from './renew-items.ts';
import { renewTab, settleColumns } from './renew-tab.ts';
import type { TemplateLine } from './template-line.ts';

export type PlannedChanges =
  | {
      readonly outcome: 'planned';
      /** Tabs to be added stand in their order; empty where the workbook is up to date. */
      readonly changes: readonly TabChange[];
      readonly lines: readonly TemplateLine[];
    }
  | {
      readonly outcome: 'refused';
      readonly code: 'not-ours' | 'newer';
      readonly facts: Readonly<Record<string, string>>;
    };

export interface Proposed {
  /** The fiscal year of today, around which dropdowns propose years. */
  readonly fiscalYear: number;
  readonly office?: TemplateOffice;
  readonly contact?: string | null;
}

/** A workbook from nothing. */
export function planNew(proposed: Proposed): readonly TabChange[] {
  const planned = plan([], { tabs: new Map() }, proposed);
  return planned.changes;
}

/** A workbook that is there. `surface` tells what stands in it beside values. */
export function planUpgrade(
  grids: readonly SheetGrid[],
  surface: TemplateSurface,
  { fiscalYear }: Pick<Proposed, 'fiscalYear'>,
): PlannedChanges {
  const places = findPlaces(grids);
  const profile = places.tables.get('profile');
  if (profile === undefined || profile.isStrange) {
    return { outcome: 'refused', code: 'not-ours', facts: { tab: tables.profile.tab } };
  }
  // '３' and '3版' are 3; whatever has no digits is older than all.
  const version = Number(/[0-9]+/.exec(fold(versionOf(places)))?.[0] ?? 0);
  if (version > Number(templateVersion)) {
    return { outcome: 'refused', code: 'newer', facts: { from: String(version), to: templateVersion } };
  }
  return { outcome: 'planned', ...plan(grids, surface, { fiscalYear }) };
}

/** 様式版 as it stands in the workbook; '' where there is none. */
function versionOf({ tables: found }: Places): string {
  const profile = found.get('profile');
  const row = profile?.fields.get('templateVersion');
  return String((row === undefined ? null : profile?.grid.rows[row]?.[profile.itemColumns.value]) ?? '');
}

function plan(grids: readonly SheetGrid[], surface: TemplateSurface, { fiscalYear, office, contact }: Proposed) {
  const places = findPlaces(grids);
  const guideTexts = places.guide === null ? [] : textsOf(places.guide);
  const wanted = planTemplate({
    fiscalYears: yearsProposed(places, fiscalYear),
    office: office ?? null,
    contact: contact ?? contactIn(guideTexts),
  });
  const wordsPlace = places.tables.get('codeLists') ?? null;
  const words = arrangeWords(wanted.wordLists, wordsPlace);
  const rangeOf = createRanges(wanted.tabs, places, surface, words.rangeOf);

  const changes: TabChange[] = [];
  const lines: TemplateLine[] = [];
  for (const tab of wanted.tabs) {
    const place = tab.name === 'guide' ? undefined : places.tables.get(tab.name);
    const about = { tab, rangeOf, surface, words };
    const renewed =
      tab.name === 'guide' && places.guide !== null
        ? renewGuide(tab, places.guide)
        : place === undefined
          ? addTab(about, places.tables.size > 0)
          : tab.layout === 'items'
            ? renewItems(about, place)
            : renewTab(about, place);
    lines.push(...renewed.lines);
    if (renewed.change !== null) changes.push(renewed.change);
  }
  return { changes, lines };
}

/** Years that were proposed before stay, so that a dropdown never loses a year that rows carry. */
function yearsProposed({ tables: found }: Places, fiscalYear: number): readonly number[] {
  const words = found.get('codeLists');
  const [list, code] = [words?.fields.get('list') ?? -1, words?.fields.get('code') ?? -1];
  const before = (words?.grid.rows ?? []).flatMap((row) => {
    const year = Number(row[code]);
    return row[list] === '年度' && Number.isInteger(year) && year > 1990 && year < 2200 ? [year] : [];
  });
  return [...new Set([...before, ...fiscalYearsAround(fiscalYear)])].toSorted((one, other) => one - other);
}

/** 圏域 may have so many rows before its dropdowns need renewing. */
const areaRows = 300;

function createRanges(
  tabs: readonly TabPlan[],
  places: Places,
  surface: TemplateSurface,
  wordsRange: (dropdown: Dropdown & { from: 'words' }) => Omit<CellRange, 'tab'> | null,
): (dropdown: Dropdown) => CellRange | null {
  const [words, areas] = [places.tables.get('codeLists'), places.tables.get('areas')];
  const areaPlan = tabs.find((tab) => tab.name === 'areas');
  const areaColumns =
    areas === undefined || areaPlan === undefined
      ? new Map(areaPlan?.columns.map(({ name }, index) => [name, index]))
      : settleColumns(areaPlan, areas, surface).columnOf;
  return (dropdown) => {
    if (dropdown.from === 'words') {
      const range = wordsRange(dropdown);
      return range === null ? null : { tab: words?.grid.tab ?? tables.codeLists.tab, ...range };
    }
    const column = areaColumns?.get(dropdown.column);
    if (column === undefined) return null;
    const firstRow = (areas?.headerRow ?? 0) + 1;
    const most =
      areas === undefined ? firstRow + areaRows : (surface.tabs.get(areas.grid.id)?.rowCount ?? firstRow + areaRows);
    const lastRow = Math.max(firstRow, Math.min(firstRow + areaRows, most) - 1);
    return { tab: areas?.grid.tab ?? tables.areas.tab, column, firstRow, lastRow };
  };
}
