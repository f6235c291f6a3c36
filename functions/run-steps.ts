/** The steps of a run as messages of a queue call them: the same plan, ingest and publish that runOnce does one after the other. */
import { dayInJapan } from './domain/calendar.ts';
import type { Day, MunicipalityCode, WorkbookId } from './domain/codes.ts';
import { type ConnectedGroups, connectGroups, restrictPlan, staysWithin } from './ingest/connect-groups.ts';
import { giveUpWorkbook } from './ingest/give-up.ts';
import { dropNeverAccepted, ingestWorkbooks } from './ingest/ingest.ts';
import { moveState, readState } from './ingest/ingest-store.ts';
import { planRun, type RunPlan } from './plan/plan.ts';
import { canonicalBytes, nameOfBytes } from './publish/canonical.ts';
import type { PublishResult } from './publish/publish.ts';
import type { Work } from './queue/messages.ts';
import type { Steps } from './queue/steps.ts';
import { publishNow, type RunWorld } from './run.ts';
import { keepRecord } from './run-record.ts';

export function createSteps(world: RunWorld): Steps<PublishResult> {
  const { source, store, clock, log, feedback = null } = world;

  /** What there is to do of it now, which may be other than when its message was sent. */
  async function planWork(work: Work, today: Day): Promise<RunPlan> {
    const workbooks = work.workbooks as WorkbookId[];
    const municipalities = work.municipalities as MunicipalityCode[];
    if (municipalities.length === 0) return await planRun({ source, store, today });
    const part = await planRun({ source, store, today, part: { workbooks, municipalities } });
    const isWhole = part.entries.some(({ municipality }) => municipality === undefined);
    if (!isWhole && staysWithin(part, municipalities)) return part;
    // Somebody moved a workbook meanwhile: then its old and its new neighbours are to be put beside each other as well.
    const plan = isWhole ? part : await planRun({ source, store, today });
    const named = new Set<string>([...workbooks, ...municipalities]);
    const concerned = connectGroups(plan).filter((one) =>
      [...one.workbooks, ...one.municipalities].some((name) => named.has(name)),
    );
    return restrictPlan(plan, new Set(concerned.flatMap((one) => one.workbooks)));
  }

  return {
    async plan() {
      const today = dayInJapan(clock.now());
      try {
        const plan = await planRun({ source, store, today });
        await dropNeverAccepted({ plan, store, log });
        const work = await Promise.all(connectGroups(plan).map((groups) => nameWork(groups, today)));
        return { workbooks: plan.entries.length, work };
      } catch (error) {
        // It leaves a record, as every run does that came to nothing; one that comes to publishing leaves it there.
        return await keepRecord(world, () => Promise.reject(error));
      }
    },

    async ingest(work, isTimeUp) {
      const now = clock.now();
      const plan = await planWork(work, dayInJapan(now));
      const only = work.municipalities.length === 0 ? ((work.workbooks[0] ?? null) as WorkbookId | null) : null;
      const counts = await ingestWorkbooks({ plan, only, source, store, feedback, log, now, isTimeUp });
      if (only !== null || counts.postponed > 0 || !isTimeUp()) return counts;
      // Nothing is to be read any more; but a municipality that lost a workbook may wait to be put together without it.
      const left = connectGroups(await planWork(work, dayInJapan(now)));
      return { ...counts, postponed: left.length };
    },

    async giveUp(work) {
      const now = clock.now();
      const plan = await planWork(work, dayInJapan(now));
      for (const entry of plan.changed.filter(({ id }) => work.workbooks.includes(id))) {
        const known = await readState(entry.id, store);
        await moveState(giveUpWorkbook(entry, known.state, now), known, store);
      }
    },

    async publish(keep) {
      return await publishNow(world, keep);
    },
  };
}

async function nameWork({ municipalities, workbooks, basis }: ConnectedGroups, today: Day): Promise<Work> {
  const digest = await nameOfBytes(canonicalBytes([today, ...basis]));
  const key = `${municipalities[0] ?? 'alone'}-${digest.slice(0, 20)}`;
  return { key, municipalities: [...municipalities], workbooks: [...workbooks] };
}
