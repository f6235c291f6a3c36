/**
 * What is kept of earlier releases for the protection of the next (秘匿の記録), beside the releases: rolling back takes nothing back that
 * somebody has seen. Never handed out to an audience. Types only.
 */
import type { ProtectionPolicy } from '../../domain/protection-policy.ts';
import type { ProtectionReport } from '../../protect/protect.ts';
import type { ObjectName, releaseFormat } from '../release.ts';
import type { SharedAudience } from './prefecture-tables.ts';

/** One group of tables of one audience: what was published of it, oldest first, and why what is hidden is hidden. */
export interface ProtectedGroup {
  readonly format: typeof releaseFormat;
  readonly kind: 'protection';
  readonly prefecture: string;
  readonly audience: SharedAudience;
  readonly periods: readonly string[];
  readonly policy: ProtectionPolicy;
  /** Cells of the group that are hidden from an audience whose officers see this one too. */
  readonly hiddenElsewhere: readonly string[];
  /** `number` counts the releases of the prefecture, so that groups of other years can be put in order. */
  readonly snapshots: readonly {
    readonly number: number;
    readonly values: Readonly<Record<string, number>>;
    readonly hidden: readonly string[];
    /** The rule that held. Left out in those of earlier versions. */
    readonly policy?: ProtectionPolicy;
  }[];
  readonly report: ProtectionReport;
}

/** What the pointer 'protection/16' holds. */
export interface ProtectionPointer {
  readonly format: typeof releaseFormat;
  readonly groups: readonly NamedGroup[];
  /** Of the latest run, groups in which a small count could be found, so that the audience kept its last objects. */
  readonly refused: readonly NamedGroup[];
}

export interface NamedGroup {
  readonly audience: SharedAudience;
  readonly periods: readonly string[];
  readonly object: ObjectName;
}
