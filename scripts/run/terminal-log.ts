/** The log of a command: what should never happen, on stderr. What went well and what is held is in its own summary. */
import { createTerminalLog } from '#functions/adapters/log.ts';
import type { Log } from '#functions/world.ts';

export const terminalLog: Log = { ...createTerminalLog(), info: () => undefined, warn: () => undefined };
