/** npm run registry: which workbooks are read (登録簿): make a registry, add a workbook, list what is in it, check that all can be read. */
import { parseArgs } from 'node:util';
import { addWorkbook } from './registry/add.ts';
import { checkRegistry } from './registry/check.ts';
import { openDesk } from './registry/desk.ts';
import { exitCodes } from './registry/exit-codes.ts';
import { makeRegistry } from './registry/init.ts';
import { listRegistry } from './registry/list.ts';
import { requireOption, runCommand, WrongUsage } from './run/usage.ts';

const usage = `使い方 Usage: npm run registry -- init|add|list|check --registry PLACE ...

  --registry PLACE  登録簿: スプレッドシートのアドレスかID、.xlsx、.csv、.csv を入れたフォルダ（なければ KASANARI_REGISTRY）
                    the registry: address or id of a spreadsheet, .xlsx, .csv, or a folder of .csv files (else KASANARI_REGISTRY)

  init   登録簿を作ります。スプレッドシートは、空のものを作って共有してから make a registry; an empty spreadsheet has to be there and shared
  add    ブックを1つ登録します register one workbook
           --municipality CODE  市区町村コード（5けたか6けた） five or six digits
           --office NAME        報告機関名 the reporting office
           --workbook PLACE     スプレッドシートのアドレスかID、ファイル address or id of a spreadsheet, or a file
           [--prefecture NAME]  都道府県名 where five digits could be two codes
           [--contact TEXT]     連絡先 whom to ask     [--note TEXT]  備考 a note
  list   登録を並べます list what is registered
  check  1冊ずつ、読めるか、書けるか、できなければどうするかを言います
         say of each whether it can be read and written in, and if not, what to do
           [--store PLACE]      最後に読んだときのことも見ます（なければ KASANARI_STORE） look also at what was last read

  --send   init と add で、ほんとうに書きます（なければ、書く内容を見せるだけ） really write; otherwise only show what would be written
  --json   結果を1つの JSON で標準出力に書きます one JSON object on stdout

終了コード Exit codes:
  0   できた・直すところはない done, or nothing to mend
  1   直すところがある、登録できない something to mend, or it cannot be registered
  2   登録簿を読めない、書けない the registry cannot be read or written
  64  使い方の誤り wrong usage`;

await runCommand({
  usage,
  exitFailed: exitCodes.failed,
  async body() {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        registry: { type: 'string' },
        store: { type: 'string' },
        municipality: { type: 'string' },
        prefecture: { type: 'string' },
        office: { type: 'string' },
        workbook: { type: 'string' },
        contact: { type: 'string' },
        note: { type: 'string' },
        send: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return exitCodes.done;
    }
    const [action, ...others] = positionals;
    if (others.length > 0)
      throw new WrongUsage(`「${others.join(' ')}」は要りません。 ${others.join(' ')} is too much.`);
    const printing = { isJson: values.json, isSent: values.send };
    const desk = (canWrite: boolean) => openDesk({ registry: values.registry, store: values.store, canWrite });
    switch (action) {
      case 'init':
        return await makeRegistry(desk(values.send), printing);
      case 'add': {
        const addition = {
          municipality: requireOption(values.municipality, '--municipality'),
          prefectureName: values.prefecture ?? null,
          officeName: requireOption(values.office, '--office'),
          workbook: requireOption(values.workbook, '--workbook'),
          contact: values.contact ?? null,
          note: values.note ?? null,
        };
        return await addWorkbook(desk(values.send), addition, printing);
      }
      case 'list':
        return await listRegistry(desk(false), printing);
      case 'check':
        return await checkRegistry(desk(false), printing);
      default:
        throw new WrongUsage(
          action === undefined
            ? 'init、add、list、check のどれかを書いてください。 Say init, add, list or check.'
            : `「${action}」はできません。init、add、list、check のどれかです。 "${action}" is none of init, add, list, check.`,
        );
    }
  },
});
