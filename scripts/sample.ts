/** npm run sample -- --into DIR [--seed N] [--only himi|tochigi|fictional]: writes the sample workbooks. */
import { parseArgs } from 'node:util';
import { requireOption, runCommand, WrongUsage } from './run/usage.ts';
import { makeSamples, sampleNames } from './sample/make-samples.ts';

const usage = `使い方 Usage: npm run sample -- --into DIR [--seed N] [--only ${sampleNames.join('|')}]...

  --into DIR   見本のブックを書くフォルダ。もうあるファイルはそのままにします
               where the sample workbooks are written; files that exist are left as they are
  --seed N     架空の県の乱数の種 of the fictional prefecture: the same seed makes the same workbooks
  --only NAME  これだけ only these

終了コード Exit codes: 0 書いた written, 1 書けない could not be written, 64 使い方の誤り wrong usage`;

await runCommand({
  usage,
  exitFailed: 1,
  async body() {
    const { values } = parseArgs({
      options: {
        into: { type: 'string' },
        seed: { type: 'string' },
        only: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const into = requireOption(values.into, '--into');
    if (values.seed !== undefined && !/^\d+$/.test(values.seed))
      throw new WrongUsage(`--seed「${values.seed}」は数ではありません。 --seed takes a whole number.`);
    const only = values.only?.map(requireSample);
    await makeSamples({
      into,
      ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
      ...(only === undefined ? {} : { only }),
      log: (line) => console.log(line),
    });
    return 0;
  },
});

function requireSample(name: string): (typeof sampleNames)[number] {
  const known = sampleNames.find((one) => one === name);
  if (known !== undefined) return known;
  throw new WrongUsage(`--only「${name}」はありません。 --only takes ${sampleNames.join(', ')}.`);
}
