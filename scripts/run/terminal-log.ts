/** The log of a command: what went wrong, readable, on stderr. What went well is in the command's own summary. */
import type { Log } from '#functions/world.ts';

type Fields = Readonly<Record<string, string | number | boolean | null>>;

function line(event: string, fields: Fields = {}): string {
  const details = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`);
  return `${[event, ...details].join(' ')}\n`;
}

export const terminalLog: Log = {
  info: () => undefined,
  warn: (event, fields) => void process.stderr.write(line(event, fields)),
  error: (event, fields) => void process.stderr.write(line(event, fields)),
};
