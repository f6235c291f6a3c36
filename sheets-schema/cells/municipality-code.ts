/** 全国地方公共団体コード: two digits for the prefecture, three for the municipality, one check digit. */
import { prefectures } from '../vocabulary/prefectures.ts';
import { isBlankWord } from './blank.ts';
import type { Cell } from './cell.ts';
import { fold } from './fold.ts';
import type { Reading } from './reading.ts';
import { blank, problem, value } from './remark.ts';

/**
 * The check digit for the first five digits.
 * Source: 総務省「全国地方公共団体コード仕様」: weights 6 to 2, eleven minus the remainder, last digit of that.
 */
export function municipalityCheckDigit(five: string): string {
  let sum = 0;
  for (let index = 0; index < 5; index += 1) sum += Number(five[index]) * (6 - index);
  return String((11 - (sum % 11)) % 10);
}

/**
 * 架空のデータ: no prefecture bears 99, so practice workbooks and samples use it, under whatever name they give their prefecture.
 * A figure of theirs can then never be added to a real prefecture's.
 */
export const fictionalPrefecture = '99';

/** Whether six digits have the right check digit and belong to one of the 47 prefectures, or to a fictional one. */
export function isMunicipalityCode(code: string): boolean {
  if (!/^[0-9]{6}$/.test(code) || municipalityCheckDigit(code) !== code[5]) return false;
  return code.startsWith(fictionalPrefecture) || findPrefecture(code) !== undefined;
}

function findPrefecture(code: string): string | undefined {
  return prefectures.find((prefecture) => code.startsWith(prefecture.code))?.ja;
}

/** Reads the digits as typed (five or six); `completeMunicipalityCode` makes a code of them together with the prefecture's name. */
export function readMunicipality(cell: Cell): Reading<string> {
  if (cell === null) return blank();
  if (typeof cell === 'boolean') return problem('municipality/not-a-code');
  if (typeof cell === 'object') return problem('error' in cell ? 'cell/formula-error' : 'municipality/not-a-code');
  const text = fold(String(cell));
  if (isBlankWord(text)) return blank();
  const digits = text.replace(/^([0-9]{5})-([0-9])$/, '$1$2');
  return /^[0-9]{5,6}$/.test(digits) ? value(digits) : problem('municipality/not-a-code');
}

/**
 * The six-digit code that five or six typed digits mean. Five digits may be a code without its check digit ('16205'), or a
 * six-digit one whose leading 0 the spreadsheet took away ('11002' for Sapporo's 011002): the prefecture's name decides, then the
 * check digit; what stays open is a problem (workbook.md, Reading).
 */
export function completeMunicipalityCode({
  typed,
  prefectureName,
}: {
  readonly typed: string;
  /** 都道府県名 as typed; `null` where not given. 県 may be left out. */
  readonly prefectureName: string | null;
}): Reading<string> {
  const digits = fold(typed);
  if (!/^[0-9]{5,6}$/.test(digits)) return problem('municipality/not-a-code');
  const isNamed = (code: string): boolean =>
    prefectureName === null ||
    (code.startsWith(fictionalPrefecture)
      ? !prefectures.some((prefecture) => isPrefecture(prefecture.ja, prefectureName))
      : isPrefecture(findPrefecture(code), prefectureName));
  if (digits.length === 6) {
    const prefecture = digits.startsWith(fictionalPrefecture) ? '架空の県' : findPrefecture(digits);
    if (prefecture === undefined) return problem('municipality/not-a-code');
    if (!isMunicipalityCode(digits)) {
      return problem('municipality/check-digit', digits.slice(0, 5) + municipalityCheckDigit(digits));
    }
    return isNamed(digits) ? value(digits) : problem('municipality/other-prefecture', null, { prefecture });
  }
  const possible = [digits + municipalityCheckDigit(digits), `0${digits}`].filter(isMunicipalityCode);
  const named = possible.filter(isNamed);
  const [code, other] = named;
  if (code !== undefined && other === undefined) return value(code);
  if (code !== undefined) return problem('municipality/ambiguous', null, { one: code, other: other ?? '' });
  const prefecture = possible.map((each) => findPrefecture(each) ?? '').find((name) => name !== '');
  if (prefecture === undefined) return problem('municipality/not-a-code');
  return problem('municipality/other-prefecture', null, { prefecture });
}

function isPrefecture(standard: string | undefined, typed: string): boolean {
  if (standard === undefined) return false;
  const word = fold(typed);
  // 北海道 keeps its 道; 東京, 富山 and 大阪 are what people write without 都, 県 and 府.
  return word === fold(standard) || (standard !== '北海道' && word === fold(standard.slice(0, -1)));
}
