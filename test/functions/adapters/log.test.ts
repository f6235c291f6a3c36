import { describe, expect, it } from 'vitest';
import { createJsonLog, createTerminalLog, traceField, withFields } from '#functions/adapters/log.ts';
import { requestFields, withRequestFields } from '#functions/adapters/request-fields.ts';

function collect(create: typeof createJsonLog) {
  const lines: string[] = [];
  return { log: create({ write: (text) => lines.push(text) }), lines };
}

describe('the log of the cloud', () => {
  it('is one JSON object a line, with the severity that Cloud Logging knows', () => {
    const { log, lines } = collect(createJsonLog);
    log.info('run/started', { workbooks: 3 });
    log.warn('workbook/held', { workbook: '社協\n.xlsx', isNew: true, since: null });
    log.error('run/failed');
    expect(lines).toEqual([
      '{"workbooks":3,"severity":"INFO","message":"run/started"}\n',
      '{"workbook":"社協\\n.xlsx","isNew":true,"since":null,"severity":"WARNING","message":"workbook/held"}\n',
      '{"severity":"ERROR","message":"run/failed"}\n',
    ]);
  });

  it('takes no sentences: an event has a name, and long texts are cut', () => {
    const { log, lines } = collect(createJsonLog);
    expect(() => log.info('山田さんの相談')).toThrow('An event has a name');
    log.info('run/failed', { cause: 'x'.repeat(600) });
    expect(JSON.parse(lines[0] ?? '').cause).toBe(`${'x'.repeat(500)}…`);
  });
});

describe('every line of a run', () => {
  it('carries its id, and a field of its own comes first', () => {
    const { log, lines } = collect(createJsonLog);
    const ofRun = withFields(log, { run: 'one' });
    ofRun.info('run/started', { workbooks: 3 });
    ofRun.error('run/failed', { run: 'two' });
    expect(lines.map((line) => JSON.parse(line).run)).toEqual(['one', 'two']);
  });

  it('carries the trace of its request, and only of that', async () => {
    const lines: string[] = [];
    const log = createJsonLog({ write: (text) => lines.push(text) }, requestFields);
    const trace = '105445aa7843bc8bf206b12000100000';
    await withRequestFields(traceField(`${trace}/1;o=1`, 'my-project'), async () => {
      await Promise.resolve();
      log.info('run/started');
    });
    log.info('run/started');
    expect(lines.map((line) => JSON.parse(line)['logging.googleapis.com/trace'])).toEqual([
      `projects/my-project/traces/${trace}`,
      undefined,
    ]);
    expect(traceField('x\n{}', 'my-project')).toEqual({});
    expect(traceField(trace, undefined)).toEqual({});
  });
});

describe('the log of a terminal', () => {
  it('is one short line an event, without anything that could move the cursor', () => {
    const { log, lines } = collect(createTerminalLog);
    log.info('run/started');
    log.warn('workbook/held', { workbook: '社協 R6.xlsx', code: 'file/password' });
    log.error('run/failed', { cause: '\u001b[2Ja\nb' });
    expect(lines).toEqual([
      '· run/started\n',
      '! workbook/held workbook="社協 R6.xlsx" code=file/password\n',
      '× run/failed cause=" [2Ja b"\n',
    ]);
  });
});
