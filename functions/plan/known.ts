/** What a cell of the registry says: blank, 不明 and what could not be read are all `null`. */
import { type Unknown, unknown } from '#sheets-schema';

export function known<Value>(value: Value | Unknown | null | undefined): Exclude<Value, Unknown> | null {
  return value === unknown || value === null || value === undefined ? null : (value as Exclude<Value, Unknown>);
}
