/**
 * The foot of every printed page: 出典, データは…まで, 印刷日 and 1 / 3. Page boxes can only be filled from a style sheet, so
 * one is kept whose text follows what is shown; a browser without page boxes prints the source line of the page instead.
 */
import { effect, untracked } from '@preact/signals';
import { frameWords } from '#sheets-schema/vocabulary/words/frame.ts';
import { whenDrawn } from './parts/frame/later.tsx';
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
    const printed = say(frameWords.printed, language.value, { day: formatDay(today(), language.value) });
    sheet.replaceSync(printFoot(loaded.status === 'ready' ? loaded.value : null, printed, language.value));
  };
  let takeBack: () => void = () => undefined;
  effect(() => {
    void [index.value, language.value, years.value];
    takeBack();
    // A changed style sheet makes the browser style the whole page anew.
    takeBack = whenDrawn(() => untracked(write));
  });
  addEventListener('beforeprint', write);
}
