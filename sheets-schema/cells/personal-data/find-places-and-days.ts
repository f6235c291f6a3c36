/** Addresses of houses (住所) and days of birth (生年月日) in a text whose widths and dashes are folded. */

const number = '[0-9一二三四五六七八九十百〇○]{1,6}';
const postalCode = /(?:〒|郵便番号)[ :]{0,2}[0-9]{3}-?[0-9]{4}(?![0-9])/u;
/** 1丁目2番3号, 1丁目2-3, 123番地, 12番3号. 本町1丁目 by itself is a district. */
const block = new RegExp(`${number}丁目[ ]?(?:${number}(?:番|-|号)|[0-9]{1,4}(?![0-9]|丁目|回|人|件|名))`, 'u');
const plot = new RegExp(
  `(?:[都道府県市区町村郡字里原田山川]|${number}丁目)[^0-9、。,\\n]{0,8}${number}番(?:地(?!区|域|元)|[ ]?${number}号?|号)`,
  'u',
);
/** 架空町1-2-3, 大字架空123-4. What is counted, or lies between two numbers, is none. */
const dashed =
  /[都道府県市区町村郡字](?:[ ]?大?字)?[^0-9、。,()\n :]{0,8}[ ]?[0-9]{1,5}-[0-9]{1,4}(?:-[0-9]{1,4})?(?![0-9-]|[ ]?[人件円年月日回歳世か箇ヶ%地丁組班区級番級割時分名])/u;
const room = /(?:アパ-ト|マンション|荘|ハイツ|コ-ポ|団地|メゾン|レジデンス)[^0-9、。,\n]{0,10}[0-9]{1,4}号室/u;

/** A house, not just a town or a district. `takesCodes`: the column holds numbers of its own, in which 北町1-2-3 is one of them. */
export function hasAddress(text: string, { takesCodes = false }: { readonly takesCodes?: boolean } = {}): boolean {
  if (postalCode.test(text) || block.test(text) || room.test(text)) return true;
  return !takesCodes && (plot.test(text) || dashed.test(text));
}

const era = '(?:明治|大正|昭和|平成|令和|[mtshr])[ .]?(?:元|[0-9]{1,2})';
const year = `(?:${era}|(?:18|19|20)[0-9]{2})`;
const day = `${year}[ ]?[./年-][ ]?[0-9]{1,2}[ ]?[./月-][ ]?[0-9]{1,2}日?`;
const digits = '(?:18|19|20)[0-9]{6}';
const born = new RegExp(
  `(?<![0-9a-z])(?:${day}|${digits})[ )]{0,2}(?:生|誕生)(?!活|産|徒|命|計|涯|協|保|徒|態|れ変)`,
  'u',
);
const labelled = new RegExp(`(?:生年月日|誕生日|生れ|生まれ|dob)[ :=(はが]{0,3}(?:${day}|${digits})`, 'u');
/** The whole cell is a day before the programme was thought of. */
const oldDay =
  /^(?:(?:明治|大正|昭和|[mts])[ .]?(?:元|[0-9]{1,2})|(?:18[0-9]{2}|19[0-8][0-9]))[ ]?[./年-][ ]?[0-9]{1,2}[ ]?[./月-][ ]?[0-9]{1,2}日?$/u;

/** S12.3.4生, 1950年3月4日生まれ, 生年月日：昭和12年3月4日, or nothing but such a day. */
export function hasDayOfBirth(text: string): boolean {
  return born.test(text) || labelled.test(text) || oldDay.test(text);
}
