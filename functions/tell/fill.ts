/** Fills the phrases of messages, and says days and moments as Japan's clocks show them. Pure. */
import { tellingMessages } from '#sheets-schema/vocabulary/messages/telling.ts';

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

const hoursAheadOfUtc = 9;

/** '11月18日' of a day, '11月18日 09:30' of a moment. */
export function sayMoment(since: string): Both {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(since);
  const text = isDay ? since : new Date(Date.parse(since) + hoursAheadOfUtc * 3_600_000).toISOString();
  const [year = '', month = '', day = ''] = text.slice(0, 10).split('-');
  const time = text.slice(11, 16);
  const phrase = isDay ? tellingMessages.day : tellingMessages.moment;
  return {
    ja: fill(phrase, { year, month: Number(month), day: Number(day), time }).ja,
    en: fill(phrase, { year, month, day, time }).en,
  };
}
