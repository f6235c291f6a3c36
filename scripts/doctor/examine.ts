/** The whole examination: which steps there are for these settings, in which order, and what each has to wait for. */
import { createGoogleClients } from '#functions/adapters/google/client.ts';
import type { WorkbooksPlace } from '#functions/settings.ts';
import type { Clock } from '#functions/world.ts';
import { type DoctorStep, settingHints } from '#sheets-schema/vocabulary/messages/doctor.ts';
import { examineGoogle } from './google-checks.ts';
import {
  type Check,
  type Found,
  type Remark,
  runChecks,
  type Told,
  trouble,
  unneeded,
  waitsFor,
  well,
} from './step.ts';
import { checkStore } from './store-check.ts';
import { type Listed, listTargets, nameOf, namesAccount, readUsableSettings, type Target } from './targets.ts';
import { checkWorkbooks } from './workbooks-check.ts';

export interface Questions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Instead of the one of the settings; `null`: that one. */
  readonly workbooks: WorkbooksPlace | null;
  /** Looked at besides. */
  readonly targets: readonly Target[];
  readonly clock: Clock;
}

export interface Examined {
  readonly steps: readonly Told[];
  /** The address to share workbooks with, where it was found out. */
  readonly account: string | null;
}

export async function examine({ environment, workbooks, targets, clock }: Questions): Promise<Examined> {
  const settings = readUsableSettings(environment);
  const place = workbooks ?? settings.workbooks;
  const isNothingSet = settings.store === null && place === null && targets.length === 0;
  const isWrong = settings.sentences.length > 0;
  const mayAsk = !isWrong && (!isNothingSet || namesAccount(environment));

  const { access, ...google } = examineGoogle({ ...settings, canWrite: settings.hasFeedback, clock });
  const isInCloud = place?.kind === 'registry' && place.registry.kind === 'spreadsheet';
  // What a file lists decides whether Google is needed at all, so it is read before the first step.
  const listedBefore = mayAsk && place !== null && !isInCloud ? await listTargets(place, noClients) : null;
  let listed: Listed | null = listedBefore;
  const all = () => [...(listed?.outcome === 'read' ? listed.targets : []), ...targets];

  const needsSheets =
    isInCloud || all().some((target) => target.place.kind === 'spreadsheet') || (mayAsk && isNothingSet);
  const needsAccount = needsSheets || settings.store?.kind === 'bucket';
  const isNeeded = (step: DoctorStep) =>
    step === 'account' || step === 'network' || step === 'clock' ? needsAccount : needsSheets;
  const first: readonly DoctorStep[] = mayAsk ? [] : ['settings'];
  const onGoogle = google.checks.map(({ step, needs, ask }): Check => {
    const skip = async () => unneeded('unneeded/no-spreadsheet');
    return mayAsk && !isNeeded(step) ? { step, needs: [], ask: skip } : { step, needs: [...first, ...needs], ask };
  });

  const account = () => google.account() ?? '';
  const checks: readonly Check[] = [
    { step: 'settings', needs: [], ask: async () => describeSettings(settings.sentences, isNothingSet) },
    ...onGoogle,
    {
      step: 'registry',
      needs: [...first, ...(isInCloud ? (['drive', 'sheets'] as const) : [])],
      async ask() {
        if (place === null) return targets.length > 0 ? unneeded('unneeded/no-registry') : trouble('registry/none');
        listed ??= await listTargets(place, async () => createGoogleClients(access()));
        return describeListed(listed, place, account());
      },
    },
    {
      step: 'workbooks',
      needs: [...first, ...(needsSheets ? (['drive'] as const) : []), ...(isInCloud ? (['sheets'] as const) : [])],
      async ask() {
        // Good rows of a registry are looked at, whatever is wrong with others.
        if (targets.length === 0 && listed?.outcome !== 'read') return waitsFor('registry');
        if (place?.kind === 'folder' && targets.length === 0) return unneeded('unneeded/folder');
        const google = { access, account: account(), canWrite: settings.hasFeedback };
        return await checkWorkbooks(all(), google);
      },
    },
    {
      step: 'store',
      needs: [...first, ...(settings.store?.kind === 'bucket' ? (['account', 'network', 'clock'] as const) : [])],
      ask: async () =>
        await checkStore(settings.store, { rootUrl: settings.rootUrl, keyFile: settings.keyFile, account: account() }),
    },
  ];
  return { steps: await runChecks(checks), account: google.account() };
}

async function noClients(): Promise<never> {
  throw new Error('a registry in a file needs no Google');
}

function describeSettings(sentences: readonly string[], isNothingSet: boolean): Found {
  if (sentences.length > 0) return trouble('settings/wrong', {}, sentences.map(describeSetting));
  return isNothingSet ? trouble('settings/none') : well('settings/well');
}

function describeSetting(sentence: string): Remark {
  const name = /^KASANARI_[A-Z_]+/.exec(sentence)?.[0] ?? '';
  const hint = settingHints[name];
  return {
    code: 'remark',
    facts: { sentenceJa: hint === undefined ? sentence : `${name}: ${hint}`, sentenceEn: sentence },
  };
}

function describeListed(listed: Listed, place: WorkbooksPlace, account: string): Found {
  const facts = { place: listed.name, name: listed.name, account };
  if (listed.outcome === 'failed') {
    if (listed.isOutOfReach && place.kind === 'registry' && place.registry.kind === 'spreadsheet')
      return trouble('registry/not-shared', facts);
    return trouble('registry/trouble', { ...facts, ...listed.sentence });
  }
  if (place.kind === 'folder') {
    return listed.count === 0
      ? trouble('registry/empty-folder', { place: nameOf(place) })
      : well('registry/folder', { place: nameOf(place), count: listed.count });
  }
  const remarks = listed.findings.map((sentence) => ({ code: 'remark', facts: { ...sentence } }) as const);
  if (remarks.length > 0) return trouble('registry/findings', facts, remarks);
  return well('registry/well', { ...facts, count: listed.count });
}
