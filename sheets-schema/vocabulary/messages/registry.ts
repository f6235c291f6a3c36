/** Sentences about the registry (登録簿): its rows, and the workbooks that it names. */
import type { BothLanguages, FindingMessages } from './message.ts';

/** About rows of 登録, 利用者, 目安値 and 秘匿. */
export const registryMessages = {
  'registration/not-a-spreadsheet': {
    severity: 'error',
    ja: '{header}がスプレッドシートのアドレスではありません。開いたときのアドレス（https://docs.google.com/spreadsheets/d/…）を入れてください。',
    en: '{header} is not the address of a spreadsheet. Please copy the address that shows when it is open (https://docs.google.com/spreadsheets/d/…).',
    title: { ja: 'スプレッドシートのアドレスではありません', en: 'Not the address of a spreadsheet' },
    mend: {
      ja: 'スプレッドシートを開いて、そのアドレスを入れてください。',
      en: 'Open the spreadsheet and copy its address.',
    },
  },
  'registration/file-in-cloud': {
    severity: 'error',
    ja: '{header}にファイルの場所があります。この登録簿はスプレッドシートなので、スプレッドシートのアドレスを入れてください。',
    en: '{header} names a file. This registry is a spreadsheet, so it can only list spreadsheets: please give an address.',
    title: { ja: 'ファイルの場所は使えません', en: 'Files in a registry that is a spreadsheet' },
    mend: {
      ja: 'スプレッドシートのアドレスを入れるか、登録簿をファイルにしてください。',
      en: 'Give the address of a spreadsheet, or keep the registry in a file.',
    },
  },
  'registration/duplicate-workbook': {
    severity: 'error',
    ja: '同じブックが{rows}行目にあります。{used}の行だけを使っています。ほかの行を消してください。',
    en: 'The same workbook stands in rows {rows}; only that at {used} is used. Please delete the others.',
    title: { ja: '同じブックが2回登録されています', en: 'Workbooks registered twice' },
    mend: { ja: '1つの行だけを残してください。', en: 'Keep one row only.' },
  },
  'registration/same-office': {
    severity: 'notice',
    ja: '同じ報告機関が{rows}行目にあります。年度ごとのブックでなければ、使わない行の「有効」を「無」にしてください。',
    en: 'The same office stands in rows {rows}. Unless it has a workbook a year, please set 有効 to 無 where one is not used.',
    title: { ja: '同じ報告機関が2回登録されています', en: 'Offices registered twice' },
    mend: {
      ja: '年度ごとのブックなら、このままで構いません。',
      en: 'Nothing needs to be done where the office has a workbook a year.',
    },
  },
  'person/not-an-address': {
    severity: 'error',
    ja: '{header}がメールアドレスではありません。1行に1つ、tanto@city.example.jp のように入れてください。',
    en: '{header} is not an e-mail address. Please type one a row, like tanto@city.example.jp.',
    title: { ja: 'メールアドレスではありません', en: 'Not an e-mail address' },
    mend: { ja: '1行に1つのメールアドレスを入れてください。', en: 'Type one e-mail address a row.' },
  },
  'person/without-municipality': {
    severity: 'error',
    ja: '市区町村コードが空いています。役割が報告機関か市区町村のときは、6けたで入れてください。',
    en: '市区町村コード is blank. For the roles 報告機関 and 市区町村, please type its six digits.',
    title: { ja: '利用者の市区町村がありません', en: 'People without a municipality' },
    mend: { ja: '市区町村コードを入れてください。', en: "Type the municipality's code." },
  },
  'person/without-prefecture': {
    severity: 'error',
    ja: '都道府県コードが空いています。役割が都道府県のときは、16 のように2けたで入れてください。',
    en: '都道府県コード is blank. For the role 都道府県, please type its two digits, like 16.',
    title: { ja: '利用者の都道府県がありません', en: 'People without a prefecture' },
    mend: { ja: '都道府県コードを入れてください。', en: "Type the prefecture's code." },
  },
  'guide/nothing-said': {
    severity: 'error',
    ja: '値が空いています。目安値なら値を、定義が変わったことだけなら「定義の変わり目」に「有」を入れてください。',
    en: 'There is no value. Please give one, or put 有 into 定義の変わり目 where only the definition changed.',
    title: { ja: '値も定義の変わり目もありません', en: 'Neither a value nor a change of definition' },
    mend: { ja: '値か、定義の変わり目を入れてください。', en: 'Give a value, or say that the definition changed.' },
  },
  'guide/not-compared': {
    severity: 'error',
    ja: '「{indicator}」は、市町村比較で比べていない指標です。ほかの指標にするか、行を消してください。',
    en: '{indicator} is not compared between municipalities. Please choose another indicator, or delete the row.',
    title: { ja: '比べていない指標です', en: 'Indicators that are not compared' },
    mend: { ja: 'ほかの指標にするか、行を消してください。', en: 'Choose another indicator, or delete the row.' },
  },
  'guide/other-unit': {
    severity: 'error',
    ja: '{indicator}は、この単位では比べていません。{words}のどれかにしてください。',
    en: '{indicator} is not compared in this unit. Please use one of {words}.',
    title: { ja: '単位が合いません', en: 'Units that do not fit' },
    mend: { ja: 'その指標を比べる単位で書いてください。', en: 'Give the value in the unit in which it is compared.' },
  },
  'guide/below-zero': {
    severity: 'error',
    ja: '値が0より小さくなっています。0以上の数を入れてください。',
    en: 'The value is below 0. Please give 0 or more.',
    title: { ja: '0より小さい目安値', en: 'Guide values below 0' },
    mend: { ja: '0以上の数を入れてください。', en: 'Give 0 or more.' },
  },
  'guide/ends-before-start': {
    severity: 'error',
    ja: '適用終了が適用開始より前です。どちらかの日付を直してください。',
    en: 'It ends before it begins. Please correct one of the days.',
    title: { ja: '終わりが始まりより前です', en: 'Ends before it begins' },
    mend: { ja: 'どちらかの日付を直してください。', en: 'Correct one of the days.' },
  },
  'guide/overlap': {
    severity: 'error',
    ja: '同じ指標の値が{rows}行目で重なっています。先の行だけを使っています。前の行に適用終了を入れてください。',
    en: 'Values of one indicator overlap in rows {rows}; only the first is used. Please give the former row its last day (適用終了).',
    title: { ja: '期間が重なっています', en: 'Periods that overlap' },
    mend: { ja: '前の行に適用終了を入れてください。', en: 'Give the former row its last day.' },
  },
  'protection/nothing-said': {
    severity: 'error',
    ja: '「基準」も「秘匿する件数」も空いています。どちらかを入れてください。',
    en: 'Neither 基準 nor 秘匿する件数 is given. Please give one of them.',
    title: { ja: '秘匿の基準がありません', en: 'Neither a preset nor a number' },
    mend: { ja: '基準か、秘匿する件数を入れてください。', en: 'Name a preset, or give a number.' },
  },
  'protection/too-weak': {
    severity: 'error',
    ja: '{threshold}件では、少ない件数を守れません。{least}以上の数を入れてください。',
    en: 'Small counts cannot be protected with {threshold}. Please give {least} or more.',
    title: { ja: '秘匿する件数が小さすぎます', en: 'Numbers too small to protect anybody' },
    mend: {
      ja: '3以上の数を入れてください。都道府県は5、一般は10が目安です。',
      en: 'Give 3 or more; 5 for prefectures and 10 for everybody are usual.',
    },
  },
  'protection/weaker-than-usual': {
    severity: 'notice',
    ja: '{threshold}件未満の秘匿は、いつもの{usual}件未満より弱い決まりです。このまま使います。',
    en: 'Hiding below {threshold} is a weaker rule than the usual {usual}. It is used as it is.',
    title: { ja: 'いつもより弱い秘匿です', en: 'Weaker than usual' },
    mend: { ja: '決めたとおりなら、このままで構いません。', en: 'Nothing needs to be done where this was decided.' },
  },
  'protection/public-sees-more': {
    severity: 'notice',
    ja: '一般に、都道府県より多くを見せることになります。一般にも、都道府県に秘匿するものを秘匿します。',
    en: 'Everybody would see more than the prefecture. What is hidden from the prefecture is hidden from everybody too.',
    title: {
      ja: '一般の決まりが、都道府県より弱くなっています',
      en: 'A weaker rule for everybody than for the prefecture',
    },
    mend: {
      ja: '一般の件数を、都道府県の件数以上にしてください。',
      en: "Give everybody a number that is not below the prefecture's.",
    },
  },
  'protection/no-rounding': {
    severity: 'error',
    ja: '1以上の数を入れてください。丸めないなら空けてください。',
    en: 'Please give 1 or more. Leave it blank where nothing is rounded.',
    title: { ja: '丸める単位ではありません', en: 'Not a unit to round to' },
    mend: { ja: '10のように入れるか、空けてください。', en: 'Give a number like 10, or leave it blank.' },
  },
  'protection/ends-before-start': {
    severity: 'error',
    ja: '適用終了が適用開始より前です。どちらかの日付を直してください。',
    en: 'It ends before it begins. Please correct one of the days.',
    title: { ja: '秘匿の終わりが始まりより前です', en: 'Rules that end before they begin' },
    mend: { ja: 'どちらかの日付を直してください。', en: 'Correct one of the days.' },
  },
  'protection/overlap': {
    severity: 'error',
    ja: '同じ見る人の決まりが{rows}行目で重なっています。先の行だけを使っています。前の行に適用終了を入れてください。',
    en: 'Rules for the same audience overlap in rows {rows}; only the first is used. Please give the former row its last day (適用終了).',
    title: { ja: '秘匿の期間が重なっています', en: 'Rules whose periods overlap' },
    mend: { ja: '前の行に適用終了を入れてください。', en: 'Give the former row its last day.' },
  },
} as const satisfies FindingMessages;

