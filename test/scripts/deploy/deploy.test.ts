/** npm run deploy: says what it will do; once done it changes nothing more, and where it stopped it goes on. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAccessSettings } from '../../../functions/settings/access-settings.ts';
import { readRunSettings } from '../../../functions/settings/run-settings.ts';
import { readTellSettings } from '../../../functions/settings/tell-settings.ts';
import { readSettings } from '../../../functions/settings.ts';
import { type Command, printCommand, printStep, type Step } from '../../../scripts/deploy/command.ts';
import { describeDeployment, readEnvironmentFile } from '../../../scripts/deploy/deployment.ts';
import { findUnusable } from '../../../scripts/deploy/find-unusable.ts';
import { environmentOf, functionSteps } from '../../../scripts/deploy/function-steps.ts';
import { functionSpecs, schedules } from '../../../scripts/deploy/functions.ts';
import { groundSteps } from '../../../scripts/deploy/ground-steps.ts';
import { createRun, runSteps } from '../../../scripts/deploy/run-steps.ts';
import { teardownSteps } from '../../../scripts/deploy/teardown-steps.ts';
import { runScript } from '../run-script.ts';
import { createFakeCloud } from './fake-cloud.ts';

const place = { project: 'kasanari-toyama', region: 'asia-northeast1' };
const written = {
  KASANARI_REGISTRY: 'https://docs.google.com/spreadsheets/d/1aBc/edit',
  KASANARI_OIDC_ISSUER: 'https://accounts.google.com',
  SECRETS: 'KASANARI_SMTP_URL',
};
const deployment = describeDeployment(place, written);
/** Lines of a deploy.env. */
const registry = `KASANARI_REGISTRY=${written.KASANARI_REGISTRY}\n`;
const signIn =
  'KASANARI_OIDC_ISSUER=https://accounts.google.com\nKASANARI_PUBLIC_URL=https://kasanari.example\nKASANARI_OIDC_AUDIENCE=';
const stepsOf = (digest = 'one', own = deployment): readonly Step[] => [
  ...groundSteps(own),
  ...functionSteps(own, { folder: '/bundle', digest, environmentFile: (name) => `/environment/${name}.yaml` }),
];
const quiet = () => undefined;

/** A cloud in which a person has put in the one secret that only they know. */
function aCloud() {
  const cloud = createFakeCloud();
  cloud.made.set('secrets versions kasanari-smtp-url', {});
  return { cloud, run: async (command: Command) => cloud.answer(command) };
}
const changing = (calls: readonly string[]) =>
  calls.filter((call) => !/ (?:describe|get-iam-policy|list) |hosting:sites:list/.test(call));

