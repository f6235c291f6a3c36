/** The functions, who calls them when, and the dashboard in front of them. */
import { createHash } from 'node:crypto';
import { bindingStep } from './bindings.ts';
import { firebase, gcloud, type Step } from './command.ts';
import type { Deployment } from './deployment.ts';
import { type FunctionSpec, functionSpecs, type ScheduleSpec, schedules } from './functions.ts';

export interface BuiltFiles {
  /** The folder of the bundle, and a name for its contents. */
  readonly folder: string;
  readonly digest: string;
  /** Where the environment of a function is written. */
  readonly environmentFile: (name: string) => string;
}

export function functionSteps(deployment: Deployment, built: BuiltFiles): readonly Step[] {
  return [
    ...functionSpecs.flatMap((spec) => [functionStep(spec, deployment, built), ...callerSteps(spec, deployment)]),
    ...schedules.map((schedule) => scheduleStep(schedule, deployment)),
    ...hostingSteps(deployment),
  ];
}

/** Of use only together with a secret that the read API has not. */
const ofRunsOnly = /^KASANARI_TELL_/;

/** What a function finds in its environment. */
export function environmentOf(
  { account, runSeconds }: FunctionSpec,
  { environment }: Deployment,
): Record<string, string> {
  const own = Object.entries(environment).filter(([name]) => account === 'run' || !ofRunsOnly.test(name));
  return { ...Object.fromEntries(own), KASANARI_RUN_SECONDS: String(runSeconds) };
}

function functionStep(
  spec: FunctionSpec,
  deployment: Deployment,
  { folder, digest, environmentFile }: BuiltFiles,
): Step {
  const { project, region, accounts, secrets } = deployment;
  const { name, account } = spec;
  const own = secrets.filter(({ readers }) => readers.includes(account));
  // Equal for the same code under the same settings: such a function is left alone.
  const settings = JSON.stringify([spec, environmentOf(spec, deployment), own.map((secret) => secret.name), accounts]);
  const source = `${digest}-${createHash('sha256').update(settings).digest('hex').slice(0, 12)}`;
  const where = [`--region=${region}`, `--project=${project}`];
  const secretFlags =
    own.length === 0
      ? []
      : [`--set-secrets=${own.map((secret) => `${secret.setting}=${secret.name}:latest`).join(',')}`];
  return {
    title: { ja: `関数 ${name}`, en: `The function ${name}` },
    look: {
      command: lookAtFunction(name, { project, region }),
      // One whose first building failed bears the label too.
      isThere: (said) => said === `ACTIVE|${source}`,
      isOurs: isOurFunction,
    },
    make: [
      gcloud(
        'functions',
        'deploy',
        name,
        '--gen2',
        ...where,
        '--runtime=nodejs24',
        `--source=${folder}`,
        `--entry-point=${name}`,
        '--trigger-http',
        spec.isOpen ? '--allow-unauthenticated' : '--no-allow-unauthenticated',
        `--service-account=${accounts[account]}`,
        `--build-service-account=projects/${project}/serviceAccounts/${accounts.build}`,
        `--env-vars-file=${environmentFile(name)}`,
        ...secretFlags,
        `--memory=${spec.memory}`,
        `--cpu=${spec.cpu}`,
        `--timeout=${spec.timeoutSeconds}s`,
        '--min-instances=0',
        `--max-instances=${spec.mostInstances}`,
        `--concurrency=${spec.concurrency}`,
        `--update-labels=kasanari-source=${source}`,
        '--quiet',
      ),
    ],
  };
}

/** Names like 'api' are not ours alone; the label is. */
export function lookAtFunction(
  name: string,
  { project, region }: Pick<Deployment, 'project' | 'region'>,
): ReturnType<typeof gcloud> {
  const format = '--format=value[separator="|"](state,labels.kasanari-source)';
  return gcloud('functions', 'describe', name, `--region=${region}`, `--project=${project}`, format);
}

/** @param said what looking at it said */
export function isOurFunction(said: string): boolean {
  return !/^[A-Z_]*\|?$/.test(said);
}

/** A function of the second generation is a service of Cloud Run of the same name. */
function callerSteps({ name, isOpen }: FunctionSpec, { project, region, accounts }: Deployment): readonly Step[] {
  if (isOpen) return [];
  return [
    bindingStep({
      title: { ja: `${name} を呼べるのは呼び出しのアカウントだけ`, en: `Only the invoker calls ${name}` },
      of: ['run', 'services'],
      to: [name, `--region=${region}`, `--project=${project}`],
      member: `serviceAccount:${accounts.invoker}`,
      role: 'roles/run.invoker',
    }),
  ];
}

function scheduleStep({ name, calls, times }: ScheduleSpec, deployment: Deployment): Step {
  const { project, region, functionsUrl, accounts } = deployment;
  const where = [`--location=${region}`, `--project=${project}`];
  const url = `${functionsUrl}/${calls}`;
  const settings = [
    name,
    ...where,
    `--schedule=${times}`,
    '--time-zone=Asia/Tokyo',
    `--uri=${url}`,
    '--http-method=POST',
    '--message-body={}',
    `--oidc-service-account-email=${accounts.invoker}`,
    `--oidc-token-audience=${url}`,
    '--attempt-deadline=1800s',
    '--max-retry-attempts=2',
  ];
  const headers = 'Content-Type=application/json';
  return {
    title: { ja: `予定 ${times}（${calls}）`, en: `The schedule ${name}` },
    look: {
      command: gcloud(
        'scheduler',
        'jobs',
        'describe',
        name,
        ...where,
        '--format=value[separator="|"](schedule,timeZone,httpTarget.uri,httpTarget.oidcToken.serviceAccountEmail)',
      ),
      isThere: (said) => said === [times, 'Asia/Tokyo', url, accounts.invoker].join('|'),
    },
    make: [gcloud('scheduler', 'jobs', 'create', 'http', ...settings, `--headers=${headers}`)],
    change: [gcloud('scheduler', 'jobs', 'update', 'http', ...settings, `--update-headers=${headers}`)],
  };
}

function hostingSteps({ project }: Deployment): readonly Step[] {
  return [
    {
      title: { ja: 'プロジェクトで Firebase を使えるようにする', en: 'Add Firebase to the project' },
      look: {
        command: firebase('hosting:sites:list', `--project=${project}`, '--non-interactive'),
        isThere: () => true,
      },
      make: [firebase('projects:addfirebase', project, '--non-interactive')],
    },
    {
      title: { ja: '画面を組み立てる', en: 'Build the dashboard' },
      look: null,
      make: [{ program: 'npm', argv: ['run', 'build'] }],
    },
    {
      title: { ja: '画面を公開する', en: 'Deploy the dashboard' },
      look: null,
      make: [firebase('deploy', '--only=hosting', `--project=${project}`, '--non-interactive')],
    },
  ];
}
