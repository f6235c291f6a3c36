/** Fills the phrases of messages, and says days and moments as Japan's clocks show them. Pure. */
import { sayDay, sayDayAlone, sayMoment as sayMomentIn } from '#sheets-schema/vocabulary/days.ts';

/** A phrase in both languages. */
export interface Both {
  readonly ja: string;
  readonly en: string;
}

export type Facts = Readonly<Record<string, string | number | Both>>;

/** The phrase with its `{name}`s filled; what is not given is left out. */
export function fill(phrase: Both, facts: Facts): Both {
  const inLanguage = (language: keyof Both) =>
    phrase[language]
      .replaceAll(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
        const fact = facts[name] ?? '';
        return typeof fact === 'object' ? fact[language] : String(fact);
      })
      .trim();
  return { ja: inLanguage('ja'), en: inLanguage('en') };
}

/** '11月18日' of a day, '11月18日 9:30' of a moment; in English '18 Nov 2026' and '18 Nov 9:30', as on every page. */
export function sayMoment(since: string): Both {
  if (/^\d{4}-\d{2}-\d{2}$/.test(since)) return { ja: sayDayAlone(since, 'ja'), en: sayDay(since, 'en', 'eras') };
  return { ja: sayMomentIn(since, 'ja'), en: sayMomentIn(since, 'en') };
}
