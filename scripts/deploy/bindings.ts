/** Who may do what: one binding of a role, looked for before it is given. */
import { type Command, gcloud, type Step } from './command.ts';

/** Narrower than the role: only where the expression holds. */
export interface Condition {
  readonly title: string;
  readonly expression: string;
}

/**
 * @param of like ['storage', 'buckets'], what `gcloud` calls that which has the policy
 * @param to its name and what else says where it is
 */
export function bindingStep({
  title,
  of,
  to,
  member,
  role,
  condition = null,
}: {
  readonly title: Step['title'];
  readonly of: readonly string[];
  readonly to: readonly string[];
  readonly member: string;
  readonly role: string;
  readonly condition?: Condition | null;
}): Step {
  const narrowed = condition === null ? 'None' : `^;^expression=${condition.expression};title=${condition.title}`;
  const give: Command = gcloud(
    ...of,
    'add-iam-policy-binding',
    ...to,
    `--member=${member}`,
    `--role=${role}`,
    ...(takesConditions(of) ? [`--condition=${narrowed}`] : []),
    '--quiet',
  );
  return {
    title,
    look: {
      command: gcloud(...of, 'get-iam-policy', ...to, '--format=json'),
      isThere: (said) => hasBinding(said, { member, role, title: condition?.title ?? null }),
    },
    make: [give],
  };
}

/** Functions and queues take none. */
function takesConditions(of: readonly string[]): boolean {
  return of[0] === 'storage' || of[0] === 'projects';
}

interface Policy {
  readonly bindings?: readonly {
    readonly role: string;
    readonly members: readonly string[];
    readonly condition?: { readonly title?: string };
  }[];
}

function hasBinding(
  said: string,
  { member, role, title }: { readonly member: string; readonly role: string; readonly title: string | null },
): boolean {
  if (said === '') return false;
  const { bindings = [] } = JSON.parse(said) as Policy;
  return bindings.some(
    (one) => one.role === role && one.members.includes(member) && (one.condition?.title ?? null) === title,
  );
}
