/** The log of a command: what went wrong, on stderr. What went well is in the command's own summary. */
import { createTerminalLog } from '#functions/adapters/log.ts';
import type { Log } from '#functions/world.ts';

export const terminalLog: Log = { ...createTerminalLog(), info: () => undefined };
