/** The tabs that reports are counted from, by their name in the published objects; Japanese then English. */
import type { Phrase } from './phrase.ts';

export const sourceWords = {
  cases: { ja: '相談受付', en: 'Cases (相談受付)' },
  actions: { ja: '支援記録', en: 'Actions (支援記録)' },
  meetings: { ja: '会議', en: 'Meetings (会議)' },
  activities: { ja: '地域活動', en: 'Activities (地域活動)' },
  totals: { ja: '集計報告', en: 'Totals (集計報告)' },
} as const satisfies Record<string, Phrase>;
