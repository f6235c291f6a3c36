/** npm run deploy: Kasanari on Google Cloud. Says what it will do; does it with --send. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildBundle, usualBundleFolder } from './bundle/build-bundle.ts';
import { printStep, type Step } from './deploy/command.ts';
import { type Deployment, describeDeployment, readEnvironmentFile } from './deploy/deployment.ts';
import { describeCost } from './deploy/describe-cost.ts';
import { findUnusable } from './deploy/find-unusable.ts';
import { environmentOf, functionSteps } from './deploy/function-steps.ts';
import { functionSpecs } from './deploy/functions.ts';
import { groundSteps } from './deploy/ground-steps.ts';
import { createRun, runSteps } from './deploy/run-steps.ts';
import { teardownSteps } from './deploy/teardown-steps.ts';
import { requireOption, runCommand, WrongUsage } from './run/usage.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

const usage = `使い方 Usage: npm run deploy -- --project ID --region asia-northeast1 [--env deploy.env] [--send]
        npm run deploy -- teardown --project ID --region asia-northeast1 [--delete-data BUCKET] [--send]
        npm run deploy -- cost [--municipalities N]

  --project ID      Google Cloud のプロジェクト the project
  --region REGION   リージョン the region, like asia-northeast1
  --env FILE        関数の設定（deploy.env）。秘密は書かない settings of the functions, nothing secret
  --send            実際に行う。なければ行う命令を書き出すだけ（--dry-run と同じ）
                    really does it; without, the commands are printed and nothing is asked or changed (--dry-run)
  --delete-data BUCKET  公開したものすべてを消す。バケットの名前を書く removes all that was published; type the bucket's name
  --municipalities N    費用を見積もる市区町村の数（なければ 1, 60, 1741） estimated for so many

終了コード Exit codes: 0 できた done, 1 途中で止まった stopped (run it again to go on), 2 始められない could not begin, 64 使い方の誤り wrong usage`;

await runCommand({ usage, exitFailed: 2, body: deploy });

async function deploy(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      project: { type: 'string' },
      region: { type: 'string' },
      env: { type: 'string' },
      send: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      'delete-data': { type: 'string' },
      municipalities: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const [word = 'deploy', ...others] = positionals;
  if (!['deploy', 'teardown', 'cost'].includes(word) || others.length > 0)
    throw new WrongUsage(`「${positionals.join(' ')}」は使えません。 There is no "${positionals.join(' ')}".`);
  if (word === 'cost') {
    process.stdout.write(describeCost(readCounts(values.municipalities)));
    return 0;
  }
  if (values.send && values['dry-run'])
    throw new WrongUsage('--send と --dry-run は一緒に使えません。 --send and --dry-run contradict each other.');
  const deployment = describeDeployment(
    { project: requireOption(values.project, '--project'), region: requireOption(values.region, '--region') },
    await readSettingsFile(values.env),
  );
  await requireRegionOfHosting(deployment.region);
  const unusable = word === 'teardown' ? [] : findUnusable(deployment);
  if (values.send && unusable.length > 0) throw new Error(describeUnusable(unusable));
  const steps =
    word === 'teardown' ? teardown(deployment, values['delete-data']) : await prepare(deployment, values.send);
  if (!values.send) {
    process.stdout.write(steps.map((step, index) => printStep(step, index + 1)).join('\n'));
    process.stdout.write('\n# --send を付けると、この順に行います。 With --send this is done, in this order.\n');
    if (unusable.length > 0) process.stderr.write(`${describeUnusable(unusable)}\n`);
    return 0;
  }
  return await carryOut(steps);
}

function describeUnusable(sentences: readonly string[]): string {
  return [
    'deploy.env を直すまで、--send では始めません（docs/settings.md）。 Nothing is begun with --send until deploy.env is mended:',
    ...sentences.map((sentence) => `- ${sentence}`),
  ].join('\n');
}

/** Firebase Hosting hands requests to the function in the region that firebase.json names. */
async function requireRegionOfHosting(region: string): Promise<void> {
  const named = /"region":\s*"([^"]+)"/.exec(await readFile(join(project, 'firebase.json'), 'utf8'))?.[1];
  if (named !== region)
    throw new WrongUsage(
      `firebase.json の region は ${named} です。${region} に書き換えてください。 firebase.json names ${named}: change it to ${region}.`,
    );
}

async function readSettingsFile(named: string | undefined): Promise<Readonly<Record<string, string>>> {
  const file = named ?? join(project, 'deploy.env');
  if (named === undefined && !existsSync(file)) return {};
  if (!existsSync(file)) throw new WrongUsage(`--env の「${file}」がありません。 There is no file "${file}" (--env).`);
  return readEnvironmentFile(await readFile(file, 'utf8'));
}

function teardown(deployment: Deployment, named: string | undefined): readonly Step[] {
  if (named !== undefined && named !== deployment.bucket)
    throw new WrongUsage(
      `--delete-data には消すバケットの名前 ${deployment.bucket} を書いてください。 --delete-data wants the bucket's name, ${deployment.bucket}.`,
    );
  return teardownSteps(deployment, { deletesData: named !== undefined });
}

/** The bundle is made in any case, since its digest decides what is deployed; the environment only where something is. */
async function prepare(deployment: Deployment, isSent: boolean): Promise<readonly Step[]> {
  const { folder, digest } = await buildBundle(usualBundleFolder);
  const environmentFile = (name: string) => join(dirname(folder), 'environment', `${name}.yaml`);
  if (isSent) {
    await mkdir(dirname(environmentFile('api')), { recursive: true });
    // YAML knows JSON.
    for (const spec of functionSpecs)
      await writeFile(environmentFile(spec.name), JSON.stringify(environmentOf(spec, deployment), null, 2));
  }
  return [...groundSteps(deployment), ...functionSteps(deployment, { folder, digest, environmentFile })];
}

async function carryOut(steps: readonly Step[]): Promise<number> {
  const { there, made, failed } = await runSteps(steps, createRun(process.env, project), (line) => {
    process.stdout.write(line);
  });
  if (failed === null) {
    process.stdout.write(
      `\nできました。新しく${made}、もとから${there}。 Done: ${made} made, ${there} there before.\n`,
    );
    return 0;
  }
  const { number, step, said } = failed;
  process.stderr.write(
    `\n${number}番「${step.title.ja}」で止まりました。 Stopped at ${number} (${step.title.en}):\n${said}\n` +
      '直してから同じ命令をもう一度どうぞ。済んだものは飛ばします。 Mend it and run the same again; what is done is skipped.\n',
  );
  return 1;
}

function readCounts(text: string | undefined): readonly number[] {
  if (text === undefined) return [1, 60, 1741];
  if (!/^[1-9][0-9]{0,3}$/.test(text))
    throw new WrongUsage('--municipalities は1から9999の数です。 --municipalities is a number from 1 to 9999.');
  return [Number(text)];
}
