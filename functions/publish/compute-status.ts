/** Where every workbook stands after a run, for the people who look after them. */
import type { WorkbookState } from '../ingest/ingested.ts';
import type { RunStatus } from './run-status.ts';

export function computeStatus(states: readonly WorkbookState[], now: Date): RunStatus {
  return {
    format: 1,
    ranAt: now.toISOString(),
    workbooks: states.map((state) => ({
      workbook: state.workbook,
      name: state.name,
      municipality: state.municipality,
      // States that an earlier version left say less.
      address: state.address ?? null,
      editedAt: state.editedAt ?? null,
      readAt: state.readAt ?? null,
      keepsFigures: state.ingested !== null,
      hold: state.hold,
      answerTrouble: state.answerTrouble ?? null,
      question: state.question?.id ?? null,
    })),
  };
}
