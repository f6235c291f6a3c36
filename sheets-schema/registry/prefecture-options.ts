/** 都道府県コード as people type it in the registry: digits, or the name. */
import { municipalityCheckDigit } from '../cells/municipality-code.ts';
import { prefectures } from '../vocabulary/prefectures.ts';

/** Two digits, one where a spreadsheet took the 0 away, six digits as local governments write it, or the name. */
export function prefectureOptions() {
  const named = prefectures.map(({ code, ja }) => {
    const short = ja === '北海道' ? ja : ja.slice(0, -1);
    const six = `${code}000${municipalityCheckDigit(`${code}000`)}`;
    return { value: code, words: [...new Set([code, ja, short, String(Number(code)), six, String(Number(six))])] };
  });
  return [...named, { value: '99', words: ['99', '架空の県'] }];
}
