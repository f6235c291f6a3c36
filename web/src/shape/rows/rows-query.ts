/**
 * Which figure somebody wants the rows of (この数字の行), and how it stands in the address:
 * '<series>.<period>.<pathway>.<target>.<area>' like 'N01.2024-05.P04.all.E01'; what a drawing narrows further follows the series,
 * like 'N01-issue_K03-age_A05'. The area comes last, because a 圏域コード may be any text.
 */

/** What a drawing narrows further: `codes` are alternatives, of which a row has one ('set': all of them and no others). */
export interface RowsCondition {
  readonly by: (typeof conditionNames)[number];
  readonly codes: readonly string[];
}

const conditionNames = [
  'pathway',
  'target',
  'set',
  'issue',
  'age',
  'sex',
  'handover',
  'actions',
  'method',
  'programme',
  'kind',
  'office',
] as const;

/** A figure: its place in the cube (see FigurePlace), and what narrows it further. */
export interface RowsQuery {
  readonly series: string;
  readonly area: string;
  readonly pathway: string;
  readonly target: string;
  readonly period: string;
  readonly also?: readonly RowsCondition[];
}

/** Whatever is no letter or number as '*<code point>*', so that it separates nothing. */
function escapeCode(code: string): string {
  return code.replaceAll(/[^A-Za-z0-9]/gu, (sign) => `*${(sign.codePointAt(0) ?? 0).toString(16)}*`);
}

function unescapeCode(code: string): string {
  return code.replaceAll(/\*([0-9a-f]{1,6})\*/g, (whole, digits: string) => {
    const point = Number.parseInt(digits, 16);
    return point > 0x10ffff ? whole : String.fromCodePoint(point);
  });
}

/** The word of the address for a figure. */
export function printRows({ series, period, pathway, target, area, also = [] }: RowsQuery): string {
  const narrowed = also.map(({ by, codes }) => `-${[by, ...codes.map(escapeCode)].join('_')}`);
  return `${[series + narrowed.join(''), period, pathway, target].join('.')}.${area}`;
}

function readCondition(text: string): RowsCondition | null {
  const [name, ...codes] = text.split('_');
  const by = conditionNames.find((known) => known === name);
  return by === undefined || codes.length === 0 ? null : { by, codes: codes.map(unescapeCode) };
}

/** The figure that a word of the address names; `null` where it names none. */
export function parseRows(word: string): RowsQuery | null {
  const [head = '', period = '', pathway = '', target = '', ...rest] = word.split('.');
  const [series = '', ...narrowed] = head.split('-');
  const area = rest.join('.');
  if ([series, period, pathway, target, area].includes('')) return null;
  const also = narrowed.map(readCondition).filter((condition) => condition !== null);
  if (also.length < narrowed.length) return null;
  return { series, area, pathway, target, period, ...(also.length === 0 ? {} : { also }) };
}
