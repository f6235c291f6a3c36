/** A second, plain reading of typed cells, so that the samples are not checked with the very readers they are to try. */
import type { SampleCell } from '../../scripts/sample/workbook.ts';

/** '１８０', '3,479', '156件', 180. */
export function readNumber(cell: SampleCell): number {
  const text = String(cell).normalize('NFKC').replaceAll(',', '');
  const match = /^(?:約|延べ|のべ)?(\d+(?:\.\d+)?)\D*$/.exec(text);
  if (match === null) throw new Error(`no number: ${String(cell)}`);
  return Number(match[1]);
}

/** '平成26年度', 'H27', '平成２８年度', 2017. */
export function readFiscalYear(cell: SampleCell): number {
  const text = String(cell).normalize('NFKC');
  const heisei = /^(?:平成|H)(\d+)/.exec(text);
  const western = /^(\d{4})/.exec(text);
  if (heisei !== null) return 1988 + Number(heisei[1]);
  if (western !== null) return Number(western[1]);
  throw new Error(`no fiscal year: ${text}`);
}
