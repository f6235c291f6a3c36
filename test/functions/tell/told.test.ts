/** When something is told: once, again where it lasts, on Mondays while it is open, and one line when it is mended. */
import { describe, expect, test } from 'vitest';
import type { Message } from '#functions/tell/told.ts';
import { aHold, aRun, aWorkbook, createTeller, situation, withWorkbooks } from './situations.ts';

/** Kinds and stages, then what is mended. */
const gist = (message: Message | null) =>
  message === null
    ? null
    : [
        ...message.items.map(({ stage, trouble }) => `${stage} ${trouble.key}`),
        ...message.mended.map(({ key }) => `mended ${key}`),
      ];

/** Noon in Japan of a day in November 2026; the 23rd is a Monday. */
const noon = (day: number) => `2026-11-${String(day).padStart(2, '0')}T03:00:00Z`;
const heldOn = (day: number, since = '2026-11-17') =>
  withWorkbooks(noon(day), aWorkbook({ hold: aHold('workbook/no-areas', since) }));
const held = 'held:1AkaneSpreadsheet';

describe('quiet', () => {
  test('nothing is sent while nothing is wrong, on Mondays neither', () => {
    const tell = createTeller();
    for (const day of [17, 18, 23, 30]) expect(tell(situation(noon(day)))).toBe(null);
  });

  test('a workbook that somebody set aside on purpose is no trouble', () => {
    const tell = createTeller();
    const inactive = aWorkbook({ hold: aHold('workbook/inactive', '2026-11-02') });
    expect(tell(withWorkbooks(noon(23), inactive))).toBe(null);
  });

  test('what mostly passes by itself is told only once it lasts into another day', () => {
    const tell = createTeller();
    const busy = (day: number, since: string) =>
      withWorkbooks(noon(day), aWorkbook({ hold: aHold('google/busy', since) }));
    expect(tell(busy(17, '2026-11-17'))).toBe(null);
    expect(tell(situation(noon(17)))).toBe(null);
    expect(tell(busy(18, '2026-11-18'))).toBe(null);
    expect(gist(tell(busy(19, '2026-11-18')))).toEqual([`new ${held}`]);
  });
});

describe('a held workbook', () => {
  test('is told once, after three and seven days, and on Mondays; when it is mended, the next message says so', () => {
    const tell = createTeller();
    const days = Array.from({ length: 14 }, (_, number) => 17 + number);
    const told = days.flatMap((day) => {
      const said = gist(tell(heldOn(day)));
      return said === null ? [] : [[day, ...said]];
    });
    expect(told).toEqual([
      [17, `new ${held}`],
      [20, `day3 ${held}`],
      [23, `open ${held}`],
      [24, `day7 ${held}`],
      [30, `open ${held}`],
    ]);
    expect(tell(situation('2026-12-01T03:00:00Z'))).toBe(null);
    expect(gist(tell(situation('2026-12-07T03:00:00Z')))).toEqual([`mended ${held}`]);
    expect(tell(situation('2026-12-14T03:00:00Z'))).toBe(null);
  });

  test('that has been held for long when somebody begins to watch is told once, not three times', () => {
    const tell = createTeller();
    expect([17, 18, 19, 20, 21].map((day) => gist(tell(heldOn(day, '2026-10-01'))))).toEqual([
      [`new ${held}`],
      ...[null, null, null, null],
    ]);
  });

  test('that is held to and fro on one day is told once', () => {
    const tell = createTeller();
    const turns = [heldOn(17), situation(noon(17)), heldOn(17), situation(noon(17)), heldOn(17)];
    expect(turns.map((turn) => gist(tell(turn)))).toEqual([[`new ${held}`], null, null, null, null]);
  });

  test('that is told as mended and held again the same day is told anew if that lasts into the next', () => {
    const tell = createTeller();
    tell(heldOn(17));
    const other = aWorkbook({ workbook: '1Other', name: '別のブック', hold: aHold('google/trashed', '2026-11-17') });
    expect(gist(tell(withWorkbooks(noon(17), other)))).toEqual(['new held:1Other', `mended ${held}`]);
    expect(gist(tell(heldOn(17)))).toBe(null);
    expect(gist(tell(heldOn(18)))).toEqual([`new ${held}`, 'mended held:1Other']);
  });

  test('that is held anew on a later day is told anew', () => {
    const tell = createTeller();
    tell(heldOn(17));
    tell(situation(noon(18)));
    tell(situation(noon(23)));
    expect(gist(tell(heldOn(25, '2026-11-25')))).toEqual([`new ${held}`]);
  });

  test('beside another one: the mended one is a line of the message about the other', () => {
    const tell = createTeller();
    tell(heldOn(17));
    const other = aWorkbook({ workbook: '1Other', name: '別のブック', hold: aHold('google/trashed', '2026-11-18') });
    expect(gist(tell(withWorkbooks(noon(18), other)))).toEqual(['new held:1Other', `mended ${held}`]);
  });
});

