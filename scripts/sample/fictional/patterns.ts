/** How cases of the fictional offices are spread: who they are about, through whom they come, in which month, for how long. */
// biome-ignore-all format: one line a distribution
import type { OfficeKind } from './municipality.ts';

type Weights = readonly (readonly [string, number])[];

/** 経路 by kind of office. */
export const pathwayWeights: Readonly<Record<OfficeKind, Weights>> = {
  hall: [['P01', 22], ['P02', 18], ['P03', 4], ['P04', 3], ['P0401', 9], ['P0402', 3], ['P0403', 2], ['P0404', 1], ['P0501', 6], ['P0505', 5], ['P0508', 5], ['P0601', 14], ['P0602', 5], ['P0603', 2], ['P07', 3], ['P08', 1], ['P99', 2]],
  council: [['P01', 14], ['P02', 12], ['P03', 6], ['P04', 6], ['P0401', 17], ['P0402', 6], ['P0403', 10], ['P0404', 6], ['P0501', 7], ['P0502', 2], ['P0506', 3], ['P0507', 2], ['P0601', 6], ['P0602', 1], ['P07', 6], ['P99', 1]],
  elderly: [['P01', 14], ['P02', 38], ['P03', 5], ['P0401', 9], ['P0402', 3], ['P0403', 2], ['P0505', 11], ['P0506', 9], ['P0601', 5], ['P0509', 1], ['P07', 3], ['P99', 2]],
  disability: [['P01', 25], ['P02', 26], ['P0502', 8], ['P0505', 14], ['P0507', 5], ['P0501', 5], ['P0601', 11], ['P0401', 3], ['P08', 2], ['P99', 1]],
  poverty: [['P01', 43], ['P02', 9], ['P03', 4], ['P0401', 5], ['P0508', 9], ['P0601', 13], ['P0602', 10], ['P0509', 2], ['P0505', 2], ['P0404', 2], ['P99', 1]],
  children: [['P01', 12], ['P02', 30], ['P0503', 16], ['P0507', 24], ['P0601', 10], ['P0603', 3], ['P0401', 3], ['P99', 2]],
  village: [['P01', 17], ['P02', 22], ['P03', 9], ['P0401', 17], ['P0402', 9], ['P0403', 3], ['P0505', 5], ['P0508', 6], ['P0601', 8], ['P07', 3], ['P99', 1]],
};

/** 対象1 by kind of office. */
export const targetWeights: Readonly<Record<OfficeKind, Weights>> = {
  hall: [['T01', 26], ['T02', 6], ['T0203', 7], ['T03', 10], ['T04', 8], ['T05', 22], ['T06', 7], ['T07', 6], ['T08', 3], ['T10', 3], ['T11', 2], ['T99', 1]],
  council: [['T01', 38], ['T02', 6], ['T0203', 6], ['T03', 7], ['T04', 5], ['T05', 18], ['T06', 9], ['T07', 4], ['T08', 2], ['T09', 1], ['T11', 2], ['T99', 1]],
  elderly: [['T01', 91], ['T0203', 2], ['T05', 3], ['T06', 2], ['T10', 1], ['T99', 1]],
  disability: [['T02', 12], ['T0201', 17], ['T0202', 22], ['T0203', 34], ['T0204', 14], ['T06', 1]],
  poverty: [['T05', 62], ['T07', 14], ['T04', 7], ['T06', 5], ['T01', 6], ['T08', 3], ['T09', 2], ['T99', 1]],
  children: [['T03', 56], ['T04', 22], ['T0204', 12], ['T10', 6], ['T08', 3], ['T99', 1]],
  village: [['T01', 52], ['T02', 6], ['T0203', 5], ['T03', 8], ['T04', 4], ['T05', 14], ['T06', 7], ['T07', 2], ['T11', 2]],
};

/** A second target goes with the first more often than chance would have it: 8050, caring and raising at once. */
export const secondTargets: Readonly<Record<string, Weights>> = {
  T01: [['T06', 5], ['T05', 4], ['T0203', 3], ['T03', 2]],
  T02: [['T05', 3], ['T01', 2]],
  T0201: [['T05', 3], ['T01', 2]],
  T0202: [['T05', 2], ['T0203', 2], ['T01', 1]],
  T0203: [['T05', 4], ['T06', 4], ['T01', 2]],
  T0204: [['T03', 4], ['T06', 3], ['T07', 2]],
  T03: [['T04', 4], ['T05', 4], ['T0204', 3]],
  T04: [['T05', 6], ['T03', 4]],
  T05: [['T07', 4], ['T01', 3], ['T0203', 3], ['T08', 1]],
  T06: [['T01', 5], ['T07', 3], ['T0203', 3]],
  T07: [['T05', 5], ['T06', 4]],
  T08: [['T03', 3], ['T05', 3]],
  T09: [['T05', 4], ['T07', 3]],
  T10: [['T03', 3], ['T04', 3], ['T01', 2]],
};

/** 課題 that go with a target. */
export const issueWeights: Readonly<Record<string, Weights>> = {
  T01: [['K02', 30], ['K03', 18], ['K14', 16], ['K04', 12], ['K15', 8], ['K16', 8], ['K12', 4], ['K10', 2], ['K17', 2]],
  T02: [['K06', 40], ['K04', 10], ['K13', 12], ['K01', 12], ['K11', 6]],
  T03: [['K07', 40], ['K08', 25], ['K01', 12], ['K10', 8], ['K22', 3]],
  T04: [['K01', 35], ['K07', 30], ['K13', 15], ['K11', 8]],
  T05: [['K01', 50], ['K13', 18], ['K11', 12], ['K04', 6], ['K19', 4], ['K21', 3]],
  T06: [['K09', 55], ['K14', 15], ['K05', 12], ['K13', 8]],
  T07: [['K13', 50], ['K01', 20], ['K05', 12], ['K20', 2]],
  T08: [['K23', 45], ['K01', 15], ['K13', 12], ['K07', 10]],
  T09: [['K11', 30], ['K13', 30], ['K01', 20]],
  T10: [['K10', 70], ['K11', 10], ['K05', 8]],
  T11: [['K18', 60], ['K14', 20]],
  T99: [['K99', 40], ['K18', 30], ['K01', 20]],
};

/** Where cases are handed over to (codes of 経路). */
export const handoverWeights: Weights = [['P0501', 20], ['P0601', 18], ['P0508', 16], ['P0504', 12], ['P0502', 9], ['P0505', 8], ['P0503', 5], ['P0507', 3], ['P0401', 4], ['P0404', 3], ['P0509', 2], ['P0603', 2]];

/** More in April to June and in December, fewer in August and in the new year: index 0 is January. */
export const season: readonly number[] = [0.86, 0.93, 1.04, 1.1, 1.12, 1.12, 1.0, 0.84, 0.97, 1.04, 1.02, 1.12];

/** Growth from year to year, a little different from office to office. */
export function growth(fiscalYear: number, officeIndex: number): number {
  return (1.02 + (officeIndex % 5) * 0.03) ** (fiscalYear - 2024);
}

/** 対応: how a reception went on. */
export const responseWeights: Weights = [['D01', 34], ['D02', 20], ['D03', 44], ['D99', 2]];

export const closingWeights: Weights = [['E01', 46], ['E02', 24], ['E03', 6], ['E04', 7], ['E05', 14], ['E99', 3]];

export const methodWeights: Weights = [['S01', 22], ['S02', 34], ['S03', 18], ['S04', 5], ['S05', 11], ['S06', 3], ['S07', 4], ['S08', 2], ['S09', 1]];
