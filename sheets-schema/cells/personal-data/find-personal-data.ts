/**
 * 個人情報 in a text that somebody typed into a workbook: names, telephone numbers, addresses and the like, which must not be stored.
 * Only for texts in free words; what is a word of a list, a number or a day by itself was understood before. Pure.
 */
import type { FindingCode } from '../../finding.ts';
import { foldWidth } from '../fold.ts';
import { isIndividualNumber } from '../personal.ts';
import { namesSomebody } from './find-name.ts';
import { hasEmailAddress, hasInsuranceNumber, hasPhoneNumber } from './find-numbers.ts';
import { hasAddress, hasDayOfBirth } from './find-places-and-days.ts';

/** What is said of a cell that holds such a thing; the row is refused, and no sentence repeats what stands there. */
export const personalCodes = [
  'row/personal-number',
  'personal/phone-number',
  'personal/email',
  'personal/insurance-number',
  'personal/birth-date',
  'personal/address',
  'personal/name',
] as const satisfies readonly FindingCode[];

export type PersonalCode = (typeof personalCodes)[number];

const codes: ReadonlySet<string> = new Set(personalCodes);

export function isPersonalCode(code: string): code is PersonalCode {
  return codes.has(code);
}

/** Prose is looked through so far; it is stored no further. */
const longestText = 1_000;
/** Copied along with text from other programs: nothing that people see divides a name or a number. */
const unseen = /[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
/** Without one of these letters there is nothing to find. */
const anySign = /[0-9@〒〇一-鿿々ァ-ヶ]|さん|さま|ちゃん|くん|[ぁ-ん] [ぁ-ん]/u;
const anyDigit = /[0-9]/u;
const anyNumeral = /[0-9〒一二三四五六七八九十]/u;

/** The first of what is found; `null`: nothing. `takesCodes`: the column is for identifiers such as 受付番号. */
export function findPersonalData(
  text: string,
  { takesCodes = false }: { readonly takesCodes?: boolean } = {},
): PersonalCode | null {
  const folded = foldWidth(text.slice(0, longestText).replace(unseen, ''));
  if (folded.length < 2 || !anySign.test(folded)) return null;
  if (anyDigit.test(folded)) {
    if (!takesCodes && isIndividualNumber(folded)) return 'row/personal-number';
    if (hasInsuranceNumber(folded)) return 'personal/insurance-number';
    if (hasPhoneNumber(folded, { takesCodes })) return 'personal/phone-number';
  }
  if (anyNumeral.test(folded) && hasDayOfBirth(folded)) return 'personal/birth-date';
  if (hasEmailAddress(folded)) return 'personal/email';
  if (anyNumeral.test(folded) && hasAddress(folded, { takesCodes })) return 'personal/address';
  return namesSomebody(folded) ? 'personal/name' : null;
}
