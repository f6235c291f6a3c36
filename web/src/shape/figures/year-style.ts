/**
 * How Japanese years are printed: 令和6年度 or 2024年度. One choice for the whole page, like its font, so it stands here once and not
 * in the arguments of every sentence; whoever changes it draws the page anew.
 */
import type { YearStyle } from '#sheets-schema/vocabulary/days.ts';

let current: YearStyle = 'eras';

export function yearStyle(): YearStyle {
  return current;
}

export function setYearStyle(style: YearStyle): void {
  current = style;
}
