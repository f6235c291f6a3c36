/** What the functions stand on: APIs, accounts with the least they need, the bucket, the queue, secrets. */
import { randomBytes } from 'node:crypto';
import { bindingStep } from './bindings.ts';
import { gcloud, type Step } from './command.ts';
import { type Deployment, deploymentQueue } from './deployment.ts';

const apis = [
  'artifactregistry',
  'cloudbuild',
  'cloudfunctions',
  'cloudscheduler',
  'cloudtasks',
  'drive',
  'firebase',
  'firebasehosting',
  'iam',
  'run',
  'secretmanager',
  'sheets',
  'storage',
].map((name) => `${name}.googleapis.com`);

const accountTitles = {
  run: ['取り込みと公開のアカウント', 'The account that reads and publishes'],
  api: ['表示のアカウント', 'The account that serves'],
  invoker: ['関数を呼び出すアカウント', 'The account that calls the functions'],
  build: ['関数を組み立てるアカウント', 'The account that builds the functions'],
} as const;

export function groundSteps(deployment: Deployment): readonly Step[] {
  return [
    apisStep(deployment),
    ...accountSteps(deployment),
    ...bucketSteps(deployment),
    ...queueSteps(deployment),
    ...secretSteps(deployment),
  ];
}

function apisStep({ project, environment }: Deployment): Step {
  // Only who asks for groups needs Cloud Identity.
  const wanted = environment.KASANARI_GROUPS === 'google' ? [...apis, 'cloudidentity.googleapis.com'] : apis;
  return {
    title: { ja: 'API を有効にする', en: 'Enable APIs' },
    look: {
      command: gcloud('services', 'list', '--enabled', `--project=${project}`, '--format=value(config.name)'),
      isThere: (said) => wanted.every((name) => said.split(/\s+/).includes(name)),
    },
    make: [gcloud('services', 'enable', ...wanted, `--project=${project}`)],
  };
}

function accountSteps({ project, region, bucket: _bucket, accounts }: Deployment): readonly Step[] {
  const made = (['run', 'api', 'invoker', 'build'] as const).map((name): Step => {
    const [ja, en] = accountTitles[name];
    return {
      title: { ja, en },
      look: {
        command: gcloud('iam', 'service-accounts', 'describe', accounts[name], `--project=${project}`),
        isThere: () => true,
      },
      make: [
        gcloud(
          'iam',
          'service-accounts',
          'create',
          `kasanari-${name}`,
          `--project=${project}`,
          `--display-name=Kasanari ${name} (${region})`,
        ),
      ],
    };
  });
  const onProject = (role: string, expression: string | null) =>
    bindingStep({
      title: { ja: `組み立ての権限 ${role}`, en: 'What building needs' },
      of: ['projects'],
      to: [project],
      member: `serviceAccount:${accounts.build}`,
      role,
      condition: expression === null ? null : { title: 'kasanari-sources', expression },
    });
  return [
    ...made,
    bindingStep({
      title: { ja: '取り込みが、呼び出しのアカウントでタスクを作れるようにする', en: 'Tasks call as the invoker' },
      of: ['iam', 'service-accounts'],
      to: [accounts.invoker, `--project=${project}`],
      member: `serviceAccount:${accounts.run}`,
      role: 'roles/iam.serviceAccountUser',
    }),
    onProject('roles/logging.logWriter', null),
    onProject('roles/artifactregistry.writer', null),
    // Not our own bucket: the sources that Cloud Functions keeps.
    onProject('roles/storage.objectViewer', 'resource.name.startsWith("projects/_/buckets/gcf-v2-")'),
  ];
}

/** A week in which what was removed can be brought back, beside the versions of 30 days. */
const softDeletion = '7d';

