/** 支援方法 × 事業 as a matrix of actions. */
import type { SupportPeriod } from '#functions/publish/detail.ts';
import { methods, programmes } from '#sheets-schema/vocabulary/codes.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { supportWords } from '#sheets-schema/vocabulary/words/support.ts';
import { formatNumber } from '../figures/format.ts';
import { say } from '../say.ts';
import { hottestPair, type MatrixModel, shapeMatrix } from '../targets/matrix-model.ts';
import { beginTitle, withinSentence } from '../title.ts';
import { nameOf } from './support-kinds.ts';

/** Rows are methods, columns programmes; 記入なし is the last column. */
export function crossModel(actions: NonNullable<SupportPeriod['actions']>, language: Language): MatrixModel {
  return shapeMatrix(actions.methodProgrammes, {
    rowHeader: say(supportWords.method, language),
    rowName: (code) => beginTitle(nameOf(methods, code, language), language),
    columnName: (code) => beginTitle(nameOf(programmes, code, language), language),
    rowOrder: methods.codes.map(({ code }) => code),
    columnOrder: [...programmes.codes.map(({ code }) => code), 'blank'],
    sayCell: (one, other, count) =>
      say(supportWords.sayPair, language, { one, other: withinSentence(other), count: formatNumber(count) }),
  });
}

/** The finding: the pair with the most actions, 記入なし left out unless there is nothing else. */
export function crossFinding(actions: NonNullable<SupportPeriod['actions']>, language: Language): string {
  const named = {
    ...actions,
    methodProgrammes: actions.methodProgrammes.filter(([, programme]) => programme !== 'blank'),
  };
  const most = hottestPair(crossModel(named, language));
  if (most === null) return say(supportWords.crossTitle, language);
  const [method, programme] = [withinSentence(most.one), withinSentence(most.other)];
  const facts = { method, programme, count: formatNumber(most.count) };
  return say(supportWords.crossFinding, language, facts);
}
