/**
 * The foot of every printed page: 出典, データは…まで, 印刷日 and 1 / 3. Page boxes can only be filled from a style sheet, so
 * one is kept whose text follows what is shown; a browser without page boxes prints the source line of the page instead.
 */
import { effect } from '@preact/signals';
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { formatDay } from './shape/figures/format.ts';
import { printFoot } from './shape/print-foot.ts';
import { say } from './shape/say.ts';
import { index, language, years } from './signals.ts';
import { today } from './today.ts';

/** Starts keeping the foot. Called once. */
export function followPrintFoot(): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const write = () => {
    const loaded = index.value;
    // Its days are written anew when years are.
    void years.value;
    const printed = say(frameWords.printed, language.value, { day: formatDay(today(), language.value) });
    sheet.replaceSync(printFoot(loaded.status === 'ready' ? loaded.value : null, printed, language.value));
  };
  effect(write);
  addEventListener('beforeprint', write);
}
