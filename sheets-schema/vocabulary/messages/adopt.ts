/** Sentences about adopting an office's own spreadsheet: why a column is proposed to be one of ours. `{name}` is filled from facts. */
import type { BothLanguages } from './message.ts';

/** Why something is proposed, in a few words. */
export const adoptReasons = {
  'same-name': { ja: '同じ名前', en: 'the same name' },
  'known-name': { ja: '「{standard}」の別名', en: 'another name of {standard}' },
  'known-synonym': { ja: '「{standard}」のことをこう呼ぶところがある', en: 'some call {standard} so' },
  contains: { ja: '「{word}」を含む', en: 'contains {word}' },
  'part-of': { ja: '「{word}」の一部', en: 'part of {word}' },
  near: { ja: '「{word}」とつづりが近い', en: 'spelt nearly like {word}' },
  decorated: { ja: '飾りを除くと「{standard}」と同じ', en: 'the same as {standard} without its decoration' },
  'cells-are-dates': { ja: 'セルの{percent}%が日付', en: '{percent} % of its cells are dates' },
  'cells-are-words': {
    ja: 'セルの{percent}%が「{standard}」の言葉',
    en: '{percent} % of its cells are words of {standard}',
  },
  'cells-are-areas': { ja: 'セルの{percent}%が圏域の名前', en: '{percent} % of its cells are names of areas' },
  'cells-are-such': {
    ja: 'セルの{percent}%が「{standard}」として読める',
    en: '{percent} % of its cells can be read as {standard}',
  },
  'cells-differ': { ja: 'セルが行ごとに違う番号', en: 'numbers that differ from row to row' },
  'cells-differ-from': {
    ja: 'ただし「{standard}」として読めるセルは{percent}%だけ',
    en: 'but only {percent} % of its cells can be read as {standard}',
  },
  'columns-fit': { ja: '列が{percent}%合う', en: 'its columns fit to {percent} %' },
  prose: {
    ja: '文章が書かれているので、読まない列にする',
    en: 'free text, so it becomes a column that is never read',
  },
} as const satisfies Readonly<Record<string, BothLanguages>>;
