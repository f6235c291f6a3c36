/** npm run template: makes the workbook of an office, or renews one that people have filled in. */
import { parseArgs } from 'node:util';
import { systemClock } from '#functions/adapters/clock.ts';
import { dayInJapan, fiscalYearOf, monthOf } from '#functions/domain/calendar.ts';
import { runCommand, WrongUsage } from './run/usage.ts';
import { exitCodes } from './template/exit-codes.ts';
import { makeWorkbook } from './template/make-workbook.ts';
import { renewWorkbook } from './template/renew-workbook.ts';

const usage = `使い方 Usage:
  npm run template -- new --municipality CODE --office NAME [--name NAME] [--fiscal-year YEAR] [--contact TEXT]
                          (--out FILE.xlsx | --google [--folder ID] [--share ADDRESS]... [--send])
  npm run template -- upgrade FILE.xlsx|SPREADSHEET [--send]

  new                  新しいブックを作ります makes a new workbook
  --municipality CODE  市区町村コード（5けたか6けた） the municipality, five or six digits
  --office NAME        報告機関名 the name of the reporting office
  --name NAME          市区町村名（なければ空けておきます） the municipality's name; left blank when left out
  --fiscal-year YEAR   年度ごとに新しいブックを作るときの対象年度（2024 など）
                       only for offices that begin a new workbook every April
  --contact TEXT       「はじめに」に書く、たずねる先 whom to ask, as はじめに says it
  --out FILE.xlsx      書き出すファイル（あれば上書きしません） the file to write; never over one that is there
  --google             Google スプレッドシートとして as a Google spreadsheet
  --folder ID          その中に作るフォルダー（共有ドライブなど） the folder to make it in, of a shared drive for instance
  --share ADDRESS      編集者として加える人 shared with this person as editor
  upgrade              書きこまれたブックを新しい様式にします。書いたセルは変わりません
                       renews a filled workbook; no cell that people typed in changes
  --send               ほんとうに書きます。なければ、することを並べるだけです
                       really does it; without, what would be done is only listed

環境変数 Environment: KASANARI_KEY_FILE, KASANARI_GOOGLE_ROOT_URL

終了コード Exit codes:
  0   書いた、または変えるところがない done, or nothing to change
  1   することがある（--send がないので書いていない） there is something to do; nothing was written without --send
  2   できなかった（もとのまま） it could not be done; everything is as it was
  64  使い方の誤り wrong usage`;

await runCommand({
  usage,
  exitFailed: exitCodes.failed,
  async body() {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        municipality: { type: 'string' },
        office: { type: 'string' },
        name: { type: 'string' },
        'fiscal-year': { type: 'string' },
        contact: { type: 'string' },
        out: { type: 'string' },
        google: { type: 'boolean', default: false },
        folder: { type: 'string' },
        share: { type: 'string', multiple: true, default: [] },
        send: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return exitCodes.done;
    }
    const fiscalYear = fiscalYearOf(monthOf(dayInJapan(systemClock.now())));
    const [verb, target, ...others] = positionals;
    switch (verb) {
      case 'new':
        if (target !== undefined) throw new WrongUsage(`「${target}」は要りません。 "${target}" is not needed.`);
        return await makeWorkbook(values, fiscalYear);
      case 'upgrade': {
        const given = Object.keys(values).filter((option) => !['send', 'help', 'google', 'share'].includes(option));
        const isForNew = given.length > 0 || values.google || values.share.length > 0;
        if (isForNew) throw new WrongUsage('upgrade には --send だけをつけられます。 upgrade takes --send only.');
        if (target === undefined || others.length > 0)
          throw new WrongUsage('upgrade には1つのブックを書いてください。 upgrade takes one workbook.');
        return await renewWorkbook(target, { isSent: values.send, fiscalYear });
      }
      default:
        throw new WrongUsage('new か upgrade を書いてください。 Say new or upgrade.');
    }
  },
});
