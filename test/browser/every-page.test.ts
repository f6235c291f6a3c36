/** What holds for every page, in both languages, at every width: no complaint, no overflow, nothing for axe, other media. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage, pages, resizeTo } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
}, 120_000);

afterAll(async () => {
  await stage?.stop();
});

const widths = [1440, 1240, 768, 360];
const languages = ['', '?lang=en'];

describe.each(pages)('the page "%s"', (path) => {
  test.each(languages)('in the language of "%s" fits every width, and axe finds nothing', async (language) => {
    const { page, complaints, close } = await openPage(stage, `/992054${path}${language}`);
    const found: string[] = [];
    for (const width of widths) {
      await resizeTo(page, width);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) found.push(`${width} px: ${overflow} px too wide`);
      // On a small laptop the filters still stand in one line with the actions; all else is as at 1440.
      if (width === 1240) {
        const height = await page.locator('.header').evaluate((header) => header.getBoundingClientRect().height);
        if (height > 57) found.push(`the header is ${height} px high`);
        continue;
      }
      // English changes words and their lengths; what axe looks for besides is the same at the other widths.
      if (language !== '' && width !== 360) continue;
      // Colours are the same in both languages, and no style sheet changes them between the widest and the narrowest.
      const rules = language === '' && width !== 768 ? [] : ['color-contrast'];
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
      const { violations } = await axe.disableRules(rules).analyze();
      found.push(
        ...violations.map(
          ({ id, nodes }) => `${width} px: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
        ),
      );
    }
    await close();
    expect({ complaints, found }).toEqual({ complaints: [], found: [] });
  });

  test('stays whole in forced colours and moves nothing where motion is reduced', async () => {
    const { page, complaints, close } = await openPage(stage, `/992054${path}`, 1440, {
      forcedColors: 'active',
      reducedMotion: 'reduce',
    });
    const seen = await page.evaluate(() => {
      const marks = [...document.querySelectorAll<HTMLElement>('.report, .mark, .bar-key, .goal-bar, .share-bar')];
      return {
        isForced: matchMedia('(forced-colors: active)').matches,
        lost: marks.filter((mark) => getComputedStyle(mark).visibility !== 'visible').length,
        moving: document
          .getAnimations()
          .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration ?? 0) > 1).length,
        overflow: document.documentElement.scrollWidth - innerWidth,
      };
    });
    await close();
    expect({ ...seen, complaints }).toEqual({ isForced: true, lost: 0, moving: 0, overflow: 0, complaints: [] });
  });

  test('every control can be reached with Tab, or with arrows inside a table that is', async () => {
    const { page, close } = await openPage(stage, `/992054${path}`);
    const missed = await page.evaluate(() => {
      const controls = [...document.querySelectorAll<HTMLElement>('a[href], button, select, [tabindex]')];
      return controls
        .filter((control) => control.offsetParent !== null && !control.matches(':disabled, main'))
        .filter(
          (control) => (control.closest('.rows-open')?.closest<HTMLElement>('.table-frame') ?? control).tabIndex !== 0,
        )
        .map((control) => control.textContent);
    });
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => document.activeElement?.className);
    await close();
    expect({ missed, first }).toEqual({ missed: [], first: 'skip' });
  });
});
