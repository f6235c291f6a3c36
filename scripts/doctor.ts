/** npm run doctor: looks step by step at everything a run needs, and says what is missing and what to do. */
import { parseArgs } from 'node:util';
import { systemClock } from '#functions/adapters/clock.ts';
import type { RegisteredPlace } from '#functions/domain/registration.ts';
import { readRegisteredPlace } from '#functions/plan/registered-place.ts';
import { countTroubles, describeSteps, stepsAsJson } from './doctor/describe.ts';
import { examine } from './doctor/examine.ts';
import { runCommand, WrongUsage } from './run/usage.ts';

const usage = `使い方 Usage: npm run doctor [-- --registry PLACE] [--workbook ID]... [--json]

  --registry PLACE  登録簿: スプレッドシートのアドレスかID、.xlsx、.csv。なければ KASANARI_REGISTRY、KASANARI_WORKBOOKS
                    the registry: address or id of a spreadsheet, .xlsx or .csv; else what the environment says
  --workbook ID     このブックも確かめます（アドレスか ID、ファイル） look at this workbook, too: address, id or file
  --json            結果を1つの JSON で標準出力に書きます one JSON object on stdout

設定・アカウント・ネットワーク・時計・サインイン・API・登録簿・ブック・保存場所を順に確かめます。シートには何も書きません。
Looks at settings, account, network, clock, sign-in, APIs, registry, workbooks and store. Writes nothing into sheets.

終了コード Exit codes:
  0   すべてできている all is well
  1   直すところがある something to mend
  64  使い方の誤り wrong usage`;

const exitCodes = { well: 0, trouble: 1 } as const;

await runCommand({
  usage,
  exitFailed: exitCodes.trouble,
  async body() {
    const { values } = parseArgs({
      options: {
        registry: { type: 'string' },
        workbook: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return exitCodes.well;
    }
    const { registry } = values;
    const { steps, account } = await examine({
      environment: process.env,
      workbooks: registry === undefined ? null : { kind: 'registry', registry: requirePlace(registry, '--registry') },
      targets: values.workbook.map((typed) => ({
        place: requirePlace(typed, '--workbook'),
        officeName: null,
        folder: process.cwd(),
      })),
      clock: systemClock,
    });
    process.stdout.write(`${values.json ? JSON.stringify(stepsAsJson(steps, account)) : describeSteps(steps)}\n`);
    return countTroubles(steps) === 0 ? exitCodes.well : exitCodes.trouble;
  },
});

function requirePlace(typed: string, option: string): RegisteredPlace {
  const place = readRegisteredPlace(typed);
  if (place !== null) return place;
  throw new WrongUsage(
    `${option}「${typed}」はスプレッドシートでもファイルでもありません。 ${option} "${typed}" is neither a spreadsheet nor a file.`,
  );
}
