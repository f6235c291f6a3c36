/** Telephone numbers, e-mail addresses and numbers of insurance (被保険者番号 …) in a text whose widths and dashes are folded. */
import { isPhoneNumber } from '../personal.ts';

const gap = '[-. ()]{0,2}';
// Nine digits and more after a word for a telephone, however they are divided; +81 in place of the first 0.
const labelled = new RegExp(
  `(?:電話|携帯|tel|℡|☎|fax|ファックス|ファクス|連絡先)(?:番号)?[ :.=(]{0,3}\\(?(?:0|\\+81${gap})(?:[0-9]${gap}){8,9}[0-9](?![0-9])`,
  'u',
);
const international = new RegExp(`(?<![0-9])\\+81${gap}(?:[0-9]${gap}){8,9}[0-9](?![0-9])`, 'u');
const mobile = /(?<![0-9-])\(?0[5789]0\)?[-. ・/_]?\(?[0-9]{4}\)?[-. ・/_]?[0-9]{4}(?![0-9-])/u;
/** Without the town's code, 電話 12-3456; neither a range of years nor a count. */
const local =
  /(?:電話|携帯|tel|℡|☎|fax|ファックス|ファクス|連絡先)(?:番号)?[ :.=(]{0,3}(?!20[0-9]{2}[-. ]20[0-9]{2})[1-9][0-9]{0,3}[-. ][0-9]{4}(?![0-9-]|[ ]?[件回人名年月度分円])/u;
/** Nothing but ten digits of the numbering plan. */
const bare = /^0[1-9][0-9]{8}$/u;
const landlineInGroups = /(?<![0-9a-z-])\(?0([1-9][0-9]{0,3})[(). ]{1,2}([0-9]{1,4})[-. )]{1,2}([0-9]{4})(?![0-9-])/u;
const yearInTheMiddle = /^20[0-4][0-9]$/;

/**
 * 0766-12-3456, 090 1234 5678, (0766)12-3456, TEL0766123456, +81-90-1234-5678. `takesCodes`: the column holds numbers of its own, of which
 * one may be nothing but ten digits.
 */
export function hasPhoneNumber(text: string, { takesCodes = false }: { readonly takesCodes?: boolean } = {}): boolean {
  if (mobile.test(text) || international.test(text) || labelled.test(text) || local.test(text)) return true;
  if (!takesCodes && bare.test(text)) return true;
  const [, code = '', exchange = '', line = ''] = landlineInGroups.exec(text) ?? [];
  if (code.length + exchange.length + line.length === 9 && !(code.length === 1 && yearInTheMiddle.test(exchange)))
    return true;
  return isPhoneNumber(text);
}

const email = /[a-z0-9_+-]@[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\.[a-z0-9]/u;

export function hasEmailAddress(text: string): boolean {
  return text.includes('@') && email.test(text.replace(/ ?@ ?/gu, '@'));
}

const insured =
  /(?:被保険者証?|被保番|保険証|健康?保険証?|介護保険|介保|国保|国民健康保険|社保|後期高齢者?(?:医療)?|医療保険|受給者証?|医療証|基礎年金|年金手帳?|年金証書|年金(?=の?(?:記号|番号))|障害者手帳|療育手帳|身体障害者手帳|精神障害者保健福祉手帳|雇用保険)(?:の)?(?:記号・?番号|記号|番号|no\.?|№|#)?[ :.=(]{0,3}(?:第|記号)?[ ]?[0-9](?:[- ]?[0-9]){5,11}(?![0-9]|[ ]?[人件円年月日回世%万千億,.:-])/u;
const signAndNumber = /記号[ :]{0,2}[0-9a-zぁ-んァ-ヶ一-鿿-]{1,10}[ 、,・]{0,2}番号[ :]{0,2}[0-9]{1,8}(?![0-9])/u;

/** 介護保険 0000123456, 被保険者番号：1234567890, 保険証 記号12-34 番号567. */
export function hasInsuranceNumber(text: string): boolean {
  return insured.test(text) || signAndNumber.test(text);
}
