/** Which number formats make a number a date. Excel itself keeps no other difference between 45000 and a day in 2023. */

/** Built-in formats that files do not spell out; 27 to 36 and 50 to 58 are those of Japanese (and Chinese, Korean) Excel. */
const builtInRanges: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** @param code the format as spelt out in the file, which goes before the built-in one of the same number */
export function isDateFormat(id: number, code: string | undefined): boolean {
  return code === undefined ? builtInRanges.some(([first, last]) => first <= id && id <= last) : isDateCode(code);
}

/** Whether a format like `[$-411]ggge"年"m"月"d"日"` shows years, months, days or times rather than digits. */
function isDateCode(code: string): boolean {
  const [shown = ''] = code
    .replace(/"[^"]*"|\\.|[_*]./gu, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^[\]]*\]/g, '')
    .split(';');
  const letters = shown.replace(/General|G\/標準|\.0+/giu, '');
  return /[ymdhsgeba]/i.test(letters) && !/[0#?@]/.test(letters);
}

/** The 1904 system of old Macintosh Excel begins 1,462 days later; everywhere else days count from 1899-12-30. */
export function serialIn1900System(serial: number, is1904: boolean): number {
  return is1904 ? serial + 1462 : serial;
}

/** A date cell written as ISO text (t="d"), as some programs do; `null` where it is none. */
export function serialOfIsoDate(text: string): number | null {
  const time = Date.parse(/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text) ? `${text}Z` : text);
  return /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(time) ? time / 86_400_000 + 25_569 : null;
}
