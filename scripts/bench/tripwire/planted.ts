/**
 * Personal data as people type them: every person, number and address is invented (架空のデータ), and numbers are made by chance. Family names
 * that the tripwire does not know are among them, and names that are written in kana.
 */
import { individualNumberCheckDigit, type PersonalCode } from '#sheets-schema';
import type { Chance } from './seeded.ts';

export interface Planted {
  readonly text: string;
  readonly code: PersonalCode;
}

const known =
  '佐藤 鈴木 田中 山田 渡邉 齋藤 佐々木 五十嵐 小笠原 森 林 長谷川 久保田 新垣 﨑山 高橋 菊池 川﨑 中村 野村 金子 大場 髙橋'.split(
    ' ',
  );
/** Family names that are in no list of ours. */
const rare =
  '架空 九十九里 小鳥遊 月見里 御手洗 栗花落 一ノ瀬 勘解由 東雲 雲母 四月朔日 木更津 鬼頭 鴨志田 蛭子 真壁 壇 貝塚 鯨井 猪熊'.split(
    ' ',
  );
const given = '太郎 花子 一郎 幸子 健太 美咲 陽子 正男 和夫 由美子 翔太 節子 直樹 結衣 清 誠 恵 茂'.split(' ');
const spoken = 'ヤマダ サトウ スズキ タナカ わたなべ こばやし'.split(' ');
const spokenGiven = 'タロウ ハナコ イチロウ ケイコ'.split(' ');
const honorifics = ['様', 'さん', '氏', 'さん', 'さま', '様'];
const after = ['', 'の件', 'から', 'より相談', '宅訪問', 'に電話', '（長男）', 'と面談', 'の紹介', '、継続'];
const towns = '架空市海野町 架空県架空郡山野村大字川原 みほん町本町 架空区東 海野市字浜 架空市緑が丘'.split(' ');
const dashes = ['-', '－', '‐', 'ー', '―', '−'];

const family = (c: Chance) => (c.below(5) === 0 ? c.pick(rare) : c.pick(known));
const wide = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const maybeWide = (c: Chance, text: string) => (c.below(3) === 0 ? wide(text) : text);
const number = (c: Chance, from: number, to: number) => String(from + c.below(to - from));

function individualNumber(c: Chance): string {
  const eleven = c.digits(11);
  return `${eleven}${individualNumberCheckDigit(eleven)}`;
}

function day(c: Chance): string {
  const [month, date] = [number(c, 1, 13), number(c, 1, 29)];
  const era = c.pick(['S', '昭和', 'Ｓ', 'T', '大正', 'H', '平成']);
  const year = /^(?:T|大正)$/.test(era)
    ? number(c, 1, 15)
    : /^(?:H|平成)$/.test(era)
      ? number(c, 1, 31)
      : number(c, 1, 64);
  return c.pick([
    `${era}${year}.${month}.${date}`,
    `${era}${year}年${month}月${date}日`,
    `19${number(c, 20, 99)}/${month}/${date}`,
    `19${number(c, 20, 99)}年${month}月${date}日`,
  ]);
}

