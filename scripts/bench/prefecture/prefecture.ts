/**
 * 架空のデータ: a prefecture of 60 municipalities with ten fiscal years of rows, for measuring. One city is as finely divided
 * as any (six areas of daily life, eight councils, eighteen school districts); the others have three areas each. The same rows
 * on every machine; they go through the real reading, checking and publishing.
 */
import { createHash } from 'node:crypto';
import type { MemoryWorkbook } from '#functions/adapters/memory/workbooks.ts';
import type { SheetGrid } from '#functions/world.ts';
import { withCheckDigit } from '../../sample/fictional/prefecture.ts';
import { type Place, typeCases, type Years } from './case-rows.ts';
import { typeActivities, typeGoals, typeMeetings } from './other-rows.ts';

/** The last day of which anything is typed, and the day of the run. */
export const benchNow = new Date('2026-11-20T03:00:00Z');
export const benchYears = { first: 2017, last: 2026 } as const;
const municipalities = 60;

/** The city whose pages are opened. */
export const benchCity = withCheckDigit('99201');
/** One of its areas, and another city, to choose. */
export const benchArea = 'E02';
export const otherCity = withCheckDigit('99202');

/** 圏域 of the finely divided city: school districts lie in two parallel divisions. */
export function cityAreas(): string[][] {
  const code = (prefix: string, at: number) => `${prefix}${String(at + 1).padStart(2, '0')}`;
  const top = (prefix: string, name: string, kind: string, count: number, inhabitants: number) =>
    Array.from({ length: count }, (_, at) => [code(prefix, at), `${name}${at + 1}`, kind, 'ALL', String(inhabitants)]);
  return [
    ...top('E', '生活圏域', '日常生活圏域', 6, 66_000),
    ...top('D', '地区社協', '地区社協', 8, 49_500),
    ...Array.from({ length: 18 }, (_, at) => [
      code('S', at),
      `第${at + 1}小学校区`,
      '小学校区',
      `${code('E', Math.floor(at / 3))}、${code('D', Math.floor(at / 2.3) % 8)}`,
      '22000',
    ]),
  ];
}

function plainAreas(): string[][] {
  return Array.from({ length: 3 }, (_, at) => [`E0${at + 1}`, `圏域${at + 1}`, '日常生活圏域', 'ALL', '12000']);
}

function placeOf(at: number): Place {
  const isCity = at === 0;
  return {
    code: withCheckDigit(String(99201 + at)),
    name: isCity ? '測定市' : `測定${at + 1}町`,
    inhabitants: isCity ? 396_000 : 36_000,
    areas: isCity ? cityAreas() : plainAreas(),
    casesEachMonth: isCity ? 75 : 5,
  };
}

function grid(tab: string, id: number, rows: readonly (readonly string[])[]): SheetGrid {
  return { tab, id: String(id), rows, merges: [] };
}

function profile({ code, name, inhabitants }: Place): string[][] {
  return [
    ['項目', '値'],
    ['市区町村コード', code],
    ['都道府県名', '測定県'],
    ['市区町村名', name],
    ['報告機関名', `${name}福祉相談課`],
    ['様式版', '1'],
    ['データの種類', '架空'],
    ['人口', String(inhabitants)],
    ['世帯数', String(Math.round(inhabitants / 2.3))],
    ['65歳以上人口', String(Math.round(inhabitants * 0.3))],
    ['18歳未満人口', String(Math.round(inhabitants * 0.14))],
    ['基準日', '2026-04-01'],
  ];
}

/** One workbook a municipality. */
export function benchWorkbooks(): readonly MemoryWorkbook[] {
  return Array.from({ length: municipalities }, (_, at) => createWorkbook(placeOf(at), benchYears));
}

/** A town with three areas and so many cases each month. */
export function plainTown(at: number, casesEachMonth: number): Place {
  return { ...placeOf(at + 1), casesEachMonth };
}

export function createWorkbook(place: Place, years: Years): MemoryWorkbook {
  const { cases, actions } = typeCases(place, years, benchNow);
  const root = ['ALL', place.name, '市町村全域', '', String(place.inhabitants)];
  const contents = [
    grid('基本情報', 0, profile(place)),
    grid('圏域', 1, [['圏域コード', '圏域名', '圏域種別', '上位圏域コード', '人口'], root, ...place.areas]),
    grid('相談受付', 2, cases),
    grid('支援記録', 3, actions),
    grid('会議', 4, typeMeetings(place, years, benchNow)),
    grid('地域活動', 5, typeActivities(place, years, benchNow)),
    grid('成果目標', 6, typeGoals(place, years)),
  ];
  const revision = createHash('sha256').update(JSON.stringify(contents)).digest('hex');
  return { id: place.code, name: place.name, revision, contents };
}
