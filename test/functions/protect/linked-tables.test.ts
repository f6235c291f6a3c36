import { describe, expect, test } from 'vitest';
import { loadSolver } from '#functions/adapters/highs/solver.ts';
import type { Area } from '#functions/domain/area.ts';
import { createAreaTree } from '#functions/domain/area-tree.ts';
import type { AreaCode, MunicipalityCode, Period } from '#functions/domain/codes.ts';
import { audit } from '#functions/protect/audit.ts';
import type { Tables } from '#functions/protect/cells.ts';
import { createCountTable, uniteTables } from '#functions/protect/count-tables.ts';
import {
  areaDimension,
  municipalityDimension,
  pathwayDimension,
  periodDimension,
  targetDimension,
  wholeDimension,
} from '#functions/protect/dimensions.ts';
import { protect } from '#functions/protect/protect.ts';
import { createChance, createCounts, createTowns } from './prefecture.ts';

const solver = await loadSolver();
const threshold = 5;

function auditOf(tables: Tables, hidden: readonly string[], insider: string | null = null) {
  return audit({ tables, hidden: new Set(hidden), zeros: 'shown', insider, solver });
}

function protectWell(tables: Tables) {
  const { hidden, report } = protect({ tables, zeros: 'shown', solver });
  expect(report.isSafe).toBe(true);
  expect(auditOf(tables, hidden).filter(({ isProtected }) => !isProtected)).toEqual([]);
  return hidden;
}

describe('areas that overlap', () => {
  const area = (code: string, kind: string, ...parents: string[]): Area => ({
    code: code as AreaCode,
    name: code,
    kind,
    parents: parents as AreaCode[],
    populations: [],
    validFrom: null,
    validUntil: null,
    successor: null,
  });
  // Two divisions that do not nest: districts E and councils D, which meet in school districts S.
  const tree = createAreaTree({
    municipality: '990010' as MunicipalityCode,
    name: '架空市',
    areas: [
      area('R', '市町村全域'),
      area('E1', '日常生活圏域', 'R'),
      area('E2', '日常生活圏域', 'R'),
      area('D1', '地区社協', 'R'),
      area('D2', '地区社協', 'R'),
      area('S1', '小学校区', 'E1', 'D1'),
      area('S2', '小学校区', 'E1', 'D2'),
      area('S3', '小学校区', 'E2', 'D2'),
    ],
  });
  const inAreas = (counts: Readonly<Record<string, number>>) =>
    createCountTable({
      indicator: 'N01',
      dimensions: [areaDimension(tree)],
      figureOf: ([code = '']) =>
        tree.nodes.some(({ key }) => key === code)
          ? Object.entries(counts)
              .filter(([own]) =>
                tree.ancestorsOf(own === 'R' ? null : (own as AreaCode)).some((at) => tree.nodes[at]?.key === code),
              )
              .reduce((sum, [, count]) => sum + count, 0)
          : 'n',
      thresholdOf: () => threshold,
      holderOf: () => null,
    });

  test('one area minus another is the school district between them', () => {
    const tables = inAreas({ S1: 20, S2: 3, S3: 30 });
    // D2 (33) minus S3 (30) is S2; E1 (23) minus S1 (20) too.
    expect(auditOf(tables, ['N01|S2']).find(({ cell }) => cell === 'N01|S2')).toMatchObject({ least: 3, most: 3 });
    const hidden = protectWell(tables);
    expect(hidden).toContain('N01|S2');
    expect(hidden).not.toContain('N01|990010');
  });

  test('what lies in no area is found by subtracting, and protected though nobody prints it', () => {
    // Two cases are known to be somewhere in the city only.
    const tables = inAreas({ S1: 20, S2: 15, S3: 30, R: 2 });
    expect(tables.cells.filter(({ isImplicit }) => isImplicit).map(({ value }) => value)).toEqual([2, 2]);
    expect(auditOf(tables, []).filter(({ isProtected }) => !isProtected)).toHaveLength(2);
    expect(protectWell(tables).length).toBeGreaterThan(0);
  });
});

