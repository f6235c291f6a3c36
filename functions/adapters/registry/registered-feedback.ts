/** Answers in registered workbooks: in spreadsheets by Google, beside files where there is a folder for answers. */
import type { Feedback, SheetGrid, WorkbookEntry } from '../../world.ts';
import { systemClock } from '../clock.ts';
import type { GoogleClients } from '../google/client.ts';
import { createGoogleFeedback } from '../google/feedback.ts';
import type { RegisteredWorkbooks } from './registered-workbooks.ts';

export function createRegisteredFeedback({
  source,
  openGoogle,
  files,
}: {
  readonly source: RegisteredWorkbooks;
  /** `null`: spreadsheets are not answered. */
  readonly openGoogle: (() => Promise<GoogleClients>) | null;
  /** `null`: files are not answered; their findings are on the dashboard. */
  readonly files: Feedback | null;
}): Feedback {
  return {
    ...(files?.readBack === undefined ? {} : { readBack: async (entry) => await readBack(entry, files) }),
    async answer(entry, answer, read) {
      const place = source.registry()?.workbooks.find((workbook) => workbook.place.id === entry.id)?.place;
      if (place?.kind === 'spreadsheet' && openGoogle !== null) {
        return await createGoogleFeedback(await openGoogle()).answer(entry, answer, read);
      }
      if (place?.kind === 'file' && files !== null) return await files.answer(entry, answer, read);
      return { outcome: 'settled', at: systemClock.now().toISOString() };
    },
  };

  /** A spreadsheet's own tab shows it when it is read. */
  async function readBack(entry: Pick<WorkbookEntry, 'id'>, answers: Feedback): Promise<SheetGrid | null> {
    const place = source.registry()?.workbooks.find((workbook) => workbook.place.id === entry.id)?.place;
    return place?.kind === 'file' ? ((await answers.readBack?.(entry)) ?? null) : null;
  }
}
