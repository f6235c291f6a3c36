/** The doctor's steps in words: for people (a mark, the words beside it, what to do), and for machines (JSON). */
import { credentialsMessages } from '#sheets-schema/vocabulary/messages/credentials.ts';
import {
  type DoctorMessage,
  doctorMessages,
  doctorOutcomes,
  doctorSteps,
  doctorWords,
} from '#sheets-schema/vocabulary/messages/doctor.ts';
import type { BothLanguages } from '#sheets-schema/vocabulary/messages/message.ts';
import type { Facts, Remark, Told } from './step.ts';

const messages: Readonly<Record<string, DoctorMessage>> = { ...doctorMessages, ...credentialsMessages };

/** So many workbooks or rows are named, then the rest is counted; --json names them all. */
const mostRemarks = 30;

/** The steps as a text for a terminal. */
export function describeSteps(steps: readonly Told[]): string {
  const count = countTroubles(steps);
  const last = count === 0 ? doctorWords.well : fill(doctorWords.trouble, { count });
  return [
    `${doctorWords.title.ja} ${doctorWords.title.en}`,
    ...steps.flatMap((step) => ['', ...describeStep(step)]),
    '',
    `${last.ja} ${last.en}`,
  ].join('\n');
}

function describeStep({ step, outcome, remarks, ...found }: Told): readonly string[] {
  const { mark, ja, en } = doctorOutcomes[outcome];
  const message = say(found);
  const mend = sayMend(found);
  const rest = remarks.length - mostRemarks;
  return [
    `${mark} ${ja} ${en}: ${[...new Set(Object.values(doctorSteps[step]))].join(' ')}`,
    ...both(message, '    '),
    ...(mend === null ? [] : both(mend, `    → ${doctorWords.mend.ja} `, `    → ${doctorWords.mend.en}: `)),
    ...remarks.slice(0, mostRemarks).flatMap((remark) => both(say(remark), '    ・', '      ')),
    ...(rest > 0 ? [`    ・ほか${rest}件 and ${rest} more`] : []),
  ];
}

function both({ ja, en }: BothLanguages, before: string, beforeEnglish = before): readonly string[] {
  return [`${before}${ja}`, `${beforeEnglish}${en}`];
}

/** The steps as one object. */
export function stepsAsJson(steps: readonly Told[], account: string | null) {
  return {
    outcome: countTroubles(steps) === 0 ? 'well' : 'trouble',
    account,
    steps: steps.map(({ step, outcome, remarks, ...found }) => ({
      step,
      outcome,
      code: found.code,
      ...say(found),
      mend: sayMend(found),
      remarks: remarks.map((remark) => ({ code: remark.code, ...say(remark) })),
    })),
  };
}

export function countTroubles(steps: readonly Told[]): number {
  return steps.filter(({ outcome }) => outcome === 'trouble').length;
}

function say({ code, facts }: Remark): BothLanguages {
  return fill(messages[code] ?? { ja: code, en: code }, facts);
}

function sayMend({ code, facts }: Remark): BothLanguages | null {
  const mend = messages[code]?.mend;
  return mend === undefined ? null : fill(mend, facts);
}

function fill({ ja, en }: BothLanguages, facts: Facts): BothLanguages {
  const filled = (sentence: string) =>
    sentence.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => String(facts[name] ?? ''));
  return { ja: filled(ja), en: filled(en) };
}
