/** A stand-in for gcloud and firebase: remembers what was made, and says of it what the real ones say. */
import type { Command } from '../../../scripts/deploy/command.ts';
import type { Ended } from '../../../scripts/deploy/run-steps.ts';

export interface FakeCloud {
  answer(command: Command): Ended;
  /** Every command so far, as 'gcloud services enable'. */
  readonly calls: string[];
  /** What was made, by kind and name, with the flags that it was made with. */
  readonly made: Map<string, Readonly<Record<string, string>>>;
  /** What secrets were put in. */
  readonly secrets: string[];
  /** The command with this in it fails. */
  failing: string | null;
}

const verbs =
  /^(?:describe|create|update|delete|deploy|list|enable|add|access|rm|get-iam-policy|add-iam-policy-binding)$/;

export function createFakeCloud(): FakeCloud {
  const bindings = new Map<string, { role: string; members: string[]; condition?: { title: string } }[]>();
  const apis = new Set<string>();
  const good = (stdout = ''): Ended => ({ code: 0, stdout, stderr: '' });
  const bad = (stderr: string): Ended => ({ code: 1, stdout: '', stderr: `ERROR: ${stderr}` });

  const cloud: FakeCloud = {
    calls: [],
    made: new Map(),
    secrets: [],
    failing: null,
    answer({ program, argv, secretInput }) {
      const line = [program, ...argv].join(' ');
      cloud.calls.push(line);
      if (cloud.failing !== null && line.includes(cloud.failing)) {
        // A function whose building fails is there from then on, with its labels, and serves nothing.
        const [, built] = /^gcloud functions deploy (\S+)/.exec(line) ?? [];
        const label = argv.find((word) => word.startsWith('--update-labels='))?.slice('--update-labels='.length);
        if (built !== undefined && label !== undefined)
          cloud.made.set(`functions ${built}`, { 'update-labels': label, state: 'FAILED' });
        return bad('(gcloud) PERMISSION_DENIED: no.');
      }
      if (program === 'npm') return good();
      if (program === 'firebase') return answerFirebase(argv, cloud.made) ? good() : bad('not a Firebase project');
      const at = argv.findIndex((word) => verbs.test(word));
      const [kind, verb] = [argv.slice(0, at).join(' '), argv[at]];
      const rest = argv.slice(at + 1);
      const names = rest.filter((word) => !word.startsWith('--') && word !== 'http');
      const flags = Object.fromEntries(
        rest
          .filter((word) => word.startsWith('--'))
          .map((word) => word.slice(2).split(/=(.*)/s, 2) as [string, string]),
      );
      const name = `${kind} ${nameOf(names[0] ?? '', flags)}`;
      const found = cloud.made.get(name);
      switch (verb) {
        case 'enable':
          for (const api of names) apis.add(api);
          return good();
        case 'list':
          if (kind === 'services') return good([...apis].join('\n'));
          return good(cloud.made.has(`secrets versions ${names[0]}`) ? '1' : '');
        case 'add':
          cloud.made.set(name, flags);
          cloud.secrets.push(secretInput?.() ?? '');
          return good();
        case 'access':
          return cloud.made.has(`secrets versions ${flags.secret}`) ? good() : bad('NOT_FOUND: no version');
        case 'describe':
          return found === undefined ? bad('NOT_FOUND') : good(describe(kind, flags.format ?? '', found));
        case 'create':
          if (found !== undefined) return bad('ALREADY_EXISTS');
          cloud.made.set(name, flags);
          return good();
        case 'deploy':
        case 'update':
          if (verb === 'update' && found === undefined) return bad('NOT_FOUND');
          cloud.made.set(name, { ...found, ...flags, state: 'ACTIVE' });
          return good();
        case 'delete':
        case 'rm':
          return cloud.made.delete(kind === 'storage' ? `storage buckets ${names[0]}` : name)
            ? good()
            : bad('NOT_FOUND');
        case 'get-iam-policy':
          return good(JSON.stringify({ bindings: bindings.get(name) ?? [] }));
        case 'add-iam-policy-binding': {
          const title = /title=(.*)$/.exec(flags.condition ?? '')?.[1];
          const condition = title === undefined ? {} : { condition: { title } };
          const binding = { role: flags.role ?? '', members: [flags.member ?? ''], ...condition };
          bindings.set(name, [...(bindings.get(name) ?? []), binding]);
          return good();
        }
        default:
          return bad(`unknown command ${line}`);
      }
    },
  };
  return cloud;
}

/** An account is made by its name and found by its address. */
function nameOf(name: string, flags: Readonly<Record<string, string>>): string {
  return flags['display-name'] === undefined ? name : `${name}@${flags.project}.iam.gserviceaccount.com`;
}

function describe(kind: string, format: string, made: Readonly<Record<string, string>>): string {
  if (format.includes('versioning_enabled')) return 'versioning' in made ? 'True' : '';
  if (format.includes('labels.kasanari-source'))
    return `${made.state ?? 'ACTIVE'}|${made['update-labels']?.split('=')[1] ?? ''}`;
  if (kind === 'tasks queues') {
    return [made['max-concurrent-dispatches'], made['max-attempts'], made['min-backoff']].join('\t');
  }
  if (kind === 'scheduler jobs') {
    return [made.schedule, made['time-zone'], made.uri, made['oidc-service-account-email']].join('|');
  }
  return 'there';
}

function answerFirebase([verb]: readonly string[], made: Map<string, Readonly<Record<string, string>>>): boolean {
  if (verb === 'projects:addfirebase') made.set('firebase', {});
  if (verb === 'hosting:sites:list' || verb === 'deploy') return made.has('firebase');
  return true;
}
