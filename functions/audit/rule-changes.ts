/** Which rules of 秘匿 are others than those of the release before, as entries of 操作の記録: 設定 of the registry decides them. Pure. */
import type { ProtectionPolicy } from '../domain/protection-policy.ts';
import type { RulesInForce } from '../publish/release.ts';
import type { AuditEntry } from './audit-entry.ts';

/** Who changed the registry is not known to us; its own version history knows. A rule that was not there before is a change as well. */
export function findRuleChanges({
  before,
  after,
  at,
  run,
}: {
  readonly before: RulesInForce;
  readonly after: RulesInForce;
  readonly at: string;
  readonly run: string;
}): readonly AuditEntry[] {
  return Object.entries(after)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .filter(([audience, rule]) => !isSameRule(before[audience], rule))
    .map(
      ([audience, { threshold, zeros, roundedTo }]): AuditEntry => ({
        format: 1,
        at,
        action: 'settings-changed',
        actor: null,
        subject: audience,
        facts: { run, threshold, zeros, ...(roundedTo > 1 && { roundedTo }) },
      }),
    );
}

function isSameRule(one: ProtectionPolicy | undefined, other: ProtectionPolicy): boolean {
  return one?.threshold === other.threshold && one.zeros === other.zeros && one.roundedTo === other.roundedTo;
}
