/** The rows of the registry (登録簿) → workbooks, people, guide values and rules of protection. Pure; a bad row is a finding, and the good ones count. */
import { completeMunicipalityCode, type Finding, fold, type Table } from '#sheets-schema';
import { registryTables } from '#sheets-schema/registry/registry.ts';
import type { MunicipalityCode } from '../domain/codes.ts';
import type { ReadRegistry, RegisteredPlace, RegisteredWorkbook, RegistryTrouble } from '../domain/registration.ts';
import { createFinding, type FindingParts } from '../ingest/findings/create-finding.ts';
import { placeIn } from '../ingest/findings/place.ts';
import { findColumns, findTabs } from '../ingest/tables/find-tables.ts';
import { readRows, type TableRows } from '../ingest/tables/read-rows.ts';
import type { SheetGrid } from '../world.ts';
import { known } from './known.ts';
import { readGuides } from './registered-guides.ts';
import { readPeople } from './registered-people.ts';
import { readRegisteredPlace } from './registered-place.ts';
import { readProtections } from './registered-protections.ts';

type Registrations = TableRows<typeof registryTables.registrations>;

/** @param takesFiles a registry that is a spreadsheet has no folder in which to look for files */
export function readRegistry(
  grids: readonly SheetGrid[],
  { takesFiles = true }: { readonly takesFiles?: boolean } = {},
): ReadRegistry {
  const { tabs, findings } = findTabs({ grids, definitions: registryTables });
  const registrations = openTab<typeof registryTables.registrations>('registrations', tabs.get('registrations'));
  const people = openTab<typeof registryTables.people>('people', tabs.get('people'));
  const guides = openTab<typeof registryTables.guides>('guides', tabs.get('guides'));
  const protections = openTab<typeof registryTables.protections>('protections', tabs.get('protections'));
  const workbooks = registrations.rows === null ? noWorkbooks : readWorkbooks(registrations.rows, takesFiles);
  const persons = people.rows === null ? noPeople : readPeople(people.rows);
  const values = guides.rows === null ? noGuides : readGuides(guides.rows);
  const rules = protections.rows === null ? noProtections : readProtections(protections.rows);
  const ofRules = [...protections.findings, ...rules.findings];
  const placeOf = ({ tab }: Finding) => grids.findIndex((grid) => grid.tab === tab);
  return {
    workbooks: workbooks.workbooks,
    refused: workbooks.refused,
    people: persons.people,
    guides: values.guides,
    protections: rules.protections,
    findings: [
      ...findings,
      ...registrations.findings,
      ...workbooks.findings,
      ...people.findings,
      ...persons.findings,
      ...guides.findings,
      ...values.findings,
      ...ofRules,
    ].toSorted((one, other) => placeOf(one) - placeOf(other) || (one.row ?? 0) - (other.row ?? 0)),
    troubles: {
      registrations: registrations.trouble,
      people: people.trouble,
      guides: guides.trouble,
      protections: protections.trouble ?? troubleOfRules(ofRules),
    },
  };
}

const noWorkbooks = { workbooks: [], refused: [], findings: [] };
const noPeople = { people: [], findings: [] };
const noGuides = { guides: [], findings: [] };
const noProtections = { protections: [], findings: [] };

/** A rule that cannot be used leaves the former ones in force: otherwise a slip of the pen would show what was hidden. */
function troubleOfRules(findings: readonly Finding[]): RegistryTrouble | null {
  if (findings.every(({ severity }) => severity !== 'error')) return null;
  return { code: 'registry/protections', facts: { tab: registryTables.protections.tab } };
}

interface OpenedTab<T extends Table> {
  readonly rows: TableRows<T> | null;
  readonly trouble: RegistryTrouble | null;
  readonly findings: readonly Finding[];
}

