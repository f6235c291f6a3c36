/** Short ways to say what a reading came to, for tables of what people type. */
import type { Reading } from '#sheets-schema';

/** The value and the codes of its notices, or the code of the problem and what is proposed. */
export function outcomeOf(reading: Reading<unknown>): unknown {
  switch (reading.outcome) {
    case 'value':
      return reading.notices.length === 0
        ? { value: reading.value }
        : { value: reading.value, notices: reading.notices.map((notice) => notice.code) };
    case 'problem':
      return reading.problem.suggestion === null
        ? { problem: reading.problem.code }
        : { problem: reading.problem.code, suggestion: reading.problem.suggestion };
    default:
      return reading.outcome;
  }
}
