/** Why a workbook's new contents are not used. Its last good figures stay, and it says so. */
import type { failureMessages } from '#sheets-schema/vocabulary/messages.ts';

export interface HoldReason {
  readonly code: keyof typeof failureMessages;
  readonly facts?: Readonly<Record<string, string | number>>;
}
