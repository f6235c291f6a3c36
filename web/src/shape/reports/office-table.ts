/** 機関ごとの行 on データの状態: what was read and counted of each workbook. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { formatDay } from '../figures/format.ts';
import type { TableCell, TableModel } from '../table-model.ts';

export function shapeOfficeTable(index: OfficeIndex, language: Language): TableModel {
  const count = (value: number): TableCell => ({
    kind: 'figure',
    figure: value === 0 ? { state: 'zero', value: 0 } : { state: 'value', value },
    decimals: 0,
  });
  return {
    caption: statusWords.officesMeasure[language],
    rowHeader: statusWords.columnOffice[language],
    columns: [
      { key: 'file', label: statusWords.columnFile[language], isText: true },
      { key: 'read', label: statusWords.columnRead[language] },
      { key: 'accepted', label: statusWords.columnAccepted[language] },
      { key: 'errors', label: statusWords.columnErrors[language] },
      { key: 'notices', label: statusWords.columnNotices[language] },
      { key: 'until', label: statusWords.columnUntil[language], isText: true },
    ],
    rows: index.offices.map((report) => ({
      key: report.workbook,
      label: report.office,
      cells: [
        { kind: 'text', text: report.fileName },
        count(report.rowsRead),
        count(report.rowsAccepted),
        count(report.errors),
        count(report.notices),
        report.dataUntil === null ? { kind: 'blank' } : { kind: 'text', text: formatDay(report.dataUntil, language) },
      ],
    })),
  };
}
