/** 支援方法, 事業, 会議種別, 活動種別: what was done by kind, most frequent first, その他 and 記入なし last. */

import type { Figure } from '#functions/domain/figure.ts';
import type { SupportPeriod } from '#functions/publish/detail.ts';
import { activityKinds, type CodeList, meetingKinds, methods, programmes } from '#sheets-schema/vocabulary/codes.ts';
import { detailWords } from '#sheets-schema/vocabulary/words/flow.ts';
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { supportWords } from '#sheets-schema/vocabulary/words/support.ts';
import { formatNumber } from '../figures/format.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import type { TableModel } from '../table-model.ts';
import { beginTitle } from '../title.ts';

export interface KindRow {
  readonly code: string;
  readonly name: string;
  /** One a column; the first is drawn as a bar. */
  readonly figures: readonly Figure[];
  /** Length of the bar, 0 to 1 of the longest. */
  readonly length: number;
}

/** A figure by kind: bars of the first column with the other columns as numbers beside them. */
export interface KindShape {
  readonly title: string;
  readonly rowHeader: string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly KindRow[];
}

/** The name of a code of a list; 'blank' where nothing was typed. */
export function nameOf(list: CodeList, code: string, language: Language): string {
  if (code === 'blank') return say(detailWords.blank, language);
  return list.codes.find((known) => known.code === code)?.[language] ?? code;
}

const isLast = (code: string) => code === 'blank' || code.endsWith('99');

interface Counted {
  readonly code: string;
  readonly counts: readonly (number | null)[];
}

/** Most frequent first; the rest and what was left blank stand last however many they are. */
function shapeKinds(
  counted: readonly Counted[],
  {
    list,
    rowHeader,
    columns,
    title,
    language,
  }: {
    readonly list: CodeList;
    readonly rowHeader: Phrase;
    readonly columns: Readonly<Record<string, Phrase>>;
    readonly title: string;
    readonly language: Language;
  },
): KindShape {
  const most = Math.max(1, ...counted.map(({ counts }) => counts[0] ?? 0));
  const order = (a: Counted, b: Counted) =>
    Number(isLast(a.code)) - Number(isLast(b.code)) ||
    (b.counts[0] ?? 0) - (a.counts[0] ?? 0) ||
    a.code.localeCompare(b.code);
  return {
    title,
    rowHeader: rowHeader[language],
    columns: Object.entries(columns).map(([key, label]) => ({ key, label: label[language] })),
    rows: counted.toSorted(order).map(({ code, counts }) => ({
      code,
      name: beginTitle(nameOf(list, code, language), language),
      figures: counts.map((count) => expandFigure(count ?? 'u')),
      length: (counts[0] ?? 0) / most,
    })),
  };
}

/** The kind with the most in one column, その他 and 記入なし left out; `null` where nothing was counted. */
function mostOf(counted: readonly Counted[], column: number): { readonly code: string; readonly count: number } | null {
  const named = counted.filter(({ code }) => !isLast(code));
  const top = named.reduce<Counted | null>(
    (most, one) => ((one.counts[column] ?? 0) > (most?.counts[column] ?? 0) ? one : most),
    null,
  );
  return top === null ? null : { code: top.code, count: top.counts[column] ?? 0 };
}

/** The title from the most frequent kind, or the plain one where nothing was counted. */
function mostFinding(
  most: ReturnType<typeof mostOf>,
  { list, phrase, plain, language }: { list: CodeList; phrase: Phrase; plain: Phrase; language: Language },
): string {
  if (most === null) return plain[language];
  return say(phrase, language, { name: nameOf(list, most.code, language), count: formatNumber(most.count) });
}

/** 支援方法: actions and minutes. */
export function methodKinds(actions: NonNullable<SupportPeriod['actions']>, language: Language): KindShape {
  const counted = actions.methods.map(([code, count, minutes]) => ({ code, counts: [count, minutes] }));
  const phrases = { phrase: supportWords.methodsFinding, plain: supportWords.methodsTitle };
  return shapeKinds(counted, {
    list: methods,
    rowHeader: supportWords.method,
    columns: { actions: supportWords.actions, minutes: supportWords.minutes },
    title: mostFinding(mostOf(counted, 0), { list: methods, ...phrases, language }),
    language,
  });
}

/** 事業: actions; rows without one are 記入なし. */
export function programmeKinds(actions: NonNullable<SupportPeriod['actions']>, language: Language): KindShape {
  const counted = actions.programmes.map(([code, count]) => ({ code, counts: [count] }));
  const phrases = { phrase: supportWords.programmesFinding, plain: supportWords.programmesTitle };
  return shapeKinds(counted, {
    list: programmes,
    rowHeader: supportWords.programme,
    columns: { actions: supportWords.actions },
    title: mostFinding(mostOf(counted, 0), { list: programmes, ...phrases, language }),
    language,
  });
}

/** 会議種別: meetings, cases discussed, participants, agencies. */
export function meetingKindShape(meetings: NonNullable<SupportPeriod['meetings']>, language: Language): KindShape {
  const counted = meetings.map(({ kind, count, discussed, participants, agencies }) => ({
    code: kind,
    counts: [count, discussed, participants, agencies],
  }));
  const [held, discussing] = [mostOf(counted, 0), mostOf(counted, 1)];
  const list = meetingKinds;
  const title =
    held === null || discussing === null
      ? mostFinding(held, {
          list,
          phrase: supportWords.meetingsFindingHeld,
          plain: supportWords.meetingsTitle,
          language,
        })
      : say(supportWords.meetingsFinding, language, {
          name: nameOf(list, held.code, language),
          count: formatNumber(held.count),
          discussing: nameOf(list, discussing.code, language),
          discussed: formatNumber(discussing.count),
        });
  return shapeKinds(counted, {
    list,
    rowHeader: supportWords.meetingKind,
    columns: {
      count: supportWords.meetings,
      discussed: supportWords.discussed,
      participants: supportWords.participants,
      agencies: supportWords.agencies,
    },
    title,
    language,
  });
}

/** 活動種別: times, participants, helpers, and the places at the end of the period (a stock: 'unreported' where none were). */
export function activityKindShape(activities: NonNullable<SupportPeriod['activities']>, language: Language): KindShape {
  const counted = activities.map(({ kind, times, participants, helpers, places }) => ({
    code: kind,
    counts: [times, participants, helpers, places],
  }));
  const [held, joining] = [mostOf(counted, 0), mostOf(counted, 1)];
  const list = activityKinds;
  const title =
    held === null || joining === null
      ? mostFinding(held, {
          list,
          phrase: supportWords.activitiesFindingHeld,
          plain: supportWords.activitiesTitle,
          language,
        })
      : say(supportWords.activitiesFinding, language, {
          name: nameOf(list, held.code, language),
          count: formatNumber(held.count),
          joining: nameOf(list, joining.code, language),
          participants: formatNumber(joining.count),
        });
  return shapeKinds(counted, {
    list,
    rowHeader: supportWords.activityKind,
    columns: {
      times: supportWords.times,
      participants: supportWords.participants,
      helpers: supportWords.helpers,
      places: supportWords.places,
    },
    title,
    language,
  });
}

/** The same rows as a table. */
export function kindTable(shape: KindShape, caption: string): TableModel {
  return {
    caption,
    rowHeader: shape.rowHeader,
    columns: shape.columns,
    rows: shape.rows.map(({ code, name, figures }) => ({
      key: code,
      label: name,
      cells: figures.map((figure) => ({ kind: 'figure', figure, decimals: 0 })),
    })),
  };
}
