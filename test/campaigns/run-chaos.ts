/** npm run chaos: runs in which everything goes wrong, and what is true once it is quiet again. */
import { parseArgs } from 'node:util';
import { runChaos, shrinkChaos } from './chaos/one-run.ts';
import { digestAtOnce } from './chaos/plain-digest.ts';
import { addToTally, createTally, describeTally } from './chaos/tally.ts';

const usage = `使い方 Usage: npm run chaos [-- --runs 2000] [--from 1]

  --runs N   通しの数（既定 2000） how many seeded runs
  --from S   最初の種。見つかったものを1つだけ試すときは --from S --runs 1 the first seed

終了コード Exit codes: 0 すべて守られた all is as it is to be, 1 守られなかったものがある something is not, 64 使い方の誤り wrong usage
`;

async function chaos(): Promise<number> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '2000' },
      from: { type: 'string', default: '1' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [runs, from] = [values.runs, values.from].map(Number);
  const isRight =
    runs !== undefined && from !== undefined && [runs, from].every((each) => Number.isSafeInteger(each) && each > 0);
  if (values.help || !isRight) {
    process.stdout.write(usage);
    return values.help ? 0 : 64;
  }
  digestAtOnce();
  const tally = createTally();
  const before = process.cpuUsage();
  for (let seed = from; seed < from + runs; seed += 1) {
    const result = await runChaos(seed);
    addToTally(tally, result.wrong.length === 0 ? result : await shrinkChaos(result, 12));
    if (tally.runs % 100 === 0) process.stderr.write(`${tally.runs} / ${runs} (${tally.failed.length})\n`);
  }
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(describeTally(tally));
  process.stdout.write(`処理時間 processor seconds: ${Math.round((user + system) / 1e6)}\n`);
  return tally.failed.length === 0 ? 0 : 1;
}

process.exitCode = await chaos();
