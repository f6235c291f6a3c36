/** npm run sample -- --into DIR [--seed N] [--only himi|tochigi|fictional]: writes the sample workbooks. */
import { parseArgs } from 'node:util';
import { makeSamples, sampleNames } from './sample/make-samples.ts';

const usage = `Usage: npm run sample -- --into DIR [--seed N] [--only ${sampleNames.join('|')}]
Writes the sample workbooks below DIR; files that exist are left as they are.
Exit codes: 0 written, 64 wrong usage.`;

function wrongUsage(reason: string): never {
  console.error(`${reason}\n${usage}`);
  process.exit(64);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        into: { type: 'string' },
        seed: { type: 'string' },
        only: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return wrongUsage(error instanceof Error ? error.message : String(error));
  }
}

const values = readArguments();
if (values.help === true) {
  console.log(usage);
  process.exit(0);
}
if (values.into === undefined) wrongUsage('--into is missing.');
if (values.seed !== undefined && !/^\d+$/.test(values.seed)) wrongUsage('--seed takes a whole number.');
const only = values.only?.map(
  (name) => sampleNames.find((known) => known === name) ?? wrongUsage(`--only does not know "${name}".`),
);

await makeSamples({
  into: values.into,
  ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
  ...(only === undefined ? {} : { only }),
  log: (line) => console.log(line),
});