const makers: Readonly<Record<PersonalCode, readonly ((c: Chance) => string)[]>> = {
  'personal/name': [
    (c) => `${family(c)}${c.pick(['', ' ', '　'])}${c.pick(given)}${c.pick(honorifics)}${c.pick(after)}`,
    (c) => `${family(c)}${c.pick(honorifics)}${c.pick(after)}`,
    (c) => `${c.pick(['', '担当 ', '相談者は'])}${family(c)}${c.pick(honorifics)}${c.pick(after)}`,
    (c) => `${c.pick(known)}${c.pick([' ', '　'])}${c.pick(given)}`,
    (c) => `${c.pick(known)}${c.pick(given.filter((name) => name.length > 1))}`,
    (c) => `${c.pick(known)}宅${c.pick(['', 'へ訪問'])}`,
    (c) => `${c.pick(spoken)}${c.pick(['さん', '様'])}${c.pick(after)}`,
    (c) => `${c.pick(spoken.filter((name) => /[ァ-ヶ]/.test(name)))} ${c.pick(spokenGiven)}`,
  ],
  'personal/phone-number': [
    (c) =>
      maybeWide(c, `0${c.pick(['9', '8', '7'])}0${c.pick([...dashes, ' ', '', '.'])}${c.digits(4)}`) +
      maybeWide(c, `${c.pick(dashes)}${c.digits(4)}`),
    (c) => maybeWide(c, `0766${c.pick(dashes)}${number(c, 10, 99)}${c.pick(dashes)}${c.digits(4)}`),
    (c) =>
      `${c.pick(['TEL', '電話', '℡', '携帯：', 'Tel. ', '電話番号 '])}${maybeWide(c, `076${number(c, 2, 9)}${c.digits(6)}`)}`,
    (c) => `(03)${number(c, 3000, 9999)}-${c.digits(4)}`,
    (c) => `自宅0${number(c, 72, 99)} ${number(c, 200, 999)} ${c.digits(4)}`,
    (c) => `+81-90-${c.digits(4)}-${c.digits(4)}`,
  ],
  'personal/email': [
    (c) =>
      `${c.pick(['taro', 'hanako', 'kaku.sora', 'mihon_01'])}${c.digits(2)}@${c.pick(['example.jp', 'example.co.jp', 'mail.example.com'])}`,
    (c) => `連絡は ${c.pick(['ｔａｒｏ', 'Hanako'])}＠example.ne.jp まで`,
  ],
  'personal/address': [
    (c) => `${c.pick(towns)}${maybeWide(c, `${number(c, 1, 9)}丁目${number(c, 1, 30)}番${number(c, 1, 20)}号`)}`,
    (c) =>
      `${c.pick(towns)}${maybeWide(c, `${number(c, 1, 9)}${c.pick(dashes)}${number(c, 1, 30)}${c.pick(dashes)}${number(c, 1, 20)}`)}`,
    (c) => `${c.pick(towns)}${number(c, 1, 4000)}番地`,
    (c) => `〒${c.digits(3)}${c.pick(dashes)}${c.digits(4)}`,
    (c) => `${c.pick(towns)}二丁目三番`,
    (c) =>
      `${c.pick(towns)}${number(c, 1, 900)}${c.pick(dashes)}${number(c, 1, 20)} みほんアパート${number(c, 101, 309)}号室`,
  ],
  'personal/birth-date': [
    (c) => `${maybeWide(c, day(c))}生${c.pick(['', 'まれ', '、女性'])}`,
    (c) => `生年月日${c.pick(['：', ' ', ''])}${day(c)}`,
    (c) => `${c.pick(['S', '昭和'])}${number(c, 1, 63)}.${number(c, 1, 13)}.${number(c, 1, 29)}`,
  ],
  'row/personal-number': [
    (c) => maybeWide(c, individualNumber(c)),
    (c) => `マイナンバー ${individualNumber(c)}`,
    (c) => individualNumber(c).replace(/(....)(....)(....)/, `$1${c.pick(['-', ' ', '－'])}$2${c.pick(['-', ' '])}$3`),
  ],
  'personal/insurance-number': [
    (c) =>
      `${c.pick(['被保険者番号', '介護保険', '介護保険番号', '介護保険被保険者番号：', '介保 ', '国保番号 '])}${maybeWide(c, `000${c.digits(7)}`)}`,
    (c) =>
      `${c.pick(['保険証', '健康保険証 ', '健保'])}記号${number(c, 10, 99)}-${number(c, 10, 99)} 番号${number(c, 1, 999)}`,
    (c) => `${c.pick(['後期高齢者医療', '後期高齢', '受給者証番号'])} ${c.digits(8)}`,
    (c) => `${c.pick(['障害者手帳', '身体障害者手帳', '療育手帳'])}第${c.digits(6)}号`,
  ],
};

/** `count` cells of each kind. */
export function makePlanted(chance: Chance, count: number): readonly Planted[] {
  return Object.entries(makers).flatMap(([code, ways]) =>
    Array.from({ length: count }, () => ({ text: chance.pick(ways)(chance), code: code as PersonalCode })),
  );
}
