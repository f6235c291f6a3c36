/** Findings of the pathways: how the share of 地域 changed, and which counts changed most. */
import type { Figure } from '#functions/domain/figure.ts';
import { pathwayWords } from '#sheets-schema/vocabulary/words/pathways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { differenceOf } from '../figures/difference.ts';
import { formatNumber, printedValue } from '../figures/format.ts';
import { say } from '../say.ts';
import { withinSentence } from '../title.ts';
import { emphasisedPathway, type PathwayShape } from './pathway-figures.ts';

/** 地域からの相談は10.6%から22.7%へ、2倍を超えました. Both numbers as printed; without two numbers, what can be said. */
export function communityFinding(before: Figure | undefined, after: Figure | undefined, language: Language): string {
  if (after === undefined || !('value' in after)) return say(pathwayWords.sharesTitle, language);
  const last = printedValue(after.value, 1);
  const facts = { after: formatNumber(last, 1), before: '' };
  if (before === undefined || !('value' in before)) return say(pathwayWords.communityOnce, language, facts);
  const first = printedValue(before.value, 1);
  facts.before = formatNumber(first, 1);
  if (first > 0 && last > 2 * first) return say(pathwayWords.communityDoubled, language, facts);
  if (last > first) return say(pathwayWords.communityRose, language, facts);
  return say(last < first ? pathwayWords.communityFell : pathwayWords.communitySame, language, facts);
}

/** The finding of a shape, from its first to its last period. */
export function shareFinding(shape: PathwayShape, language: Language): string {
  const community = shape.pathways.find(({ code }) => code === emphasisedPathway);
  const before = shape.periods.length > 1 ? community?.shares[0] : undefined;
  return communityFinding(before, community?.shares.at(-1), language);
}

/** 地域は33件増え、行政は22件減りました: the first-level pathways that changed most, the first of equals. */
export function countFinding(shape: PathwayShape, language: Language): string {
  const changes = shape.pathways
    .filter(({ isSecondLevel }) => !isSecondLevel)
    .map(({ name, counts }) => {
      const difference = differenceOf(counts[0] ?? { state: 'n/a' }, counts.at(-1) ?? { state: 'n/a' }, 0);
      return { name, change: difference.state === 'value' ? difference.value : 0 };
    });
  const up = changes.reduce<(typeof changes)[number] | null>(
    (most, one) => (one.change > (most?.change ?? 0) ? one : most),
    null,
  );
  const down = changes.reduce<(typeof changes)[number] | null>(
    (most, one) => (one.change < (most?.change ?? 0) ? one : most),
    null,
  );
  const facts = {
    up: up?.name ?? '',
    more: formatNumber(up?.change ?? 0),
    down: withinSentence(down?.name ?? ''),
    less: formatNumber(Math.abs(down?.change ?? 0)),
  };
  if (up !== null && down !== null) return say(pathwayWords.upAndDown, language, facts);
  if (up !== null) return say(pathwayWords.onlyUp, language, facts);
  const alone = { ...facts, down: down?.name ?? '' };
  return say(down === null ? pathwayWords.countsTitle : pathwayWords.onlyDown, language, alone);
}

/** 経路が不明の相談（令和6年度3件、令和5年度2件）を除く; empty where there are none. */
export function unknownNote(shape: PathwayShape, language: Language): string {
  if (shape.unknown === null) return '';
  const { counts } = shape.unknown;
  const parts = shape.periods.flatMap(({ name }, position) => {
    const figure = counts[position];
    if (figure === undefined || !('value' in figure)) return [];
    const facts = { period: name, count: formatNumber(figure.value) };
    return [say(pathwayWords.unknownCount, language, facts)];
  });
  return say(pathwayWords.unknownLeftOut, language, { counts: parts.join(language === 'ja' ? '、' : ', ') });
}
