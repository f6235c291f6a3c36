/**
 * What in deploy.env would keep the functions from starting, or from reading anything, once they are deployed: found out beforehand, by
 * reading the settings as functions/main.ts does. Pure.
 */
import { readAccessSettings } from '#functions/settings/access-settings.ts';
import { readKeepSettings } from '#functions/settings/keep-settings.ts';
import { readRunSettings } from '#functions/settings/run-settings.ts';
import { readTellSettings } from '#functions/settings/tell-settings.ts';
import { readSettings, SettingsError } from '#functions/settings.ts';
import type { Deployment } from './deployment.ts';
import { environmentOf } from './function-steps.ts';
import { functionSpecs } from './functions.ts';

/** Of the form that such a secret has; what it really is stands in Secret Manager only. */
const formOfSecrets: Readonly<Record<string, string>> = {
  KASANARI_TELL_WEBHOOK: 'https://chat.googleapis.com/v1/spaces/example',
  KASANARI_SMTP_URL: 'smtps://mail.example.jp',
};
const formOfOthers = '0'.repeat(64);

/** Sentences, each once; none where everything can be meant. */
export function findUnusable(deployment: Deployment): readonly string[] {
  const found = functionSpecs.flatMap((spec) => {
    const read = deployment.secrets.filter(({ readers }) => readers.includes(spec.account));
    const secrets = read.map(({ setting }) => [setting, formOfSecrets[setting] ?? formOfOthers] as const);
    return findIn({ ...environmentOf(spec, deployment), ...Object.fromEntries(secrets) });
  });
  return [...new Set([...found, ...findLeftFromExample(deployment)])];
}

function findIn(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    const { audiences, workbooks } = readSettings(environment);
    readAccessSettings(environment, audiences);
    readTellSettings(environment);
    readKeepSettings(environment);
    readRunSettings(environment);
    if (workbooks?.kind === 'registry' && workbooks.registry.kind === 'spreadsheet') return [];
    return [
      'KASANARI_REGISTRY に、登録簿のスプレッドシートのアドレスを書いてください（クラウドからは、手もとのファイルを読めません）。 KASANARI_REGISTRY takes the address of a spreadsheet: files of yours cannot be read from the cloud.',
    ];
  } catch (error) {
    if (error instanceof SettingsError) return error.sentences;
    throw error;
  }
}

/** What deploy.env.example has in its place, and nobody filled in. */
function findLeftFromExample({ project, environment }: Deployment): readonly string[] {
  const isLeft = (name: string, example: string) => (environment[name]?.includes(example) === true ? [name] : []);
  const left = [
    ...isLeft('KASANARI_OIDC_AUDIENCE', '0000000000.apps.'),
    ...(project === 'my-project' ? [] : isLeft('KASANARI_PUBLIC_URL', '//my-project.web.app')),
  ];
  return left.map((name) => `${name} が見本のままです。 ${name} is still that of the example.`);
}
