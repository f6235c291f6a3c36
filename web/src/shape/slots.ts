/** Colour slots: 経路 in code order, fixed; 対象 take the same slots in flows (8 is the rest). 0 is 不明. */

export interface Slot {
  readonly fill: string;
  /** The colour of numbers printed on the fill. */
  readonly text: string;
  /** For lines and points on white. */
  readonly line: string;
  /** An edge where the fill alone is too pale. */
  readonly edge: string | null;
}

const ink = '#1a1a1a';
const white = '#ffffff';

/** By slot; the measured contrasts and distances of these colours are the reason for them. */
export const slots: readonly Slot[] = [
  { fill: white, text: ink, line: '#757575', edge: '#757575' },
  { fill: '#E3813F', text: ink, line: '#A9501A', edge: null },
  { fill: '#86380F', text: white, line: '#86380F', edge: null },
  { fill: '#F3E08A', text: ink, line: '#8A7A2E', edge: '#8A7A2E' },
  { fill: '#0B6A8C', text: white, line: '#0B6A8C', edge: null },
  { fill: '#8EC0E8', text: ink, line: '#3A78AE', edge: null },
  { fill: '#13266F', text: white, line: '#13266F', edge: null },
  { fill: '#D4AAB0', text: ink, line: '#96606C', edge: null },
  { fill: '#757575', text: white, line: '#757575', edge: null },
];

/** The slot of a 経路 or 対象: that of its first-level code; 0 for 不明. */
export function slotOf(code: string): number {
  const number = Number(code.slice(1, 3));
  if (Number.isNaN(number) || number === 99) return 0;
  return Math.min(number, 8);
}

/** The colours of a code. */
export function slotColours(code: string): Slot {
  const found = slots[slotOf(code)];
  return found ?? { fill: white, text: ink, line: '#757575', edge: '#757575' };
}
