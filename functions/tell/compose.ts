/** A message as text: Japanese first, English below, as long as its receiver takes. Pure. */
import { tellingMessages, troubleMessages } from '#sheets-schema/vocabulary/messages/telling.ts';
import { type Both, fill, sayMoment } from './fill.ts';
import type { Message } from './told.ts';
import type { Trouble } from './trouble.ts';

export interface Composed {
  readonly title: string;
  readonly text: string;
}

type Item = Message['items'][number];

/**
 * @param publicUrl where our own pages are; `null`: no links to them
 * @param longest so many characters may the text have; what does not fit is counted
 */
export function compose(
  message: Message,
  { publicUrl, longest }: { readonly publicUrl: string | null; readonly longest: number },
): Composed {
  const title = titleOf(message);
  for (let shown = message.items.length; ; shown -= 1) {
    const text = textOf(message, shown, publicUrl);
    if (text.length <= longest || shown <= 1)
      return { title: title.ja, text: text.length <= longest ? text : `${text.slice(0, longest - 1)}…` };
  }
}

function titleOf({ kind, items }: Message): Both {
  if (kind === 'test') return tellingMessages.titleTest;
  if (items.length === 0) return tellingMessages.titleMended;
  return fill(kind === 'weekly' ? tellingMessages.titleWeekly : tellingMessages.titleNew, { count: items.length });
}

function textOf(message: Message, shown: number, publicUrl: string | null): string {
  const inLanguage = (language: keyof Both): string => {
    const items = message.items
      .slice(0, shown)
      .map((item) => describeItem(item, publicUrl).map((line) => line[language]));
    const more = message.items.length - shown;
    const mended = message.mended.map((one) => fill(tellingMessages.mended, { name: nameOf(one) })[language]);
    const all =
      publicUrl === null || message.kind === 'test' ? [] : [pageLine(tellingMessages.allOfIt, publicUrl, '/health')];
    const parts = [
      ...(message.kind === 'test' ? [[tellingMessages.test[language]]] : []),
      ...items,
      ...(more > 0 ? [[fill(tellingMessages.more, { count: more })[language]]] : []),
      ...(mended.length > 0 ? [mended] : []),
      ...(all.length > 0 ? [all.map((line) => line[language])] : []),
    ];
    return [titleOf(message)[language], ...parts.map((lines) => lines.join('\n'))].join('\n\n');
  };
  return `${inLanguage('ja')}\n\n----\n\n${inLanguage('en')}`;
}

/** Its head, what happened, who should do what, and where to look. */
function describeItem({ stage, trouble }: Item, publicUrl: string | null): readonly Both[] {
  const { what, who } = troubleMessages[trouble.kind];
  const facts = factsOf(trouble);
  const head = fill(
    { ja: '■ {place}（{stage}）', en: '■ {place} ({stage})' },
    { place: placeOf(trouble), stage: sayStage(stage) },
  );
  const path =
    trouble.workbook?.municipality === null || trouble.workbook === null
      ? '/health'
      : `/${trouble.workbook.municipality}/status`;
  const address = trouble.workbook?.address ?? null;
  return [
    head,
    fill(what, facts),
    fill(who, facts),
    ...(address === null ? [] : [fill(tellingMessages.workbook, { address })]),
    ...(publicUrl === null || trouble.workbook === null ? [] : [pageLine(tellingMessages.page, publicUrl, path)]),
  ];
}

function pageLine(phrase: Both, publicUrl: string, path: string): Both {
  return fill(phrase, { address: `${publicUrl}${path}` });
}

function sayStage(stage: Item['stage']): Both {
  switch (stage) {
    case 'new':
      return tellingMessages.stageNew;
    case 'day3':
      return fill(tellingMessages.stageDays, { days: 3 });
    case 'day7':
      return fill(tellingMessages.stageDays, { days: 7 });
    case 'open':
      return tellingMessages.stageOpen;
    default:
      return stage satisfies never;
  }
}

/** 氷見市 氷見市社会福祉協議会; 全体 where it is nobody's workbook. */
function placeOf({ workbook }: Trouble): Both {
  if (workbook === null) return tellingMessages.wholeSystem;
  const named = [workbook.municipalityName, workbook.office].filter((name) => name !== null).join(' ');
  return named === '' ? tellingMessages.somePlace : { ja: named, en: named };
}

function factsOf(trouble: Trouble): Readonly<Record<string, string | number | Both>> {
  const { workbook, since, facts } = trouble;
  const contact =
    workbook === null || workbook.registryRow === null
      ? ''
      : fill(tellingMessages.contactRow, { row: workbook.registryRow });
  return {
    since: sayMoment(since),
    reason: reasonOf(trouble),
    contact,
    place: placeOf(trouble),
    workbook: workbook?.name ?? '',
    office: workbook?.office ?? tellingMessages.someOffice,
    ...facts,
  };
}

/** Why, and whether anything is shown meanwhile. */
function reasonOf({ kind, reason, workbook }: Trouble): Both | string {
  if (reason === null) return '';
  if (kind === 'unanswered' || workbook === null) return reason;
  const shown = workbook.keepsFigures ? tellingMessages.keepsFigures : tellingMessages.noFigures;
  return { ja: `${reason.ja}${shown.ja}`, en: `${reason.en} ${shown.en}` };
}

/** A trouble in a few words: for the line that says that it is mended, and for the page. */
export function nameOf(trouble: Trouble): Both {
  return fill(troubleMessages[trouble.kind].name, factsOf(trouble));
}

/** What happened and who should do what, as two sentences: for the page 運用の状態. */
export function describeTrouble(trouble: Trouble): { readonly what: Both; readonly who: Both } {
  const { what, who } = troubleMessages[trouble.kind];
  const facts = factsOf(trouble);
  return { what: fill(what, facts), who: fill(who, facts) };
}
