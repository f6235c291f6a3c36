/** The rows of 秘匿 → rules of protection with their days. Pure. A row that cannot be used is never half used: less would be hidden than was meant. */
import type { Finding } from '#sheets-schema';
import type { registryTables } from '#sheets-schema/registry/registry.ts';
import { choosePolicies } from '../domain/choose-policies.ts';
import type { Day, PrefectureCode } from '../domain/codes.ts';
import { defaultPolicies, isAtLeastAsStrict, leastThreshold, presetPolicies } from '../domain/protection-policy.ts';
import type { RegisteredProtection } from '../domain/registration.ts';
import { createFinding, type FindingParts } from '../ingest/findings/create-finding.ts';
import { placeIn } from '../ingest/findings/place.ts';
import { isUnreadable, type TableRows } from '../ingest/tables/read-rows.ts';
import { known } from './known.ts';

type ProtectionRows = TableRows<typeof registryTables.protections>;

/** The good rows of 秘匿, and what is wrong with the others. */
export function readProtections(rows: ProtectionRows): {
  readonly protections: readonly RegisteredProtection[];
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const good: RegisteredProtection[] = [];
  for (const accepted of rows.accepted) {
    const { row, values } = accepted;
    const refuse = (column: string, parts: FindingParts) =>
      findings.push(createFinding(placeIn(rows.found, row, column), parts));
    const mayBeBlank = ['preset', 'threshold', 'zeros', 'roundedTo', 'until', 'prefecture'] as const;
    if (mayBeBlank.some((column) => isUnreadable(accepted, column))) continue;
    const audience = known(values.audience);
    const from = known(values.from) as Day | null;
    if (audience === null || from === null) continue;
    const preset = known(values.preset);
    const typed = known(values.threshold);
    const base = preset === null || preset === 'usual' ? defaultPolicies[audience] : presetPolicies[preset];
    const until = known(values.until) as Day | null;
    const threshold = typed ?? base.threshold;
    const roundedTo = known(values.roundedTo) ?? base.roundedTo;
    const usual = defaultPolicies[audience].threshold;
    if (preset === null && typed === null) refuse('threshold', { code: 'protection/nothing-said' });
    else if (threshold < leastThreshold)
      refuse('threshold', { code: 'protection/too-weak', facts: { threshold, least: leastThreshold } });
    else if (roundedTo < 1) refuse('roundedTo', { code: 'protection/no-rounding' });
    else if (until !== null && until < from) refuse('until', { code: 'protection/ends-before-start' });
    else {
      if (threshold < usual) refuse('threshold', { code: 'protection/weaker-than-usual', facts: { threshold, usual } });
      good.push({
        row,
        audience,
        threshold,
        zeros: known(values.zeros) ?? base.zeros,
        roundedTo,
        from,
        until,
        prefecture: known(values.prefecture) as PrefectureCode | null,
      });
    }
  }
  const protections = dropOverlapping(good, rows, findings);
  sayWherePublicSeesMore(protections, rows, findings);
  return { protections, findings };
}

/** Of two rules of one audience and scope that hold on the same day, the one in the row above. */
function dropOverlapping(
  good: readonly RegisteredProtection[],
  rows: ProtectionRows,
  findings: Finding[],
): readonly RegisteredProtection[] {
  const kept: RegisteredProtection[] = [];
  for (const rule of good) {
    const other = kept.find((one) => isOverlap(one, rule));
    if (other === undefined) kept.push(rule);
    else
      findings.push(
        createFinding(placeIn(rows.found, rule.row, 'from'), { code: 'protection/overlap', otherRows: [other.row] }),
      );
  }
  return kept;
}

function isOverlap(one: RegisteredProtection, other: RegisteredProtection): boolean {
  if (one.audience !== other.audience || one.prefecture !== other.prefecture) return false;
  return (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until);
}

/** Rules change on first days only, so those days are asked; of each prefecture that has rules of its own, and of all others. */
function sayWherePublicSeesMore(
  rules: readonly RegisteredProtection[],
  rows: ProtectionRows,
  findings: Finding[],
): void {
  for (const rule of rules) {
    const prefectures = rule.prefecture === null ? rules.map(({ prefecture }) => prefecture) : [rule.prefecture];
    const isWeaker = prefectures.some((prefecture) => {
      const at = { prefecture: prefecture ?? '', day: rule.from };
      const own = choosePolicies(
        rules.filter(({ audience }) => audience === 'prefecture'),
        at,
      ).prefecture;
      const everyone = choosePolicies(
        rules.filter(({ audience }) => audience === 'public'),
        { ...at, usual: { ...defaultPolicies, prefecture: { threshold: 1, zeros: 'shown', roundedTo: 1 } } },
      ).public;
      return !isAtLeastAsStrict(everyone, own);
    });
    if (isWeaker)
      findings.push(createFinding(placeIn(rows.found, rule.row, 'audience'), { code: 'protection/public-sees-more' }));
  }
}
