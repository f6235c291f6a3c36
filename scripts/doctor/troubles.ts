/** What Google's refusals mean for the administrator: from the trouble to the sentence and what it is filled with. Pure. */
import type { OwnAccount } from '#functions/adapters/google/auth-account.ts';
import type { Trouble } from '#functions/adapters/google/doctor-answers.ts';
import { type Found, trouble } from './step.ts';

export interface Asker {
  readonly kind: OwnAccount['kind'];
  /** '' where it is not known. */
  readonly account: string;
  readonly file: string;
  readonly scopes: readonly string[];
}

/** @param service whose API was asked, where Google does not name it */
export function describeTrouble(found: Trouble, asker: Asker, service = ''): Found {
  const { account, file } = asker;
  const scopes = asker.scopes.join(' ');
  const command = signInCommand(asker.scopes);
  switch (found.kind) {
    case 'network':
      return trouble(`network/${found.cause}`, { host: found.host, code: found.code });
    case 'clock':
      return trouble('token/clock');
    case 'token':
      return trouble(`token/${found.cause}`, { account, file, command, status: found.status });
    case 'api-disabled':
      return describeDisabled(found.service ?? service, found.project);
    case 'scope':
      if (asker.kind === 'person') return trouble('scopes/person', { command });
      return trouble(asker.kind === 'machine' ? 'scopes/machine' : 'scopes/other', { scopes });
    case 'quota-project':
      return trouble('api/quota-project');
    case 'busy':
    case 'refused':
      return trouble(`api/${found.kind}`, { status: found.status });
    default:
      return found satisfies never;
  }
}

const disabledCodes = {
  'drive.googleapis.com': 'drive/disabled',
  'sheets.googleapis.com': 'sheets/disabled',
  'iamcredentials.googleapis.com': 'impersonation/disabled',
} as const;

function describeDisabled(service: string, project: string | null): Found {
  const known = Object.keys(disabledCodes).find((each) => each === service) as keyof typeof disabledCodes | undefined;
  const api = known ?? 'sheets.googleapis.com';
  const query = project === null ? '' : `?project=${project}`;
  const address = `https://console.cloud.google.com/apis/library/${api}${query}`;
  return trouble(disabledCodes[api], { project: project ?? '', address });
}

/** How a person signs in with just what is needed; gcloud itself insists on cloud-platform. */
function signInCommand(scopes: readonly string[]): string {
  const all = ['openid', 'https://www.googleapis.com/auth/cloud-platform', ...scopes];
  return `gcloud auth application-default login --scopes=${all.join(',')}`;
}

const prefix = 'https://www.googleapis.com/auth/';
const widerScopes: Readonly<Record<string, readonly string[]>> = {
  'spreadsheets.readonly': ['spreadsheets', 'drive', 'drive.readonly'],
  spreadsheets: ['drive'],
  'drive.metadata.readonly': ['drive.metadata', 'drive.readonly', 'drive'],
  'drive.file': ['drive'],
};

/** Whether what was granted covers what is needed: a wider scope does too. */
export function isEnough(granted: readonly string[], needed: readonly string[]): boolean {
  return needed.every((scope) => {
    const wider = widerScopes[scope.slice(prefix.length)] ?? [];
    return [scope, ...wider.map((name) => `${prefix}${name}`)].some((each) => granted.includes(each));
  });
}