describe('all tables of a small prefecture', () => {
  const towns = createTowns(6);
  const count = createCounts(towns, ['FY2018'], 1.5);
  const codes = towns.map(({ code }) => code);
  const common = {
    indicator: 'N01',
    thresholdOf: () => threshold,
    holderOf: ([municipality = '']: readonly string[]) => (municipality === '99' ? null : municipality),
    figureOf: ([municipality = '', period = '', pathway = '', target = '']: readonly string[]) =>
      count(municipality, period, pathway, target),
  };
  const municipalities = municipalityDimension('99', codes);
  const years = periodDimension(['FY2018' as Period]);
  const tables = uniteTables([
    createCountTable({ ...common, dimensions: [municipalities, years, pathwayDimension(2), wholeDimension] }),
    createCountTable({ ...common, dimensions: [municipalities, years, wholeDimension, targetDimension(2)] }),
  ]);
  const hidden = protectWell(tables);

  test('nobody can tell a small count, and all together stay shown', () => {
    expect(hidden.filter((id) => id === 'N01|99|FY2018|all|all')).toEqual([]);
    expect(hidden.length).toBeLessThan(tables.cells.filter(({ value, isImplicit }) => value > 0 && !isImplicit).length);
  });

  test('no office can tell a small count of another, though it knows its own', () => {
    for (const insider of codes.slice(0, 2)) {
      const told = auditOf(tables, hidden, insider).filter(
        ({ cell, isProtected }) => !isProtected && !cell.startsWith('N01|99|'),
      );
      expect(told).toEqual([]);
    }
  });

  test('all minus one target is protected like a target', () => {
    const others = tables.cells.filter(({ id, value }) => id.includes(' not ') && value > 0 && value < threshold);
    expect(others.length).toBeGreaterThan(0);
    const audited = new Map(auditOf(tables, hidden).map((each) => [each.cell, each]));
    for (const { id } of others) expect(audited.get(id)?.isProtected).toBe(true);
  });
});

describe('area, period, pathway and target at once', () => {
  test('every margin of a small cube holds', () => {
    const chance = createChance(7);
    const dimension = (name: string, parts: number) => ({
      codes: ['all', ...Array.from({ length: parts }, (_, part) => `${name}${part}`)],
      relations: [
        { kind: 'sum' as const, whole: 'all', parts: Array.from({ length: parts }, (_, part) => `${name}${part}`) },
      ],
      weightOf: (code: string) => (code === 'all' ? 5 : 1),
    });
    const several = { ...dimension('t', 2), relations: targetRelations(['t0', 't1']) };
    const cases = Array.from({ length: 60 }, () => ({
      area: `a${Math.floor(chance() * 2)}`,
      month: `m${Math.floor(chance() * 3)}`,
      pathway: `p${Math.floor(chance() ** 2 * 3)}`,
      targets: chance() < 0.2 ? ['t0', 't1'] : chance() < 0.6 ? ['t0'] : ['t1'],
    }));
    const tables = createCountTable({
      indicator: 'N01',
      dimensions: [dimension('a', 2), dimension('m', 3), dimension('p', 3), several],
      figureOf: ([area = '', month = '', pathway = '', target = '']) =>
        cases.filter(
          (each) =>
            [each.area, 'all'].includes(area) &&
            [each.month, 'all'].includes(month) &&
            [each.pathway, 'all'].includes(pathway) &&
            (target === 'all' || each.targets.includes(target)),
        ).length,
      thresholdOf: () => 3,
      holderOf: () => null,
    });
    expect(tables.cells.filter(({ isImplicit }) => !isImplicit)).toHaveLength(3 * 4 * 4 * 3);
    expect(protectWell(tables)).not.toContain('N01|all|all|all|all');
  });
});

function targetRelations(parts: readonly string[]) {
  return [
    { kind: 'cover' as const, whole: 'all', parts },
    { kind: 'within' as const, whole: 'all', parts },
  ];
}