describe('deploying', () => {
  test('makes everything the first time, and nothing but the pages the second time', async () => {
    const { cloud, run } = aCloud();
    expect(await runSteps(stepsOf(), run, quiet)).toMatchObject({ failed: null });
    cloud.calls.length = 0;
    expect(await runSteps(stepsOf(), run, quiet)).toMatchObject({ failed: null, made: 2 });
    expect(changing(cloud.calls)).toEqual([
      'npm run build',
      'firebase deploy --only=hosting --project=kasanari-toyama --non-interactive',
    ]);
  });

  test('of changed code deploys the functions again, and of a changed schedule that one alone', async () => {
    const { cloud, run } = aCloud();
    await runSteps(stepsOf(), run, quiet);
    cloud.calls.length = 0;
    await runSteps(stepsOf('two'), run, quiet);
    const deployed = changing(cloud.calls).filter((call) => call.startsWith('gcloud'));
    expect(deployed.map((call) => call.split(' ').slice(0, 4).join(' '))).toEqual(
      functionSpecs.map(({ name }) => `gcloud functions deploy ${name}`),
    );
    cloud.made.set('scheduler jobs kasanari-plan', { schedule: '0 * * * *' });
    cloud.calls.length = 0;
    await runSteps(stepsOf('two'), run, quiet);
    expect(changing(cloud.calls)[0]).toMatch(/^gcloud scheduler jobs update http kasanari-plan /);
  });

  test.each(
    stepsOf()
      .map((step, index) => [index, step] as const)
      .filter(
        ([index, { make }]) =>
          index % 4 === 0 && !make.some((command) => printCommand(command).includes('versions access')),
      ),
  )('that fails at step %i says so, and goes on from there when run again', async (index, step) => {
    const { cloud, run } = aCloud();
    const failing = step.make[0];
    if (failing === undefined) throw new Error('a step without a command');
    const line = [failing.program, ...failing.argv].join(' ');
    cloud.failing = line;
    const stopped = await runSteps(stepsOf(), run, quiet);
    expect(stopped.failed).toMatchObject({ number: index + 1, said: expect.stringContaining('PERMISSION_DENIED') });
    const before = cloud.made.size;
    cloud.failing = null;
    cloud.calls.length = 0;
    expect(await runSteps(stepsOf(), run, quiet)).toMatchObject({ failed: null });
    // The pages are built each time.
    expect(changing(cloud.calls).find((call) => call === line || call !== 'npm run build')).toBe(line);
    expect(cloud.made.size).toBeGreaterThanOrEqual(before);
  });

  test('a function whose building failed is built again, although it is there by now', async () => {
    const { cloud, run } = aCloud();
    cloud.failing = 'gcloud functions deploy publish';
    expect((await runSteps(stepsOf(), run, quiet)).failed).not.toBeNull();
    cloud.failing = null;
    cloud.calls.length = 0;
    expect(await runSteps(stepsOf(), run, quiet)).toMatchObject({ failed: null });
    expect(cloud.calls.filter((call) => call.startsWith('gcloud functions deploy publish '))).toHaveLength(1);
  });

  test("somebody else's function of the same name is never written over", async () => {
    const { cloud, run } = aCloud();
    cloud.made.set('functions api', {});
    const { failed } = await runSteps(stepsOf(), run, quiet);
    expect(failed).toMatchObject({ said: expect.stringContaining('a project of its own') });
    expect(failed?.step.title.ja).toBe('関数 api');
    expect(cloud.calls.filter((call) => call.startsWith('gcloud functions deploy api '))).toEqual([]);
  });

  test('what cannot be looked at, and is there all the same, is given the settings of today', async () => {
    const { cloud, run } = aCloud();
    await runSteps(stepsOf(), run, quiet);
    cloud.made.set('scheduler jobs kasanari-plan', { schedule: '0 * * * *' });
    cloud.failing = 'scheduler jobs describe kasanari-plan ';
    expect(await runSteps(stepsOf(), run, quiet)).toMatchObject({ failed: null });
    expect(cloud.made.get('scheduler jobs kasanari-plan')).toMatchObject({
      schedule: schedules.find(({ name }) => name === 'kasanari-plan')?.times,
    });
  });

  test('stops where a secret is missing that only a person can put in', async () => {
    const cloud = createFakeCloud();
    const { failed } = await runSteps(stepsOf(), async (command) => cloud.answer(command), quiet);
    expect(failed?.step.title.ja).toBe('KASANARI_SMTP_URL が入っているか');
  });

  test('the secret of sessions is long, made anew, and in no line that is printed', async () => {
    const said: string[] = [];
    const { cloud, run } = aCloud();
    await runSteps(stepsOf(), run, (line) => void said.push(line));
    expect(cloud.secrets).toHaveLength(1);
    expect(Buffer.from(cloud.secrets[0] ?? '', 'base64')).toHaveLength(48);
    expect(said.join('')).not.toContain(cloud.secrets[0]);
    expect([...cloud.calls, ...stepsOf().map(printStep)].join('\n')).not.toContain(cloud.secrets[0]);
  });

  test('nobody but the pages may call the functions without being the invoker, and no account has a role on the project but the builder', () => {
    const commands = stepsOf().flatMap(({ make }) => make.map(printCommand));
    const open = commands.filter((line) => line.includes(' --allow-unauthenticated'));
    expect(open.map((line) => line.split(' ')[3])).toEqual(['api']);
    const onProject = commands.filter((line) => line.startsWith('gcloud projects add-iam-policy-binding'));
    expect(onProject.filter((line) => !line.includes('kasanari-build@'))).toEqual([]);
    const ofApi = commands.filter((line) => /binding .*kasanari-api@/.test(line));
    expect(ofApi.map((line) => /--role=(\S+)/.exec(line)?.[1])).toEqual([
      'roles/storage.objectViewer',
      'roles/storage.objectCreator',
      'roles/storage.objectUser',
      'roles/secretmanager.secretAccessor',
    ]);
    expect(ofApi[1]).toContain('/objects/production/pointers/audit/');
    expect(ofApi[2]).toContain('/objects/production/pointers/workbooks/');
  });
});

