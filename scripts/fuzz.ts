/** npm run fuzz: mutated workbooks through the real reader. */
import { parseArgs } from 'node:util';
import { runCampaign } from './fuzz/campaign.ts';
import { describeCampaign } from './fuzz/describe.ts';
import { exitWrongUsage, runCommand, WrongUsage } from './run/usage.ts';

const usage = `使い方 Usage: npm run fuzz [-- --count 100000] [--seed S] [--from N] [--workers 2]

  --count N    壊した帳票の数（既定 100000） how many mutated workbooks
  --seed S     乱数の種。同じ種は同じ帳票を作る the same seed makes the same workbooks (1)
  --from N     N番目から（見つかったものを1つだけ試すときは --from N --count 1） begin with the N-th
  --workers N  同時に動かす数 worker threads (2)

終了コード Exit codes: 0 何も見つからない nothing found, 1 見つかった something found, ${exitWrongUsage} 使い方の誤り wrong usage`;

await runCommand({ usage, exitFailed: 2, body: fuzz });

async function fuzz(): Promise<number> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
      workers: { type: 'string', default: '2' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const count = wholeNumber(values.count, '--count');
  const before = process.cpuUsage();
  let said = 0;
  const result = await runCampaign({
    seed: values.seed,
    from: wholeNumber(values.from, '--from'),
    count,
    workers: Math.max(1, wholeNumber(values.workers, '--workers')),
    hangSeconds: 120,
    onProgress(done) {
      if (done - said < 5_000 && done < count) return;
      said = done;
      process.stderr.write(`${done} / ${count}\n`);
    },
  });
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(describeCampaign(result, { seed: values.seed, count, processorSeconds: (user + system) / 1e6 }));
  return result.found.length === 0 ? 0 : 1;
}

function wholeNumber(text: string, option: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new WrongUsage(`${option} は0以上の整数です。 ${option} is a whole number.`);
  return Number(text);
}