function openTab<T extends Table>(name: keyof typeof registryTables, grid: SheetGrid | undefined): OpenedTab<T> {
  const table: Table = registryTables[name];
  if (grid === undefined) {
    const trouble = table.isRequired ? { code: 'registry/no-tab', facts: { tab: table.tab } } : null;
    return { rows: null, trouble, findings: [] };
  }
  const { found, findings } = findColumns({ name, table, grid });
  const missing =
    found?.missing ?? Object.values(table.columns).flatMap(({ required, header }) => (required ? [header] : []));
  if (found === null || missing.length > 0) {
    // 利用者, 目安値 and 秘匿 may be left empty; 登録 has its headers even where nothing is registered.
    const isMissed = found !== null || table.isRequired;
    const facts = { tab: grid.tab, headers: missing.join('、') };
    return { rows: null, trouble: isMissed ? { code: 'registry/no-columns', facts } : null, findings };
  }
  const rows = readRows<T>(found);
  return { rows, trouble: null, findings: [...findings, ...rows.findings] };
}

function readWorkbooks(rows: Registrations, takesFiles: boolean) {
  const findings: Finding[] = [];
  const good: RegisteredWorkbook[] = [];
  const refused: RegisteredPlace[] = rows.refused.flatMap(({ values }) => {
    const place = readRegisteredPlace(known(values.workbook) ?? '');
    return place === null ? [] : [place];
  });
  for (const { row, values } of rows.accepted) {
    const refuse = (column: string, parts: FindingParts) =>
      findings.push(createFinding(placeIn(rows.found, row, column), parts));
    const place = readRegisteredPlace(known(values.workbook) ?? '');
    if (place === null) refuse('workbook', { code: 'registration/not-a-spreadsheet' });
    else if (place.kind === 'file' && !takesFiles) refuse('workbook', { code: 'registration/file-in-cloud' });
    const code = completeMunicipalityCode({
      typed: values.municipality,
      prefectureName: known(values.prefectureName),
    });
    if (code.outcome === 'problem') refuse('municipality', { ...code.problem, typed: values.municipality });
    if (place === null || (place.kind === 'file' && !takesFiles)) continue;
    if (code.outcome !== 'value') {
      refused.push(place);
      continue;
    }
    good.push({
      row,
      place,
      municipality: code.value as MunicipalityCode,
      officeName: values.officeName,
      // What cannot be read in 有効 is said at its cell; until it is mended, the workbook is read.
      isActive: known(values.isActive) ?? true,
      contact: known(values.contact),
    });
  }
  const workbooks = dropRepeated(good, rows, findings);
  askAboutOffices(workbooks, rows, findings);
  return { workbooks, refused, findings };
}

/** Of rows that name one workbook, the first that is 有 is used, or else the first. */
function dropRepeated(good: readonly RegisteredWorkbook[], rows: Registrations, findings: Finding[]) {
  const groups = groupBy(good, ({ place }) => place.id);
  const used = new Set<RegisteredWorkbook>();
  for (const group of groups) {
    const kept = group.find(({ isActive }) => isActive) ?? group[0];
    if (kept === undefined) continue;
    used.add(kept);
    const facts = { used: placeIn(rows.found, kept.row, 'workbook').cell ?? '' };
    for (const { row } of group.filter((one) => one !== kept)) {
      const otherRows = group.map((one) => one.row).filter((other) => other !== row);
      findings.push(
        createFinding(placeIn(rows.found, row, 'workbook'), {
          code: 'registration/duplicate-workbook',
          otherRows,
          facts,
        }),
      );
    }
  }
  return good.filter((one) => used.has(one));
}

/** An office that begins a new workbook every April stands twice and is right; any other should know. */
function askAboutOffices(workbooks: readonly RegisteredWorkbook[], rows: Registrations, findings: Finding[]): void {
  const active = workbooks.filter(({ isActive }) => isActive);
  for (const [first, ...others] of groupBy(
    active,
    ({ municipality, officeName }) => `${municipality} ${fold(officeName)}`,
  )) {
    if (first === undefined || others.length === 0) continue;
    findings.push(
      createFinding(placeIn(rows.found, first.row, 'officeName'), {
        code: 'registration/same-office',
        otherRows: others.map(({ row }) => row),
      }),
    );
  }
}

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): readonly (readonly Value[])[] {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return [...groups.values()];
}
