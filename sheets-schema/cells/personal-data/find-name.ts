/**
 * Names of people (氏名) in a text: with what is said after a name (様, さん, 氏 …), or a family name and a given name together. What is
 * said to everybody (利用者様, お母さん, 民生委員さん) and names of places and houses (鈴木町, 佐藤医院, さんさん会) are none.
 */
import { familyNames, givenNames, loneGivenNames, loneNames, spokenNames } from './common-names.ts';

/** The longest name that is looked for, in letters. */
const longest = 7;

// What may follow: the end, a sign, a particle, or what people go on with.
const honorific =
  /(?:様|さん|さま|ちゃん|くん|君|氏|殿|先生)(?=$|[\s、。,.()「」『』[\]<>・/:;~!?=+#&*"'|のがをにはへともでやよかだ宅方家夫]|より|から|まで|ご|紹介|本人|親子|兄弟|姉妹|世帯|一家|対応|来所|訪問|相談|電話|面談|担当|の件)/gu;
const beforeIt = /([\u3400-\u9fff々ヶケ﨑髙]{1,7})([ ]?)$/u;
const kanaBeforeIt = /(?:^|[^ぁ-んァ-ヶ])([ァ-ヶ]{2,6}|[ぁ-ん]{2,6})[ ]?$/u;
const nameBeforeSpace = /([\u3400-\u9fff々ヶ﨑髙]{1,4}) $/u;

/** The last letter of what names somebody by what they are or do, of a house, or of a word that only ends like this (仕様, 同様). */
const isRole =
  /(?:[員者師士長会社院所園館局店団組校室部課係庁署市町村県区郡都府道省業患客皆奥嫁婿娘息母父親祖兄姉弟妹孫夫妻子児童生隣何誰各同両某王神仏医族人方殿君氏爺婆坊達宮御仕模有一多左不異貴主候番号歳代件回名察政域家屋食堂寺工務連合体民場協行関別外後前末]|先生|事業|保護|本人|大工|農協|社協|全員|旦那|包括|摂|華|女将)$/u;

/** One family writes the same name with several letters. */
const variants: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '崎﨑嵜',
    '高髙',
    '辺邊邉',
    '斎斉齋齊',
    '沢澤',
    '浜濱',
    '広廣',
    '富冨',
    '島嶋嶌',
    '桜櫻',
    '国國',
    '竜龍',
    '滝瀧',
    '浅淺',
    '野埜',
  ].flatMap(([plain = '', ...others]) => others.map((letter) => [letter, plain])),
);
const anyVariant = new RegExp(`[${Object.keys(variants).join('')}]`, 'gu');

/** Whether somebody is named in a text whose widths are folded. */
export function namesSomebody(typed: string): boolean {
  const text = typed.replace(anyVariant, (letter) => variants[letter] ?? letter);
  return hasNameBeforeHonorific(text) || hasFullName(text) || hasNameOfKin(text) || hasNameOfHouse(text);
}

function hasNameBeforeHonorific(text: string): boolean {
  for (const { index, 0: said } of text.matchAll(honorific)) {
    const before = text.slice(Math.max(0, index - longest - 2), index);
    // 殿 and 君 end too many other words, and whose teacher or doctor it is stands before 先生 as often as the name.
    if (isNameBefore(before, said === '殿' || said === '君' || said === '先生')) return true;
  }
  return false;
}

function isNameBefore(before: string, needsKnownName: boolean): boolean {
  const [, letters = '', space = ''] = beforeIt.exec(before) ?? [];
  if (letters === '') {
    const [, spoken = ''] = kanaBeforeIt.exec(before) ?? [];
    return spoken !== '' && isSpokenName(spoken);
  }
  if (endsWithKnownName(letters) || givenNames.has(letters)) return true;
  const [, family = ''] = nameBeforeSpace.exec(before.slice(0, before.length - letters.length - space.length)) ?? [];
  if (familyNames.has(family) && letters.length <= 3) return true;
  if (needsKnownName) return false;
  if (loneNames.has(letters)) return !before.slice(0, before.length - letters.length - space.length).endsWith('お');
  if (isRole.test(letters)) return false;
  if (letters.length === 1) return family.length >= 2 && !isRole.test(family);
  return letters.length <= 5;
}

/** A family name, alone or before a given name, at the end of some letters: 担当山田, 山田太郎. */
function endsWithKnownName(letters: string): boolean {
  for (let from = 0; from < letters.length; from += 1) {
    const rest = letters.slice(from);
    if (familyNames.has(rest) && (rest.length > 1 || from === 0)) return true;
    if (from === 0 && beginsWithFamilyName(rest)) return true;
  }
  return false;
}

