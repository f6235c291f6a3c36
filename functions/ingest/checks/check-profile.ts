/** 基本情報: which municipality and which office a workbook speaks for. Without a valid code it cannot be placed, and is held. */
import { completeMunicipalityCode, type Finding, fold, type tables, unknown } from '#sheets-schema';
import { prefectures } from '#sheets-schema/vocabulary/prefectures.ts';
import type { Population } from '../../domain/area.ts';
import { monthOf } from '../../domain/calendar.ts';
import type { Day, Month, MunicipalityCode, PrefectureCode } from '../../domain/codes.ts';
import { createFinding } from '../findings/create-finding.ts';
import type { HoldReason } from '../hold-reason.ts';
import type { Office } from '../ingested.ts';
import type { Items } from '../tables/read-items.ts';

export interface CheckedProfile {
  readonly office: Office;
  readonly fiscalYear: number | null;
  readonly population: Population;
  /** 面積. */
  readonly squareKilometres: number | null;
  readonly dueFrom: Month | null;
  readonly dueUntil: Month | null;
  /** セルの印: whether cells may be marked. Blank, 不明 and what cannot be read mean yes. */
  readonly cellMarks: boolean;
  /** 様式版, as typed. */
  readonly templateVersion: string | null;
}

export type ProfileOutcome =
  | { readonly outcome: 'checked'; readonly profile: CheckedProfile; readonly findings: readonly Finding[] }
  | {
      readonly outcome: 'held';
      readonly reason: HoldReason;
      readonly findings: readonly Finding[];
      readonly cellMarks: boolean;
    };

/** Checks the items of 基本情報. */
export function checkProfile({ values, findings: found, placeOf }: Items<typeof tables.profile>): ProfileOutcome {
  const findings = [...found];
  const cellMarks = values.cellMarks !== false;
  const hold = (code: HoldReason['code']) => ({ outcome: 'held', reason: { code }, findings, cellMarks }) as const;
  const prefectureName = textOf(values.prefectureName);
  const typed = textOf(values.municipalityCode);
  if (typed === null) return hold('workbook/no-municipality-code');
  const code = completeMunicipalityCode({ typed, prefectureName });
  if (code.outcome !== 'value') {
    if (code.outcome === 'problem') {
      findings.push(createFinding(placeOf('municipalityCode'), { ...code.problem, typed }));
    }
    return hold('workbook/no-municipality-code');
  }
  for (const notice of code.notices) findings.push(createFinding(placeOf('municipalityCode'), { ...notice, typed }));
  const municipalityName = textOf(values.municipalityName);
  const officeName = textOf(values.officeName);
  if (municipalityName === null || officeName === null) {
    return hold('workbook/no-office');
  }
  const prefecture = code.value.slice(0, 2) as PrefectureCode;
  const population: Population = {
    asOf: known(values.populationAsOf) as Day | null,
    inhabitants: known(values.inhabitants),
    households: known(values.households),
    elderly: known(values.elderly),
    children: known(values.children),
  };
  const dueFrom = known(values.dueFrom);
  const dueUntil = known(values.dueUntil);
  return {
    outcome: 'checked',
    findings,
    profile: {
      office: {
        name: officeName,
        municipality: code.value as MunicipalityCode,
        municipalityName,
        prefecture,
        prefectureName: prefectures.find((one) => one.code === prefecture)?.ja ?? prefectureName ?? '',
        isFictional: values.dataKind === '架空',
        isReference: values.dataKind === '参考',
        sourceNote: textOf(values.sourceNote),
      },
      fiscalYear: known(values.fiscalYear),
      population,
      squareKilometres: known(values.areaSize),
      dueFrom: dueFrom === null ? null : monthOf(dueFrom as Day),
      dueUntil: dueUntil === null ? null : monthOf(dueUntil as Day),
      cellMarks,
      templateVersion: textOf(values.templateVersion),
    },
  };
}

/** Whether two workbooks are of one office (報告機関): same municipality and, folded, same name. */
export function isSameOffice(one: Office, other: Office): boolean {
  return one.municipality === other.municipality && fold(one.name) === fold(other.name);
}

function textOf(value: string | null | undefined): string | null {
  return value === undefined || value === unknown || value === '' ? null : value;
}

function known<Value extends string | number>(value: Value | null | undefined): Exclude<Value, typeof unknown> | null {
  return value === undefined || value === null || value === unknown ? null : (value as Exclude<Value, typeof unknown>);
}
