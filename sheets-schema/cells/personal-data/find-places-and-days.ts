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
  /[都道府県市区町村郡字](?:[ ]?大?字)?[^0-9、。,()\n :]{0,8}[ ]?[0-9]{1,5}[-の][0-9]{1,4}(?:[-の][0-9]{1,4})?(?![0-9-]|[ ]?[人件円年月日回歳世か箇ヶ%地丁組班区級番級割時分名])/u;
const room = /(?:アパ-ト|マンション|荘|ハイツ|コ-ポ|団地|メゾン|レジデンス)[^0-9、。,\n]{0,10}[0-9]{1,4}号室/u;
/** 3棟205号, 12号棟 304号室. */
const flat = /[0-9]{1,3}(?:号)?棟[ ]?[0-9]{2,4}号(?!館|棟|線)/u;

/** A house, not just a town or a district. `takesCodes`: the column holds numbers of its own, in which 北町1-2-3 is one of them. */
export function hasAddress(text: string, { takesCodes = false }: { readonly takesCodes?: boolean } = {}): boolean {
  if (postalCode.test(text) || block.test(text) || room.test(text) || flat.test(text)) return true;
  return !takesCodes && (plot.test(text) || dashed.test(text));
}

const upTo99 = '(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})';
const era = `(?:明治|大正|昭和|平成|令和|[明大昭平令]|[mtshr])[ .]?(?:元|${upTo99})`;
const year = `(?:${era}|(?:18|19|20)[0-9]{2})`;
const inYear = `[ ]?[./年-][ ]?${upTo99}[ ]?[./月-][ ]?${upTo99}日?`;
const day = `${year}${inYear}`;
const digits = '(?:(?:18|19|20)[0-9]{6}|[mtshr][0-9]{6})';
const born = new RegExp(
  `(?<![0-9a-z])(?:${day}|${digits})[ )]{0,2}(?:生|誕生)(?!活|産|徒|命|計|涯|協|保|徒|態|れ変)`,
  'u',
);
const labelled = new RegExp(`(?:生年月日|誕生日|生れ|生まれ|dob)[ :=(はが]{0,3}(?:${day}|${digits})`, 'u');
/** The whole cell is a day before the programme was thought of. */
const oldDay = new RegExp(
  `^(?:(?:明治|大正|昭和|[明大昭]|[mts])[ .]?(?:元|${upTo99})|(?:18[0-9]{2}|19[0-8][0-9]))${inYear}$`,
  'u',
);

/** S12.3.4生, 1950年3月4日生まれ, 生年月日：昭和12年3月4日, or nothing but such a day. */
export function hasDayOfBirth(text: string): boolean {
  return born.test(text) || labelled.test(text) || oldDay.test(text);
}