/** 山田太郎, 佐藤恵: a family name of two letters and more, and up to three that are no house (佐藤医院). */
function beginsWithFamilyName(letters: string): boolean {
  for (const length of [2, 3]) {
    const rest = letters.slice(length);
    if (!familyNames.has(letters.slice(0, length))) continue;
    if (givenNames.has(rest) || (rest.length > 0 && rest.length <= 3 && !isRole.test(rest))) return true;
  }
  return isFullName(letters);
}

const toKatakana = (text: string): string =>
  text.replace(/[ぁ-ん]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));

function isSpokenName(text: string): boolean {
  const spoken = toKatakana(text);
  if (spokenNames.has(spoken)) return true;
  for (let length = 2; length <= spoken.length - 2; length += 1) {
    if (spokenNames.has(spoken.slice(0, length)) && spokenNames.has(spoken.slice(length))) return true;
  }
  return false;
}

const run =
  /(?<![\u3400-\u9fff々ヶ﨑髙])[\u3400-\u9fff々ヶ﨑髙]{1,8}(?:[ ・][\u3400-\u9fff々]{1,3})?(?![\u3400-\u9fff々ヶ﨑髙])/gu;
const label =
  /^(?:担当者?|相談者|利用者|本人|対象者|世帯主|氏名|名前|申込者|申請者|患者|長男|次男|長女|次女|夫|妻|母|父)/u;
/** What given names of two letters and more end with; a house or a place does not. */
const givenEnd =
  /[子美郎男夫雄介也香恵江代平治司樹斗菜奈穂乃翔吾助彦之人二三実明弘浩博誠隆茂進勝清豊和幸義信昭孝修勇健優愛結希紀輝貴哉]$/u;
const noGivenName = /(?:太平|平和|三人|二人|人人|江戸|清和|信愛|明和|昭和|平成|令和)$/u;

/** 山田太郎, 山田 太郎, ヤマダ タロウ: family and given name with nothing else around them. */
function hasFullName(text: string): boolean {
  for (const [match] of text.matchAll(run)) {
    const named = match.replace(label, '');
    const parts = named.split(/[ ・]/u);
    const [family = '', given] = parts;
    if (given === undefined ? isFullName(named) : isDivided(family, given)) return true;
  }
  return hasSpokenPair(text);
}

function isDivided(family: string, given: string): boolean {
  if (noGivenName.test(given)) return false;
  if (familyNames.has(family)) return givenNames.has(given) || givenEnd.test(given) || loneGivenNames.has(given);
  return family.length <= 3 && givenNames.has(given);
}

function isFullName(letters: string): boolean {
  for (let length = 1; length <= Math.min(3, letters.length - 2); length += 1) {
    if (familyNames.has(letters.slice(0, length)) && givenNames.has(letters.slice(length))) return true;
  }
  return false;
}

const spokenPair = /(?<![ぁ-んァ-ヶ-])([ぁ-んァ-ヶ]{2,6})[ ・]([ぁ-んァ-ヶ]{2,6})(?![ぁ-んァ-ヶ-])/gu;

/** ヤマダ タロウ, やまだ はなこ. */
function hasSpokenPair(text: string): boolean {
  for (const [, family = '', given = ''] of text.matchAll(spokenPair)) {
    if (spokenNames.has(toKatakana(family)) && spokenNames.has(toKatakana(given))) return true;
  }
  return false;
}

const kin = '長男|次男|二男|三男|長女|次女|二女|三女|息子|娘|孫|夫|妻|父|母|祖父|祖母|弟|妹|兄|姉|本人';
const kinAndGiven = new RegExp(`(?:${kin})[のは:・ (]?([\u3400-\u9fff々]{2,3})(?![\u3400-\u9fff々])`, 'gu');
const familyAndKin = new RegExp(`(?<![\u3400-\u9fff々])([\u3400-\u9fff々]{1,3}) ?\\((?:${kin})\\)`, 'gu');

/** 長男の健太, 母：花子, 山田(母): which of a family it is. */
function hasNameOfKin(text: string): boolean {
  const [given, family] = [[...text.matchAll(kinAndGiven)], [...text.matchAll(familyAndKin)]];
  return given.some(([, name = '']) => givenNames.has(name)) || family.some(([, name = '']) => familyNames.has(name));
}

/** 山田宅, 佐藤花子宅: the house of somebody. 在宅, 住宅 and 三宅 are none. */
function hasNameOfHouse(text: string): boolean {
  for (const [, letters = ''] of text.matchAll(
    /(?<![\u3400-\u9fff々])([\u3400-\u9fff々ヶ﨑髙]{1,5})宅(?![\u3400-\u9fff])/gu,
  )) {
    if (familyNames.has(letters) || isFullName(letters)) return true;
  }
  return false;
}