describe('what the functions are given', () => {
  test('are settings that they understand', () => {
    for (const spec of functionSpecs) {
      const environment = environmentOf(spec, deployment);
      expect(readSettings(environment)).toMatchObject({
        store: { kind: 'bucket', bucket: 'kasanari-toyama-kasanari', prefix: 'production' },
        runSeconds: spec.runSeconds,
      });
      expect(readRunSettings(environment)).toEqual({
        queue: 'projects/kasanari-toyama/locations/asia-northeast1/queues/kasanari',
        functionsUrl: 'https://asia-northeast1-kasanari-toyama.cloudfunctions.net',
        invoker: 'kasanari-invoker@kasanari-toyama.iam.gserviceaccount.com',
      });
      // A run ends by itself before Cloud Run ends it.
      expect(spec.runSeconds).toBeLessThanOrEqual(spec.timeoutSeconds);
    }
    expect(schedules.every(({ calls }) => functionSpecs.some(({ name }) => name === calls))).toBe(true);
  });

  test('are understood with the secrets beside them, whichever a deployment uses', () => {
    const secrets: Readonly<Record<string, string>> = {
      KASANARI_SESSION_SECRET: 'x'.repeat(64),
      KASANARI_OIDC_CLIENT_SECRET: 'a-client-secret',
      KASANARI_SMTP_URL: 'smtps://user:password@smtp.example.jp',
      KASANARI_TELL_WEBHOOK: 'https://chat.googleapis.com/v1/spaces/A/messages?key=k&token=t',
      KASANARI_METRICS_TOKEN: 'y'.repeat(64),
    };
    const whole = describeDeployment(place, {
      ...written,
      KASANARI_OIDC_AUDIENCE: 'a-client.apps.googleusercontent.com',
      KASANARI_PUBLIC_URL: 'https://kasanari-toyama.web.app',
      KASANARI_TELL_FROM: 'kasanari@example.jp',
      KASANARI_TELL_TO: 'tanto@example.jp',
      KASANARI_EXPECTED_MINUTES: '1500',
      SECRETS: Object.keys(secrets).join(','),
    });
    for (const spec of functionSpecs) {
      const read = whole.secrets.filter(({ readers }) => readers.includes(spec.account));
      const environment = {
        ...environmentOf(spec, whole),
        ...Object.fromEntries(read.map(({ setting }) => [setting, secrets[setting] ?? ''])),
      };
      const tell = readTellSettings(environment);
      const access = readAccessSettings(environment, readSettings(environment).audiences);
      expect([spec.name, tell.webhooks.length, tell.mail !== null, access.sessionSecrets.length]).toEqual(
        spec.account === 'run' ? [spec.name, 1, true, 0] : [spec.name, 0, false, 1],
      );
    }
  });

  test('every function of main.ts is deployed', async () => {
    const main = await readFile(new URL('../../../functions/main.ts', import.meta.url), 'utf8');
    const registered = [...main.matchAll(/^(?:http|onCall)\(\s*'([a-z]+)'/gm)].map(([, name]) => name);
    expect(functionSpecs.map(({ name }) => name).toSorted()).toEqual(registered.toSorted());
  });

  test('the example of deploy.env can be used as it is', async () => {
    const example = await readFile(new URL('../../../deploy.env.example', import.meta.url), 'utf8');
    expect(describeDeployment(place, readEnvironmentFile(example)).secrets.map(({ setting }) => setting)).toEqual([
      'KASANARI_SESSION_SECRET',
      'KASANARI_OIDC_CLIENT_SECRET',
    ]);
  });

  test.each([
    ['as it is to be', registry, []],
    ['without a registry', '', ['KASANARI_REGISTRY に']],
    ['with a registry that is a file', 'KASANARI_REGISTRY=登録簿.csv', ['KASANARI_REGISTRY に']],
    ['with a word for a number', `${registry}KASANARI_POLL_SECONDS=fast`, ['KASANARI_POLL_SECONDS is no number.']],
    ['with mail for nobody', `${registry}SECRETS=KASANARI_SMTP_URL`, ['Mail takes all']],
    [
      'with a provider and no client',
      `${registry}KASANARI_OIDC_ISSUER=https://id.example`,
      ['KASANARI_OIDC_ISSUER needs', 'KASANARI_SESSION_SECRET needs'],
    ],
    [
      'with the client of the example',
      `${registry}${signIn}0000000000.apps.googleusercontent.com`,
      ['KASANARI_OIDC_AUDIENCE が'],
    ],
    ['with a client of its own', `${registry}${signIn}123.apps.googleusercontent.com`, []],
  ])('what would keep the functions from working is found before: deploy.env %s', (_, text, expected) => {
    const found = findUnusable(describeDeployment(place, readEnvironmentFile(text)));
    expect(found.length).toBe(expected.length);
    for (const [index, beginning] of expected.entries()) expect(found[index]).toContain(beginning);
  });

  test.each([
    ['KASANARI_SESSION_SECRET=abc', 'is secret'],
    ['KASANARI_TELL_WEBHOOK=https://chat.example/', 'is secret'],
    ['KASANARI_QUEUE=other', 'cannot be set'],
    ['PATH=/bin', 'cannot be set'],
    ['KASANARI_STORE=/srv/store', 'is a bucket'],
    ['SECRETS=KASANARI_STORE', 'choose among'],
    ['registry', 'Line 1'],
  ])('deploy.env with %s is refused', (line, sentence) => {
    expect(() => describeDeployment(place, readEnvironmentFile(line))).toThrow(sentence);
  });

  test.each([{ project: 'Kasanari' }, { region: 'tokyo' }, { project: 'a; rm -rf /' }])('%j is refused', (change) => {
    expect(() => describeDeployment({ ...place, ...change }, {})).toThrow('is no ');
  });
});

describe('taking it away', () => {
  test('leaves the bucket with all that was published, unless its name is typed', async () => {
    const { cloud, run } = aCloud();
    await runSteps(stepsOf(), run, quiet);
    expect(await runSteps(teardownSteps(deployment, { deletesData: false }), run, quiet)).toMatchObject({
      failed: null,
    });
    expect([...cloud.made.keys()].filter((name) => !name.startsWith('secrets versions'))).toEqual([
      'storage buckets gs://kasanari-toyama-kasanari',
      'firebase',
    ]);
    await runSteps(teardownSteps(deployment, { deletesData: true }), run, quiet);
    expect([...cloud.made.keys()]).not.toContain('storage buckets gs://kasanari-toyama-kasanari');
  });
});

describe('taking away', () => {
  test('what cannot be looked at is not taken for gone', async () => {
    const { cloud, run } = aCloud();
    await runSteps(stepsOf(), run, quiet);
    cloud.failing = 'functions describe ingest ';
    const { failed } = await runSteps(teardownSteps(deployment, { deletesData: false }), run, quiet);
    expect(failed).toMatchObject({ said: expect.stringContaining('PERMISSION_DENIED') });
    cloud.failing = null;
    expect(await runSteps(teardownSteps(deployment, { deletesData: false }), run, quiet)).toMatchObject({
      failed: null,
    });
    expect([...cloud.made.keys()].filter((name) => name.startsWith('functions'))).toEqual([]);
  });

  test("somebody else's function of the same name stays", async () => {
    const { cloud, run } = aCloud();
    await runSteps(stepsOf(), run, quiet);
    cloud.made.set('functions api', { source: '/elsewhere' });
    const said: string[] = [];
    const steps = teardownSteps(deployment, { deletesData: true });
    expect(await runSteps(steps, run, (line) => void said.push(line))).toMatchObject({ failed: null });
    expect([...cloud.made.keys()].filter((name) => name.startsWith('functions'))).toEqual(['functions api']);
    expect(said.join('')).toContain("somebody else's");
  });
});

describe('the command', () => {
  test('without --send prints commands, asks Google nothing, and ends well', async () => {
    const { code, stdout } = await runScript(
      'deploy',
      'teardown',
      '--project',
      place.project,
      '--region',
      place.region,
    );
    expect(code).toBe(0);
    expect(stdout).toContain(
      'gcloud tasks queues delete kasanari --location=asia-northeast1 --project=kasanari-toyama',
    );
    expect(stdout).not.toContain('gcloud storage rm');
  });

  test.each([
    [['--region', place.region], '--project is missing'],
    [['--project', place.project, '--region', 'europe-west1'], 'firebase.json names asia-northeast1'],
    [['--project', place.project, '--region', place.region, '--send', '--dry-run'], 'contradict each other'],
    [
      ['teardown', '--project', place.project, '--region', place.region, '--delete-data', 'other'],
      "wants the bucket's name",
    ],
    [['cost', '--municipalities', 'all'], 'from 1 to 9999'],
    [['undo'], 'There is no "undo"'],
  ])('%j is wrong usage', async (args, sentence) => {
    const { code, stderr } = await runScript('deploy', ...args);
    expect([code, stderr]).toEqual([64, expect.stringContaining(sentence)]);
  });
});

test('what was printed is what programs on the PATH are called with, without a shell in between', async () => {
  const { cloud } = aCloud();
  const folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  const server = createServer(async (incoming, outgoing) => {
    let text = '';
    for await (const piece of incoming) text += String(piece);
    const { argv } = JSON.parse(text) as { readonly argv: readonly string[] };
    outgoing.end(JSON.stringify(cloud.answer({ program: 'gcloud', argv })));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    const { port } = server.address() as AddressInfo;
    await writeFile(
      join(folder, 'gcloud'),
      `#!/usr/bin/env node
fetch('http://127.0.0.1:${port}', { method: 'POST', body: JSON.stringify({ argv: process.argv.slice(2) }) })
  .then((answer) => answer.json())
  .then(({ code, stdout, stderr }) => { process.stdout.write(stdout); process.stderr.write(stderr); process.exitCode = code; });
`,
    );
    await chmod(join(folder, 'gcloud'), 0o755);
    const run = createRun({ PATH: [folder, process.env.PATH].join(delimiter) }, folder);
    const some = groundSteps(deployment).slice(0, 9);
    expect(await runSteps(some, run, quiet)).toEqual({ there: 0, made: 9, failed: null });
    expect(cloud.calls).toContain(
      'gcloud projects add-iam-policy-binding kasanari-toyama --member=serviceAccount:kasanari-build@kasanari-toyama.iam.gserviceaccount.com --role=roles/storage.objectViewer --condition=^;^expression=resource.name.startsWith("projects/_/buckets/gcf-v2-");title=kasanari-sources --quiet',
    );
    cloud.failing = 'services list';
    expect(await run({ program: 'gcloud', argv: ['services', 'list'] })).toMatchObject({ code: 1, stdout: '' });
    expect(await createRun({ PATH: folder }, folder)({ program: 'firebase', argv: ['deploy'] })).toMatchObject({
      code: 127,
      stderr: expect.stringContaining('firebase'),
    });
  } finally {
    await new Promise((closed) => server.close(closed));
    await rm(folder, { recursive: true });
  }
});
