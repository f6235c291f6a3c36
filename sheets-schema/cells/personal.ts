/**
 * What looks like it is about one person: headers of columns, individual numbers (個人番号), telephone numbers.
 * Such things are refused or never quoted (workbook.md, Personal data).
 */
import { isCalendarDay } from './calendar-day.ts';
import { fold } from './fold.ts';

// Written as folded: a long vowel mark is '-'.
const personalHeaders =
  /氏名|姓名|^名前|お名前|本人名|相談者名|対象者名|利用者名|世帯主名|申請者名|家族名|ふりがな|フリガナ|カナ氏名|住所|居所|番地|電話|携帯|tel$|^tel|連絡先|ファックス|^fax|メ-ル|e-?mail|生年月日|誕生日|個人番号|マイナンバ|被保険者番号|被保険者証|受給者番号|保険証|口座|本籍/u;
/** Contain a personal word but are about no person. */
const harmlessHeaders = /住所不定|電話件数|電話相談|電話回数|電話対応|住所地特例/u;

/** 氏名, 名前, 住所, 電話, 生年月日 and the like: such a column is never read. */
export function isPersonalHeader(text: string): boolean {
  if (text.trim().length > 200) return false;
  const folded = fold(text).replace(/[*※()[\]【】必須:]/gu, '');
  return personalHeaders.test(folded) && !harmlessHeaders.test(folded);
}

/** In groups of four as on the card, in threes, or digit by digit. */
const twelveDigits: readonly RegExp[] = [
  /(?<![0-9])[0-9]{4}[- ./_・]?[0-9]{4}[- ./_・]?[0-9]{4}(?![0-9])/gu,
  /(?<![0-9])(?<![0-9][- ])[0-9]{3}[- ][0-9]{3}[- ][0-9]{3}[- ][0-9]{3}(?![- ]?[0-9])/gu,
  /(?<![0-9])(?<![0-9] )[0-9](?: [0-9]){11}(?! ?[0-9])/gu,
];

/**
 * The check digit of an individual number from its first eleven digits.
 * Source: 平成26年総務省令第85号, article 5.
 */
export function individualNumberCheckDigit(eleven: string): number {
  let sum = 0;
  for (let n = 1; n <= 11; n += 1) sum += Number(eleven[11 - n]) * (n <= 6 ? n + 1 : n - 5);
  const rest = sum % 11;
  return rest <= 1 ? 0 : 11 - rest;
}

/**
 * Whether a text contains twelve digits whose last is the check digit of an individual number. `mayBeginWithDate`: a 受付番号
 * like 202404010001 begins with a plausible date and is let through, since one number in eleven has a right check digit by chance.
 */
export function isIndividualNumber(text: string, { mayBeginWithDate = false } = {}): boolean {
  if (text.length < 12) return false;
  const folded = text.normalize('NFKC').replace(/[‐‑‒–—―−ー]/gu, '-');
  for (const [match] of twelveDigits.flatMap((divided) => [...folded.matchAll(divided)])) {
    const digits = match.replace(/[^0-9]/g, '');
    if (individualNumberCheckDigit(digits.slice(0, 11)) !== Number(digits[11])) continue;
    if (mayBeginWithDate && beginsWithDate(digits)) continue;
    return true;
  }
  return false;
}

function beginsWithDate(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  return year >= 2000 && year <= 2099 && isCalendarDay({ year, month, day: Number(digits.slice(6, 8)) });
}

// The groups of the national numbering plan: 03-1234-5678, 076-123-4567, 0766-12-3456, 09912-3-4567, (0766)12-3456, 0120-123-456.
const landline = /(?<![0-9a-z-])\(?(0[346]|0[1-9][0-9]{1,3})[)-]-?([0-9]{1,4})-([0-9]{4})(?![0-9-])/u;
const tollFree = /(?<![0-9a-z-])0(?:120|570)-[0-9]{3}-?[0-9]{3}(?![0-9-])/u;
const mobile = /(?<![0-9-])0[5789]0-?[0-9]{4}-?[0-9]{4}(?![0-9-])/u;
// '06-2024-0001' is the sixth year's first case, not a telephone in Osaka.
const yearInTheMiddle = /^20[0-4][0-9]$/;

/** Whether a text contains what can only be meant as a telephone number: ten or eleven digits in the plan's groups. */
export function isPhoneNumber(text: string): boolean {
  const folded = fold(text).replaceAll('tel', ' ');
  if (folded.length < 10) return false;
  if (mobile.test(folded) || tollFree.test(folded)) return true;
  const match = landline.exec(folded);
  if (match === null) return false;
  const [, code = '', exchange = '', line = ''] = match;
  if (code.length === 2 && yearInTheMiddle.test(exchange)) return false;
  return code.length + exchange.length + line.length === 10;
}

const email = /[^\s@]@[^\s@.]/u;
const postalCode = /〒|(?<![0-9])[0-9]{3}-[0-9]{4}(?![0-9])/u;
const longDigits = /[0-9]{10,}/u;
// At the end, or before what people go on with: 田中さんの紹介, 佐藤様宅, 山田氏より.
const personSuffix =
  /(?:様|さん|さま|くん|ちゃん|氏|殿)(?:$|[のがをにはへとも宅方家、。,()（）]|より|から|紹介|本人|ご)/u;
const address = /[都道府県市区町村].*[0-9]+(?:丁目|番地?|-[0-9])/u;

/**
 * Whether a text could be about one person, so that no message quotes it. Errs on the side of silence: a quote that is left
 * out costs a clerk one look at the cell.
 */
export function looksPersonal(text: string): boolean {
  const folded = fold(text).slice(0, 300);
  return (
    isPhoneNumber(folded) ||
    email.test(folded) ||
    postalCode.test(folded) ||
    longDigits.test(folded.replace(/-/g, '')) ||
    personSuffix.test(folded) ||
    address.test(folded)
  );
}
