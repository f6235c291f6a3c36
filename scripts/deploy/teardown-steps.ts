/** Takes a deployment away again, the other way round. The bucket with all that was published stays unless its name is typed. */
import { firebase, gcloud, type Step } from './command.ts';
import { type Deployment, deploymentQueue } from './deployment.ts';
import { isOurFunction, lookAtFunction } from './function-steps.ts';
import { functionSpecs, schedules } from './functions.ts';

export function teardownSteps(
  { project, region, bucket, accounts, secrets }: Deployment,
  { deletesData }: { readonly deletesData: boolean },
): readonly Step[] {
  const own = `--project=${project}`;
  const jobs = [`--location=${region}`, own];
  const services = [`--region=${region}`, own];
  return [
    removal('公開した画面', 'The dashboard', [firebase('hosting:disable', own, '--force', '--non-interactive')]),
    ...schedules.map(({ name }) =>
      removal(
        `予定 ${name}`,
        'The schedule',
        [gcloud('scheduler', 'jobs', 'delete', name, ...jobs, '--quiet')],
        ['scheduler', 'jobs', 'describe', name, ...jobs],
      ),
    ),
    ...functionSpecs.map(({ name }) => ({
      title: { ja: `関数 ${name} を消す`, en: 'Remove: The function' },
      look: {
        command: lookAtFunction(name, { project, region }),
        isThere: () => false,
        isOurs: isOurFunction,
      },
      make: [gcloud('functions', 'delete', name, ...services, '--quiet')],
      removes: true as const,
    })),
    removal(
      'キュー（同じ名前は7日間作れません）',
      'The queue; its name is free again after 7 days',
      [gcloud('tasks', 'queues', 'delete', deploymentQueue, ...jobs, '--quiet')],
      ['tasks', 'queues', 'describe', deploymentQueue, ...jobs],
    ),
    ...secrets.map(({ name }) =>
      removal(
        `秘密 ${name}`,
        'The secret',
        [gcloud('secrets', 'delete', name, own, '--quiet')],
        ['secrets', 'describe', name, own],
      ),
    ),
    ...Object.values(accounts).map((account) =>
      removal(
        `アカウント ${account}`,
        'The account',
        [gcloud('iam', 'service-accounts', 'delete', account, own, '--quiet')],
        ['iam', 'service-accounts', 'describe', account, own],
      ),
    ),
    ...(deletesData
      ? [
          removal(
            `バケット ${bucket} と中身`,
            'The bucket and all that is in it',
            [gcloud('storage', 'rm', '--recursive', '--all-versions', `gs://${bucket}`, '--quiet')],
            ['storage', 'buckets', 'describe', `gs://${bucket}`],
          ),
        ]
      : []),
  ];
}

/** What is not there needs no removal. */
function removal(ja: string, en: string, make: Step['make'], look: readonly string[] | null = null): Step {
  const title = { ja: `${ja} を消す`, en: `Remove: ${en}` };
  if (look === null) return { title, look: null, make };
  // Found means that it is to go; not found, that there is nothing to do. So the answer is turned round by the runner.
  return { title, look: { command: gcloud(...look), isThere: () => false }, make, removes: true };
}