describe('Monday', () => {
  test('begins at eight in Japan, and there is one message', () => {
    const tell = createTeller();
    tell(heldOn(21));
    const monday = (time: string) => withWorkbooks(time, aWorkbook({ hold: aHold('workbook/no-areas', '2026-11-21') }));
    expect(tell(monday('2026-11-22T22:59:00Z'))).toBe(null);
    expect(tell(monday('2026-11-22T23:00:00Z'))?.kind).toBe('weekly');
    expect(tell(monday('2026-11-23T08:00:00Z'))).toBe(null);
  });
});

describe('runs', () => {
  const runs = (...outcomes: readonly ('unchanged' | 'failed')[]) =>
    outcomes.map((outcome, number) =>
      aRun(new Date(Date.parse(noon(17)) - (number + 1) * 60_000).toISOString(), { outcome }),
    );

  test('one that fails is no news, two are', () => {
    const tell = createTeller();
    expect(tell(situation(noon(17), { runs: runs('failed', 'unchanged') }))).toBe(null);
    expect(gist(tell(situation(noon(17), { runs: runs('failed', 'failed', 'unchanged') })))).toEqual(['new failing']);
    expect(tell(situation(noon(17), { runs: runs('failed', 'failed', 'failed') }))).toBe(null);
  });

  test('that stopped are told, also where none ever came', () => {
    const status = { format: 1, ranAt: '2026-11-16T00:00:00.000Z', workbooks: [] } as const;
    expect(gist(createTeller()(situation(noon(17), { status, runs: [] })))).toEqual(['new late']);
    const never = { status: null, runs: [] };
    expect(createTeller()(situation(noon(17), { ...never, watchedSince: '2026-11-17T02:00:00Z' }))).toBe(null);
    expect(gist(createTeller()(situation(noon(17), { ...never, watchedSince: '2026-11-16T02:00:00Z' })))).toEqual([
      'new late',
    ]);
  });

  test('an audience that was withheld is told with the first of the runs that withheld it, whatever failed between', () => {
    const times = [3, 2, 1, 0].map((hours) => `2026-11-17T0${hours}:30:00.000Z`);
    const withheld = ['public'];
    const records = [
      aRun(times[0] ?? '', { withheld }),
      aRun(times[1] ?? '', { outcome: 'failed' }),
      aRun(times[2] ?? '', { withheld }),
      aRun(times[3] ?? ''),
    ];
    const message = createTeller()(situation('2026-11-17T03:31:00Z', { runs: records }));
    expect(message?.items.map(({ trouble }) => [trouble.key, trouble.since])).toEqual([['withheld:public', times[2]]]);
  });

  test('what goes wrong beside them is told: lost files at once, what may pass once it lasts into another day', () => {
    const upkeep = (day: number) => ({
      keep: JSON.stringify({
        format: 1,
        day: `2026-11-${day}`,
        sweptOn: '2026-11-17',
        failedSince: '2026-11-17',
        missingSince: '2026-11-17',
        sweep: { objectsMissing: 3 },
      }),
      tables: JSON.stringify({ format: 1, trouble: { since: noon(17), cause: 'no dataset' } }),
    });
    const tell = createTeller();
    const first = tell(situation(noon(17), { upkeep: upkeep(17) }));
    expect(gist(first)).toEqual(['new lost']);
    expect(first?.items[0]?.trouble.facts).toEqual({ count: 3 });
    expect(gist(tell(situation(noon(18), { upkeep: upkeep(18) })))).toEqual(['new keeping', 'new tables']);
    expect(gist(tell(situation(noon(23))))).toEqual(['mended lost', 'mended keeping', 'mended tables']);
    // What an earlier version left, or cannot be read, says nothing.
    expect(tell(situation(noon(24), { upkeep: { keep: '{"format":1,"sweep":null}', tables: '{"f' } }))).toBe(null);
  });

  test('what is wrong in the registry is told, and a receiver that could not be reached', () => {
    const registry = [
      { kind: 'unread', code: 'registry/no-tab', tab: '登録', row: null, facts: { tab: '登録' } },
      { kind: 'row', code: 'registration/not-a-spreadsheet', tab: '登録', row: 7, facts: {} },
    ] as const;
    const of = situation(noon(17), {
      runs: [aRun(noon(17), { registry })],
      brokenChannels: [{ name: 'slack-1', since: noon(16) }],
    });
    expect(gist(createTeller()(of))).toEqual([
      'new registry-unread:registry/no-tab:登録',
      'new registry-rows',
      'new channel:slack-1',
    ]);
  });
});