/** About the registry as a whole, and about registered workbooks that are not read as they should be. */
export const registryFailures = {
  'registry/no-tab': {
    ja: '登録簿「{file}」にシート「{tab}」がありません。名前を戻してください。それまでは、前に読めた登録を使います。',
    en: 'The registry "{file}" has no tab {tab}. Please name it so again; until then, what was last read of it is used.',
  },
  'registry/no-columns': {
    ja: '登録簿「{file}」のシート「{tab}」に見出し（{headers}）がありません。戻してください。それまでは、前に読めた登録を使います。',
    en: 'The tab {tab} of the registry "{file}" lacks the headers {headers}. Please put them back; until then, what was last read of it is used.',
  },
  'registry/protections': {
    ja: '登録簿「{file}」のシート「{tab}」に、使えない行があります。直すまでは、前に読めた秘匿の決まりを使います。',
    en: 'Rows of the tab {tab} of the registry "{file}" cannot be used. Until they are mended, the rules that were last read go on.',
  },
  'workbook/inactive': {
    ja: '「{file}」は登録簿の「有効」が「無」なので、読んでいません。最後に読めたときの数字を使っています。',
    en: '"{file}" is not read, since 有効 is 無 in the registry. The figures of the last time it was read are used.',
  },
  'workbook/registration': {
    ja: '登録簿の行に直すところがあるので、「{file}」を読んでいません。最後に読めたときの数字を使っています。',
    en: '"{file}" is not read, since its row in the registry needs mending. The figures of the last time it was read are used.',
  },
  'registration/not-shared': {
    ja: '共有されていません。共有の設定に {account} を編集者として足してください。',
    en: 'It is not shared with us. Please add {account} as an editor (編集者) in its sharing settings.',
  },
  'registration/view-only': {
    ja: '閲覧だけができます。チェック結果を書きこめるように、共有の設定で {account} を編集者にしてください。',
    en: 'We may read it, but not write in it. Please make {account} an editor (編集者), so that チェック結果 can be written.',
  },
  'registration/trashed': {
    ja: 'ゴミ箱に入っています。Google ドライブのゴミ箱から戻してください。',
    en: 'It is in the bin. Please restore it from the bin of Google Drive.',
  },
  'registration/not-google': {
    ja: 'Google スプレッドシートではありません。開いて「Google スプレッドシートとして保存」し、新しいアドレスを登録してください。',
    en: 'It is not a Google spreadsheet. Please open it, choose "Save as Google Sheets", and register the new address.',
  },
  'registration/no-file': {
    ja: 'ファイル「{file}」がありません。場所と名前を確かめてください。',
    en: 'There is no file "{file}". Please check its place and name.',
  },
  'registration/unreadable-file': {
    ja: 'ファイル「{file}」を読めません。ファイルの権限を確かめてください。',
    en: 'The file "{file}" may not be read. Please check its permissions.',
  },
  'registration/other-municipality': {
    ja: '登録の市区町村コードは{one}ですが、ブックの中では{other}です。どちらかを直してください。',
    en: 'It is registered for {one}, but the workbook itself says {other}. Please correct one of them.',
  },
} as const satisfies Readonly<Record<string, BothLanguages>>;
