/** How long figures are kept without an answer of the server, and how a kept session says that it is one. Pure. */

/** Names when a session was kept; only a session that the worker answers from what it kept has it. */
export const keptAtHeader = 'kasanari-kept-at';

/** Rights that were taken away while nobody could say so end here: after so many days without an answer nothing is shown. */
export const daysKept = 14;

/** Whether what was kept at this moment is too old to be shown, or from a clock that was wrong. */
export function isTooOld(keptAt: string | null, now: number): boolean {
  const age = now - Date.parse(keptAt ?? '');
  return !(age >= -86_400_000 && age <= daysKept * 86_400_000);
}
