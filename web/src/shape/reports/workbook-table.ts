/** Where the workbooks stood after the latest run: last edit, last reading, held or not answered, and why. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { WorkbooksAnswer } from '#functions/publish/run-status.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { statusWords } from '#sheets-schema/vocabulary/words/status.ts';
import { formatDay, formatMoment } from '../figures/format.ts';
import { say } from '../say.ts';
import type { TableModel } from '../table-model.ts';

type Workbook = WorkbooksAnswer['workbooks'][number];

/** '5月3日から確認待ち', with what else is the matter. */
function sayState({ held, unanswered, keepsFigures }: Workbook, language: Language): string {
  const troubles = [
    held === null
      ? null
      : say(keepsFigures ? statusWords.stateHeld : statusWords.stateUnread, language, {
          since: formatDay(held.since, language),
        }),
    unanswered === null
      ? null
      : say(statusWords.stateUnanswered, language, { since: formatDay(unanswered.since, language) }),
  ].filter((trouble) => trouble !== null);
  return troubles.length === 0 ? statusWords.stateFine[language] : troubles.join(language === 'ja' ? '。' : '; ');
}

export interface WorkbookStatus {
  readonly title: string;
  readonly measure: string;
  readonly table: TableModel;
  /** What the held offices above do not say already: each with its reason. */
  readonly troubles: readonly {
    readonly key: string;
    readonly fileName: string;
    readonly state: string;
    readonly reasons: readonly string[];
  }[];
}

export function shapeWorkbooks(answer: WorkbooksAnswer, index: OfficeIndex, language: Language): WorkbookStatus {
  const { workbooks, ranAt } = answer;
  const moment = (at: string | null) =>
    at === null ? statusWords.unknownMoment[language] : formatMoment(at, language);
  const troubled = workbooks.filter(({ held, unanswered }) => held !== null || unanswered !== null);
  const told = new Set(index.offices.flatMap(({ held, fileName }) => (held === null ? [] : [fileName])));
  const title =
    troubled.length === 0
      ? statusWords.workbooksFine[language]
      : say(statusWords.workbooksTroubled, language, { count: troubled.length });
  return {
    title,
    measure: say(statusWords.workbooksMeasure, language, {
      run: ranAt === null ? '' : say(statusWords.workbooksRun, language, { moment: formatMoment(ranAt, language) }),
    }).trim(),
    table: {
      caption: title,
      rowHeader: statusWords.columnFile[language],
      columns: [
        { key: 'edited', label: statusWords.columnEdited[language], isText: true },
        { key: 'read', label: statusWords.columnLooked[language], isText: true },
        { key: 'state', label: statusWords.columnState[language], isText: true },
      ],
      rows: workbooks.map((workbook) => ({
        key: workbook.workbook,
        label: workbook.fileName,
        cells: [moment(workbook.editedAt), moment(workbook.readAt), sayState(workbook, language)].map((text) => ({
          kind: 'text',
          text,
        })),
      })),
    },
    troubles: troubled
      .filter(({ fileName, unanswered }) => unanswered !== null || !told.has(fileName))
      .map((workbook) => ({
        key: workbook.workbook,
        fileName: workbook.fileName,
        state: sayState(workbook, language),
        reasons: [workbook.held, workbook.unanswered].flatMap((trouble) =>
          trouble === null ? [] : [trouble.reason[language]],
        ),
      })),
  };
}
