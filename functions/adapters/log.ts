/**
 * The two ways a log is written: JSON lines for Cloud Logging, short lines for a terminal. An event has a name and a few
 * fields; there is no parameter for sentences, so nothing that was typed into a workbook gets in by the way.
 */
import type { Log } from '../world.ts';

type Fields = Parameters<Log['info']>[1];
type Severity = 'INFO' | 'WARNING' | 'ERROR';

/** Where lines go; `process.stdout` is one. */
export interface LineSink {
  write(text: string): unknown;
}

const eventName = /^[a-z0-9]+(?:[/-][a-z0-9]+)*$/i;
const longestText = 500;

export type LineFields = NonNullable<Fields>;

/**
 * One JSON object a line, with the severity as Cloud Logging understands it.
 * @param common what each line carries besides, asked for line by line
 */
export function createJsonLog(sink: LineSink = process.stdout, common: () => LineFields = () => ({})): Log {
  return createLog((severity, event, fields) => {
    sink.write(`${escapeBreaks(JSON.stringify({ ...common(), ...fields, severity, message: event }))}\n`);
  });
}

/** `! workbook/held workbook=社協.xlsx code=file/password`: quiet where all is well. */
export function createTerminalLog(sink: LineSink = process.stderr): Log {
  const marks: Readonly<Record<Severity, string>> = { INFO: '·', WARNING: '!', ERROR: '×' };
  return createLog((severity, event, fields) => {
    const shown = Object.entries(fields).map(([name, value]) => `${name}=${printable(value)}`);
    sink.write(`${[marks[severity], event, ...shown].join(' ')}\n`);
  });
}

/** The same log with fields that every line carries, like the id of the run; a line's own fields come first. */
export function withFields(log: Log, common: LineFields): Log {
  return {
    info: (event, fields) => log.info(event, { ...common, ...fields }),
    warn: (event, fields) => log.warn(event, { ...common, ...fields }),
    error: (event, fields) => log.error(event, { ...common, ...fields }),
  };
}

/**
 * The field by which Cloud Logging puts the lines of one request together.
 * @param header X-Cloud-Trace-Context, like '105445aa7843bc8bf206b12000100000/1;o=1'
 */
export function traceField(header: string | undefined, project: string | undefined): LineFields {
  const trace = /^([0-9a-f]{32})(?:\/|$)/i.exec(header ?? '')?.[1];
  if (trace === undefined || project === undefined || project === '') return {};
  return { 'logging.googleapis.com/trace': `projects/${project}/traces/${trace}` };
}

function createLog(write: (severity: Severity, event: string, fields: NonNullable<Fields>) => void): Log {
  const at = (severity: Severity) => (event: string, fields: Fields) => {
    if (!eventName.test(event)) throw new Error(`An event has a name like workbook/held, not ${JSON.stringify(event)}`);
    write(severity, event, Object.fromEntries(Object.entries(fields ?? {}).map(([name, value]) => [name, cut(value)])));
  };
  return { info: at('INFO'), warn: at('WARNING'), error: at('ERROR') };
}

/** JSON leaves some breaks of lines as they are, at which readers of logs may cut. */
function escapeBreaks(json: string): string {
  return json.replace(/[\u{85}\p{Zl}\p{Zp}]/gu, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function cut<Value>(value: Value): Value | string {
  return typeof value === 'string' && value.length > longestText ? `${value.slice(0, longestText)}…` : value;
}

/** Without line breaks and control characters, which could rewrite what stands on the screen. */
function printable(value: string | number | boolean | null): string {
  const text = String(value).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return /[\s=]/.test(text) ? JSON.stringify(text) : text;
}
