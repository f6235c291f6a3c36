/** 変わったこと: a few true sentences, each one fact with its pair of numbers and no cause, most telling first. */
import type { Change, ChangeSources } from './change.ts';
import { correctionChange } from './correction-change.ts';
import { goalChanges } from './goal-changes.ts';
import { officeChanges } from './office-changes.ts';
import { signalChanges } from './signal-changes.ts';
import { areaChange, communityChange, recordMonth, yearChange } from './year-changes.ts';

/**
 * All sentences: what lies outside the usual, the year against the one before, goals at risk, who has not reported, then
 * where and through whom it changed, records and corrections.
 */
export function findChanges(sources: ChangeSources): readonly Change[] {
  const records = signalChanges(sources, 'record');
  const isTold = records.some(({ key }) => key.startsWith('record N01'));
  return [
    ...signalChanges(sources, 'unusual').slice(0, 3),
    ...yearChange(sources),
    ...goalChanges(sources),
    ...officeChanges(sources),
    ...areaChange(sources),
    ...communityChange(sources),
    ...(isTold ? [] : recordMonth(sources)),
    ...records,
    ...correctionChange(sources),
  ];
}
