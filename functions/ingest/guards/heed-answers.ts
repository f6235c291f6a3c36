/**
 * Answers to open questions that stand apart from their workbooks (files of チェック結果): a tick there changes no workbook, so it is looked
 * for before it is decided which ones to read. Waits for the world; no rules here.
 */
import { appendAudit } from '../../audit/append-audit.ts';
import type { Feedback, Store } from '../../world.ts';
import { letThrough, readAllStates } from '../ingest-store.ts';
import { isTicked } from './tick.ts';

/** @throws only when the store fails */
export async function heedAnswers({
  store,
  feedback,
  now,
}: {
  readonly store: Store;
  readonly feedback: Feedback | null;
  readonly now: Date;
}): Promise<void> {
  if (feedback?.readBack === undefined) return;
  for (const { state } of (await readAllStates(store)).values()) {
    if (state?.question == null || state.letThrough === state.question.id) continue;
    const { workbook, municipality, question } = state;
    const tab = await feedback.readBack({ id: workbook });
    if (tab === null || !isTicked([tab], question.id)) continue;
    await appendAudit(store, {
      format: 1,
      at: now.toISOString(),
      action: 'let-through',
      actor: null,
      subject: workbook,
      facts: {
        ...(municipality !== null && { municipality }),
        question: question.id,
        changes: question.count,
        by: 'tick',
      },
    });
    await letThrough({ workbook, question: question.id }, store);
  }
}
