/** 読替: the office's own tab names, headers and words, each beside the standard one. */
import { option, text } from '../define-column.ts';
import { defineTable, type RowOf } from '../table.ts';

export const aliases = defineTable({
  tab: '読替',
  tabAliases: ['読み替え', '読替え', '読み替え表', '読替表'],
  help: {
    ja: '列の見出しや言葉を変えずに使うための表。独自の言葉と標準の言葉を並べて書きます。',
    en: "Keeps the office's own headers and words: each own word beside the standard one.",
  },
  columns: {
    kind: option({
      header: '種別',
      aliases: ['区分'],
      required: true,
      options: [
        { value: 'header', words: ['列', '見出し', '列名', '項目'] },
        { value: 'word', words: ['値', '言葉', '語', '選択肢'] },
        { value: 'tab', words: ['シート', 'タブ', 'シート名'] },
      ],
      help: {
        ja: '列の見出しなら「列」、セルの言葉なら「値」、シートの名前なら「シート」。',
        en: '列 for a header, 値 for a word in cells, シート for the name of a tab.',
      },
      example: '値',
    }),
    tab: text({
      header: 'シート',
      aliases: ['シート名', 'タブ'],
      help: { ja: 'どのシートの話か。空いていれば全部です。', en: 'The tab it is for; every tab where blank.' },
      example: '相談受付',
    }),
    ownWord: text({
      header: '元の表記',
      aliases: ['独自の表記', '元の言葉', '元の名前'],
      required: true,
      help: { ja: 'いま使っている言葉。', en: 'The word as the office uses it.' },
      example: '町の人',
    }),
    standardWord: text({
      header: '標準の表記',
      aliases: ['標準の言葉', '標準'],
      required: true,
      help: { ja: 'この様式の言葉。名前でもコードでも構いません。', en: 'The standard word, as name or code.' },
      example: '地域',
    }),
  },
});

/** A row of 読替 once read. */
export type AliasRow = RowOf<typeof aliases>;
