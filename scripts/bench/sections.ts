/**
 * The sections of the bench by name, in the order in which they run: first those that measure processor time, then those that need the machine
 * for themselves. Each is loaded when it is asked for.
 */
import type { Section } from './measurement.ts';

export const sections: Readonly<Record<string, () => Promise<Section>>> = {
  rows: async () => (await import('./rows.ts')).rowsSection,
  aggregation: async () => (await import('./aggregation.ts')).aggregationSection,
  tripwire: async () => (await import('./tripwire.ts')).tripwireSection,
  xlsx: async () => (await import('./xlsx.ts')).xlsxSection,
  protection: async () => (await import('./protection.ts')).protectionSection,
  run: async () => (await import('./run.ts')).runSection,
  'cold-start': async () => (await import('./cold-start.ts')).coldStartSection,
  release: async () => (await import('./release.ts')).releaseSection,
  dashboard: async () => (await import('./dashboard.ts')).dashboardSection,
  lighthouse: async () => (await import('./lighthouse.ts')).lighthouseSection,
};