function bucketSteps({ project, region, bucket, prefix, accounts }: Deployment): readonly Step[] {
  const address = `gs://${bucket}`;
  const pointers = `projects/_/buckets/${bucket}/objects/${prefix === '' ? '' : `${prefix}/`}pointers/`;
  const describe = (format: string) => gcloud('storage', 'buckets', 'describe', address, `--format=value(${format})`);
  const bind = (title: Step['title'], account: string, role: string) =>
    bindingStep({ title, of: ['storage', 'buckets'], to: [address], member: `serviceAccount:${account}`, role });
  return [
    {
      title: { ja: 'バケット（公開を禁止、権限はバケットごと）', en: 'The bucket, never public' },
      look: { command: describe('name'), isThere: () => true },
      make: [
        gcloud(
          'storage',
          'buckets',
          'create',
          address,
          `--project=${project}`,
          `--location=${region}`,
          '--uniform-bucket-level-access',
          '--public-access-prevention',
          `--soft-delete-duration=${softDeletion}`,
        ),
      ],
    },
    {
      title: { ja: '上書きや削除の前の版を30日残す', en: 'Keep earlier versions for 30 days' },
      look: { command: describe('versioning_enabled'), isThere: (said) => /^true$/i.test(said) },
      make: [
        gcloud(
          'storage',
          'buckets',
          'update',
          address,
          '--versioning',
          '--lifecycle-file=scripts/deploy/lifecycle.json',
        ),
      ],
    },
    bind(
      { ja: '取り込みと公開はバケットに書ける', en: 'Publishing writes' },
      accounts.run,
      'roles/storage.objectAdmin',
    ),
    bind({ ja: '表示は読むだけ', en: 'Serving reads' }, accounts.api, 'roles/storage.objectViewer'),
    bindingStep({
      title: {
        ja: '表示は操作の記録を足せる（変えられない）',
        en: 'Serving adds to the audit log, and changes nothing',
      },
      of: ['storage', 'buckets'],
      to: [address],
      member: `serviceAccount:${accounts.api}`,
      role: 'roles/storage.objectCreator',
      condition: { title: 'kasanari-audit', expression: `resource.name.startsWith("${pointers}audit/")` },
    }),
    bindingStep({
      title: {
        ja: '表示は「この内容を使う」という答えをブックの状態に書ける',
        en: 'Serving writes into the state of a workbook that it was let through, and changes nothing else',
      },
      of: ['storage', 'buckets'],
      to: [address],
      member: `serviceAccount:${accounts.api}`,
      role: 'roles/storage.objectUser',
      condition: { title: 'kasanari-answers', expression: `resource.name.startsWith("${pointers}workbooks/")` },
    }),
  ];
}

/** Four municipalities at a time: their reads share the 60 a minute that Google gives one account. */
const queueRates = ['--max-dispatches-per-second=5', '--max-concurrent-dispatches=4'];
/** Beyond our own five attempts, after which work is given up; six waits of 30 seconds to 8 minutes take some 16 minutes. */
const queueRetries = ['--max-attempts=10', '--min-backoff=30s', '--max-backoff=480s', '--max-doublings=4'];

function queueSteps({ project, region, accounts }: Deployment): readonly Step[] {
  const where = [`--location=${region}`, `--project=${project}`];
  const settings = [deploymentQueue, ...where, ...queueRates, ...queueRetries];
  const fields = 'rateLimits.maxConcurrentDispatches,retryConfig.maxAttempts,retryConfig.minBackoff';
  return [
    {
      title: { ja: 'キュー', en: 'The queue' },
      look: {
        command: gcloud('tasks', 'queues', 'describe', deploymentQueue, ...where, `--format=value(${fields})`),
        isThere: (said) => said.split(/\s+/).join(' ') === '4 10 30s',
      },
      make: [gcloud('tasks', 'queues', 'create', ...settings)],
      change: [gcloud('tasks', 'queues', 'update', ...settings)],
    },
    bindingStep({
      title: { ja: '取り込みと公開はキューに入れられる', en: 'Planning enqueues' },
      of: ['tasks', 'queues'],
      to: [deploymentQueue, ...where],
      member: `serviceAccount:${accounts.run}`,
      role: 'roles/cloudtasks.enqueuer',
    }),
  ];
}

function secretSteps({ project, region, secrets, accounts }: Deployment): readonly Step[] {
  return secrets.flatMap(({ setting, name, isMade, readers }) => {
    const own = `--project=${project}`;
    const steps: Step[] = [
      {
        title: { ja: `秘密の入れもの ${setting}`, en: 'Its place in Secret Manager' },
        look: { command: gcloud('secrets', 'describe', name, own), isThere: () => true },
        make: [gcloud('secrets', 'create', name, own, '--replication-policy=user-managed', `--locations=${region}`)],
      },
      {
        title: {
          ja: isMade ? `${setting} を作って入れる（表示しない）` : `${setting} が入っているか`,
          en: isMade ? 'Made and put in, never shown' : 'Whether it is in there',
        },
        look: {
          command: gcloud('secrets', 'versions', 'list', name, own, '--filter=state:ENABLED', '--format=value(name)'),
          isThere: (said) => said !== '',
        },
        make: [
          isMade
            ? {
                ...gcloud('secrets', 'versions', 'add', name, own, '--data-file=-'),
                secretInput: () => randomBytes(48).toString('base64'),
              }
            : gcloud('secrets', 'versions', 'access', 'latest', `--secret=${name}`, own, '--out-file=/dev/null'),
        ],
      },
    ];
    const read = readers.map((reader) =>
      bindingStep({
        title: { ja: `${setting} を読めるようにする`, en: 'Who may read it' },
        of: ['secrets'],
        to: [name, own],
        member: `serviceAccount:${accounts[reader]}`,
        role: 'roles/secretmanager.secretAccessor',
      }),
    );
    return [...steps, ...read];
  });
}
