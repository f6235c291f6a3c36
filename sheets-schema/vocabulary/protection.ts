/** 秘匿の基準: official rules to choose from by name, and how they are typed in the registry. Plain data. */

/** usual: what holds where nothing is said. NDB: ＮＤＢオープンデータ. kaigo: 介護ＤＢオープンデータ, which also rounds to tens. */
export const protectionPresets = {
  usual: { ja: '標準', en: 'usual', words: ['標準', '既定', 'usual'] },
  NDB: { ja: 'NDB', en: 'NDB', words: ['NDB', 'NDBオープンデータ', 'レセプト情報'] },
  kaigo: { ja: '介護DB', en: 'long-term care data base', words: ['介護DB', '介護DBオープンデータ', '介護'] },
} as const;

export type ProtectionPreset = keyof typeof protectionPresets;
