/** Which rule of protection holds for each audience: that of the prefecture, that of all prefectures, or the usual one. */
import type { Day } from './codes.ts';
import { defaultPolicies, isAtLeastAsStrict, type ProtectionPolicy } from './protection-policy.ts';
import type { RegisteredProtection } from './registration.ts';

export type SharedAudience = 'prefecture' | 'public';

export type SharedPolicies = Readonly<Record<SharedAudience, ProtectionPolicy>>;

/** The rules of a prefecture on a day. Everybody is never shown more than the prefecture: the stricter of both then holds. */
export function choosePolicies(
  rows: readonly RegisteredProtection[],
  { prefecture, day, usual = defaultPolicies }: { prefecture: string; day: Day; usual?: SharedPolicies },
): SharedPolicies {
  const own = policyOf('prefecture', rows, prefecture, day) ?? usual.prefecture;
  const everyone = policyOf('public', rows, prefecture, day) ?? usual.public;
  return { prefecture: own, public: atLeastAsStrict(everyone, own) };
}

function policyOf(
  audience: SharedAudience,
  rows: readonly RegisteredProtection[],
  prefecture: string,
  day: Day,
): ProtectionPolicy | null {
  const holding = rows.filter(
    (row) => row.audience === audience && row.from <= day && (row.until === null || day <= row.until),
  );
  const row =
    holding.find((each) => each.prefecture === prefecture) ?? holding.find((each) => each.prefecture === null);
  return row === undefined ? null : { threshold: row.threshold, zeros: row.zeros, roundedTo: row.roundedTo };
}

function atLeastAsStrict(one: ProtectionPolicy, other: ProtectionPolicy): ProtectionPolicy {
  if (isAtLeastAsStrict(one, other)) return one;
  return {
    ...one,
    threshold: Math.max(one.threshold, other.threshold),
    zeros: one.zeros === 'hidden' || other.zeros === 'hidden' ? 'hidden' : 'shown',
    roundedTo: leastCommonMultiple(one.roundedTo, other.roundedTo),
  };
}

function leastCommonMultiple(one: number, other: number): number {
  let multiple = Math.max(one, other);
  while (multiple % one !== 0 || multiple % other !== 0) multiple += Math.max(one, other);
  return multiple;
}
