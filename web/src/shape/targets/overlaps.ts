/** What comes together: targets with targets, issues with issues, targets with issues; persons by pair, nothing added up. */
import type { PeoplePeriod } from '#functions/publish/detail.ts';
import { issues, targets } from '#sheets-schema/vocabulary/codes.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { targetWords } from '#sheets-schema/vocabulary/words/targets.ts';
import { formatNumber, formatPeriod } from '../figures/format.ts';
import { sayCoverage } from '../flow/coverage.ts';
import { say } from '../say.ts';
import { beginTitle, withinSentence } from '../title.ts';
import { hottestPair, type MatrixModel, type MatrixSides, shapeMatrix } from './matrix-model.ts';
import { restTarget, targetName } from './target-slice.ts';

/** Which two sides are shown. */
export type OverlapKind = 'targets' | 'issues' | 'cross';

/** The word of the address; anything else is targets with targets. */
export function overlapKind(show: string | null): OverlapKind {
  return show === 'issues' || show === 'cross' ? show : 'targets';
}

/** The name of a 課題, as it stands alone. */
export function issueName(code: string, language: Language): string {
  if (code === issues.unknown) return targetWords.unknownIssue[language];
  return beginTitle(issues.codes.find((known) => known.code === code)?.[language] ?? code, language);
}

const restIssue = 'K18';
const targetOrder: readonly string[] = targets.codes.filter(({ parent }) => parent === null).map(({ code }) => code);
const issueOrder: readonly string[] = issues.codes.map(({ code }) => code);

function sidesOf(kind: OverlapKind, language: Language): MatrixSides {
  const ofTargets = (code: string) => targetName(code, language);
  const ofIssues = (code: string) => issueName(code, language);
  const sayCell = (one: string, other: string, count: number) =>
    say(targetWords.sayBoth, language, { one, other: withinSentence(other), count: formatNumber(count) });
  const sayDiagonal = (one: string, count: number) =>
    say(targetWords.sayAll, language, { one, count: formatNumber(count) });
  if (kind === 'cross')
    return {
      rowHeader: targetWords.columnTarget[language],
      rowName: ofTargets,
      columnName: ofIssues,
      rowOrder: targetOrder,
      columnOrder: issueOrder,
      sayCell,
    };
  const [name, order] = kind === 'targets' ? [ofTargets, targetOrder] : [ofIssues, issueOrder];
  return {
    rowHeader: beginTitle(say(kind === 'targets' ? targetWords.wordTarget : targetWords.wordIssue, language), language),
    rowName: name,
    columnName: name,
    rowOrder: order,
    columnOrder: order,
    sayCell,
    sayDiagonal,
  };
}

function pairsOf(people: PeoplePeriod, kind: OverlapKind) {
  if (kind === 'cross') return people.targetIssues;
  return kind === 'targets' ? people.targetPairs : people.issuePairs;
}

/** The matrix of one kind. */
export function overlapMatrix(people: PeoplePeriod, kind: OverlapKind, language: Language): MatrixModel {
  return shapeMatrix(pairsOf(people, kind), sidesOf(kind, language));
}

/** 最も多い重なりは…: その他 and 不明 are never the finding. */
export function overlapFinding(people: PeoplePeriod, kind: OverlapKind, language: Language): string {
  const nameless: readonly string[] = [targets.unknown, restTarget, issues.unknown, restIssue];
  const named = pairsOf(people, kind).filter(([one, other]) => !nameless.includes(one) && !nameless.includes(other));
  const most = hottestPair(shapeMatrix(named, sidesOf(kind, language)));
  if (most !== null) {
    const [one, other] = [withinSentence(most.one), withinSentence(most.other)];
    return say(targetWords.overlapFinding, language, { one, other, count: formatNumber(most.count) });
  }
  const what = kind === 'issues' ? targetWords.wordIssue : targetWords.wordTarget;
  return say(targetWords.overlapNone, language, { what: what[language] });
}

/** Measure, place, period, how much the rows tell, and what the framed numbers are. */
export function overlapMeasure(
  people: PeoplePeriod,
  { kind, place, period, language }: { kind: OverlapKind; place: string; period: string; language: Language },
): string {
  const what = kind === 'issues' ? targetWords.wordIssue : targetWords.wordTarget;
  return say(kind === 'cross' ? targetWords.overlapMeasureCross : targetWords.overlapMeasure, language, {
    place,
    period: formatPeriod(period, language),
    coverage: sayCoverage(people, language),
    what: what[language],
  });
}
