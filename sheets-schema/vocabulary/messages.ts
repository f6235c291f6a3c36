/**
 * Every sentence we say about a workbook, Japanese then English, by key. No conditions here.
 * `{name}` is filled from the finding's place and facts. The sentences themselves stand in messages/, one file a subject.
 */
import { areaMessages } from './messages/areas.ts';
import { cellMessages } from './messages/cells.ts';
import { dateMessages } from './messages/dates.ts';
import { registryMessages } from './messages/registry.ts';
import { rowMessages } from './messages/rows.ts';
import { workbookMessages } from './messages/workbooks.ts';

export { failureMessages } from './messages/failures.ts';
export type { FindingMessage } from './messages/message.ts';

/** What is said about something in a workbook, by the code of the finding. */
export const findingMessages = {
  ...workbookMessages,
  ...areaMessages,
  ...rowMessages,
  ...dateMessages,
  ...cellMessages,
  ...registryMessages,
};
