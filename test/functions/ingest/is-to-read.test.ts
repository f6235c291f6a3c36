import { describe, expect, test } from 'vitest';
import type { Day, MunicipalityCode, WorkbookId } from '#functions/domain/codes.ts';
import type { WorkbookState } from '#functions/ingest/ingested.ts';
import { isToRead } from '#functions/ingest/is-to-read.ts';
import { acceptWorkbook, parseState, readingTime } from '#functions/ingest/workbook-state.ts';
import type { WorkbookEntry } from '#functions/world.ts';
import { aWorkbook as anIngested } from '../publish/ingested-builder.ts';

const entry: WorkbookEntry = { id: 'A' as WorkbookId, name: 'A', revision: '7' };
const now = new Date('2024-07-10T03:00:00Z');
const today = '2024-07-10' as Day;
const state: WorkbookState = acceptWorkbook({
  entry,
  before: null,
  heirOf: [],
  object: 'a'.repeat(64),
  rows: 'c'.repeat(64),
  ingested: anIngested(),
  areasDigest: 'b'.repeat(64),
  recheckOn: null,
  now,
});
const asks = (change: Partial<WorkbookState>, listed: Partial<WorkbookEntry> = {}, day: Day = today) =>
  isToRead({ ...entry, ...listed }, { ...state, ...change }, day);

test('a new workbook is read, an unchanged one is not, one with another revision is', () => {
  expect([isToRead(entry, null, today), asks({}), asks({}, { revision: '8' })]).toEqual([true, false, true]);
});

test('other rules make every workbook be read again, also one that was answered just now', () => {
  expect(asks({ rules: state.rules - 1, answeredAt: now.toISOString() })).toBe(true);
});

describe('a workbook that the listing cannot see', () => {
  const hold = { code: 'google/forbidden', facts: { file: 'A' }, since: today };
  const unseen = { revision: 'unreachable', isOutOfReach: true } as const;
  test('is asked for once a day, not in each run', () => {
    const held = { hold, revision: 'unreachable', readAt: now.toISOString() };
    expect([asks(held, unseen), asks(held, unseen, '2024-07-11' as Day)]).toEqual([false, true]);
  });

  test('is read as soon as it can be seen', () => {
    expect(asks({ hold, revision: 'unreachable', readAt: now.toISOString() }, { revision: '8' })).toBe(true);
  });

  test('but could be read all the same, is read in each run, since nobody tells when it changes', () => {
    expect(asks({ revision: 'unreachable', readAt: now.toISOString() }, unseen)).toBe(true);
  });
});

describe('a change of ours', () => {
  const answeredAt = '2024-07-10T03:00:00.000Z';
  test.each([
    ['at the moment of our answer is the answer', '2024-07-10T03:00:00Z', false],
    ['half a minute later is the answer', '2024-07-10T03:00:30Z', false],
    ['a moment more is not', '2024-07-10T03:00:30.001Z', true],
    ['half a minute earlier, by a clock that is slow, is the answer', '2024-07-10T02:59:30Z', false],
    ['a moment more is not, either', '2024-07-10T02:59:29.999Z', true],
  ])('%s', (_, ownChangeAt, isAsked) => {
    expect(asks({ answeredAt }, { revision: '8', ownChangeAt })).toBe(isAsked);
  });

  test('is no reason to leave unread what was never answered, or was left to be read again', () => {
    const listed = { revision: '8', ownChangeAt: answeredAt };
    expect([asks({ answeredAt: null }, listed), asks({ answeredAt, revision: '' }, listed)]).toEqual([true, true]);
  });

  test('is followed by one of somebody: the workbook is read', () => {
    expect(asks({ answeredAt }, { revision: '9' })).toBe(true);
  });

  test('does not put off a day that has come', () => {
    const listed = { revision: '8', ownChangeAt: answeredAt };
    expect(asks({ answeredAt, recheckOn: today }, listed)).toBe(true);
    expect(asks({ answeredAt, recheckOn: '2024-07-11' as Day }, listed)).toBe(false);
  });
});

test('where our answer could not be written, the next day in Japan tries again', () => {
  const answerTrouble = { code: 'google/read-only', facts: {}, since: today };
  expect([asks({ answerTrouble }), asks({ answerTrouble }, {}, '2024-07-11' as Day)]).toEqual([false, true]);
  const late = { answerTrouble, readAt: '2024-07-10T15:00:00.000Z' };
  expect([asks(late, {}, '2024-07-11' as Day), asks(late, {}, '2024-07-12' as Day)]).toEqual([false, true]);
});

describe('the registry', () => {
  const code = (text: string) => ({ municipality: text as MunicipalityCode });
  const own = state.municipality ?? '';
  test('that names the municipality of the workbook asks for nothing, one that names another does', () => {
    expect([asks({}, code(own)), asks({}, code('162027'))]).toEqual([false, true]);
  });

  test('is not asked twice what was held for it; once it is mended the workbook is read', () => {
    const facts = { own, registered: '162027' };
    const hold = { code: 'workbook/other-municipality', facts, since: today };
    expect([asks({ hold }, code('162027')), asks({ hold }, code(own)), asks({ hold })]).toEqual([false, true, true]);
  });
});

test('each reading is later than the one before, whatever the clock says', () => {
  expect(readingTime(now, null)).toBe('2024-07-10T03:00:00.000Z');
  expect(readingTime(now, { ...state, readAt: '2024-07-10T03:00:00.000Z' })).toBe('2024-07-10T03:00:00.001Z');
  expect(readingTime(now, { ...state, readAt: '2024-07-09T03:00:00.000Z' })).toBe('2024-07-10T03:00:00.000Z');
});

test('a state of before there were answers says nothing of them', () => {
  const {
    readAt: _,
    answeredAt: __,
    answerTrouble: ___,
    firstSeen: ____,
    editedAt: _____,
    tabIds: ______,
    ...old
  } = state;
  expect(parseState(JSON.stringify(old))).toEqual({ ...state, readAt: null });
});
