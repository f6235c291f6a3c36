/** What is deployed: the names of everything, made of the project, the region and deploy.env. */
import { WrongUsage } from '../run/usage.ts';

export interface Deployment {
  readonly project: string;
  readonly region: string;
  readonly bucket: string;
  /** A folder in the bucket, without '/' at its ends; '' for the bucket itself. */
  readonly prefix: string;
  readonly queue: string;
  readonly functionsUrl: string;
  readonly accounts: Readonly<Record<'run' | 'api' | 'invoker' | 'build', string>>;
  /** Of the functions, without anything secret. */
  readonly environment: Readonly<Record<string, string>>;
  /** Settings that come out of Secret Manager, each with the name of its secret. */
  readonly secrets: readonly Secret[];
}

export interface Secret {
  readonly setting: string;
  readonly name: string;
  /** Made by the deployment itself; others are put in by a person. */
  readonly isMade: boolean;
  /** Of which accounts. */
  readonly readers: readonly ('run' | 'api')[];
}

/** These belong into Secret Manager; SECRETS of deploy.env names those that a deployment uses. */
const secretReaders: Readonly<Record<string, readonly ('run' | 'api')[]>> = {
  KASANARI_OIDC_CLIENT_SECRET: ['api'],
  KASANARI_SESSION_SECRET: ['api'],
  KASANARI_TELL_WEBHOOK: ['run'],
  KASANARI_SMTP_URL: ['run'],
  KASANARI_METRICS_TOKEN: ['api'],
};

/** These are the deployment's own business. */
const ownSettings = ['KASANARI_QUEUE', 'KASANARI_FUNCTIONS_URL', 'KASANARI_INVOKER', 'KASANARI_RUN_SECONDS'];

export const deploymentQueue = 'kasanari';

/** @throws WrongUsage */
export function describeDeployment(
  { project, region }: { readonly project: string; readonly region: string },
  written: Readonly<Record<string, string>>,
): Deployment {
  if (!/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(project))
    throw new WrongUsage(`--project「${project}」はプロジェクト ID ではありません。 "${project}" is no project id.`);
  if (!/^[a-z]+-[a-z]+[0-9]+$/.test(region))
    throw new WrongUsage(`--region「${region}」はリージョンではありません。 "${region}" is no region.`);
  const { KASANARI_STORE = `gs://${project}-kasanari/production`, SECRETS = '', ...settings } = written;
  const [, bucket, prefix = ''] =
    /^gs:\/\/([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])(?:\/(.*?)\/?)?$/.exec(KASANARI_STORE) ?? [];
  if (bucket === undefined)
    throw new WrongUsage(
      `KASANARI_STORE は gs://バケット/フォルダ です。 KASANARI_STORE is a bucket: ${KASANARI_STORE}`,
    );
  const queue = `projects/${project}/locations/${region}/queues/${deploymentQueue}`;
  const account = (name: string) => `kasanari-${name}@${project}.iam.gserviceaccount.com`;
  const functionsUrl = `https://${region}-${project}.cloudfunctions.net`;
  return {
    project,
    region,
    bucket,
    prefix,
    queue,
    functionsUrl,
    accounts: { run: account('run'), api: account('api'), invoker: account('invoker'), build: account('build') },
    environment: {
      ...checkSettings(settings),
      KASANARI_STORE,
      KASANARI_QUEUE: queue,
      KASANARI_FUNCTIONS_URL: functionsUrl,
      KASANARI_INVOKER: account('invoker'),
    },
    secrets: describeSecrets(SECRETS, settings),
  };
}

function checkSettings(settings: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const name of Object.keys(settings)) {
    if (/SECRET|PASSWORD|TOKEN|_KEY|WEBHOOK|SMTP_URL/.test(name))
      throw new WrongUsage(
        `deploy.env に ${name} を書かないでください。Secret Manager に入れ、SECRETS に名前を書きます。 ${name} is secret: put it into Secret Manager and name it in SECRETS.`,
      );
    if (!name.startsWith('KASANARI_') || ownSettings.includes(name))
      throw new WrongUsage(`deploy.env の ${name} は設定できません。 ${name} cannot be set in deploy.env.`);
  }
  return settings;
}

function describeSecrets(named: string, settings: Readonly<Record<string, string>>): readonly Secret[] {
  const others = named.split(/[\s,]+/).filter((name) => name !== '');
  for (const name of others) {
    if (secretReaders[name] === undefined)
      throw new WrongUsage(
        `SECRETS の ${name} はありません。 SECRETS has ${name}: choose among ${Object.keys(secretReaders).join(', ')}.`,
      );
  }
  // Whoever signs in with a browser has a session.
  const made = settings.KASANARI_OIDC_ISSUER === undefined ? [] : ['KASANARI_SESSION_SECRET'];
  return [...new Set([...made, ...others])].map((setting) => ({
    setting,
    name: setting.toLowerCase().replaceAll('_', '-'),
    isMade: made.includes(setting),
    readers: secretReaders[setting] ?? [],
  }));
}

/** Lines KEY=VALUE; '#' begins a remark. @throws WrongUsage */
export function readEnvironmentFile(text: string): Readonly<Record<string, string>> {
  const settings: Record<string, string> = {};
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/.exec(line.trim()) ?? [];
    if (name === undefined || value === undefined)
      throw new WrongUsage(
        `deploy.env ${index + 1}行目は 名前=値 ではありません。 Line ${index + 1} of deploy.env is not NAME=VALUE.`,
      );
    if (value !== '') settings[name] = value.replace(/^(['"])(.*)\1$/, '$2');
  }
  return settings;
}
