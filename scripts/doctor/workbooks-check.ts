/** Whether each workbook is within our reach, and what its people have to do if not: one listing of Drive for all. */

import { resolve } from 'node:path';
import type { OpenedGoogle } from '#functions/adapters/google/access.ts';
import { type Asked, askSharedFile, askSharedFiles } from '#functions/adapters/google/doctor.ts';
import type { Trouble } from '#functions/adapters/google/doctor-answers.ts';
import type { SharedFile } from '#functions/adapters/google/drive.ts';
import { findLooseFile } from '#functions/adapters/registry/registry-file.ts';
import { type Found, type Remark, trouble, unneeded, well } from './step.ts';
import type { Target } from './targets.ts';
import { describeTrouble } from './troubles.ts';

interface Reach {
  readonly access: () => OpenedGoogle;
  readonly account: string;
  readonly canWrite: boolean;
}

export async function checkWorkbooks(targets: readonly Target[], google: Reach): Promise<Found> {
  if (targets.length === 0) return unneeded('unneeded/no-workbook');
  const hasSpreadsheets = targets.some(({ place }) => place.kind === 'spreadsheet');
  const listed = hasSpreadsheets ? await askSharedFiles(google.access()) : { answer: new Map<string, SharedFile>() };
  if ('trouble' in listed) return describe(listed.trouble);
  const remarks: Remark[] = [];
  for (const target of targets) {
    const looked = await look(target, listed.answer, google);
    if ('trouble' in looked) return describe(looked.trouble);
    if (looked.answer !== null) remarks.push(looked.answer);
  }
  const count = targets.length;
  if (remarks.length === 0) return well('workbooks/well', { count });
  return trouble('workbooks/trouble', { count, bad: remarks.length }, remarks);

  function describe(found: Trouble): Found {
    return describeTrouble(found, { kind: 'key', account: google.account, file: '', scopes: [] });
  }
}

/** What is to be done about a workbook; `null`: nothing. */
async function look(
  { place, officeName, folder }: Target,
  listed: ReadonlyMap<string, SharedFile>,
  { access, account, canWrite }: Reach,
): Promise<Asked<Remark | null>> {
  if (place.kind === 'file') {
    const { found } = await findLooseFile(resolve(folder, place.path));
    return { answer: found === null ? { code: 'workbook/file-missing', facts: { name: place.path } } : null };
  }
  const known = listed.get(place.id);
  const asked = known === undefined ? await askSharedFile(access(), place.id) : { answer: known };
  if ('trouble' in asked) return asked;
  const name = asked.answer?.name ?? officeName ?? place.id;
  return { answer: describeFile(asked.answer, { name, account, canWrite }) };
}

/** What is to be done about a spreadsheet; `null`: nothing. */
function describeFile(
  file: SharedFile | null,
  { name, account, canWrite }: { readonly name: string; readonly account: string; readonly canWrite: boolean },
): Remark | null {
  const [role, roleEn] = canWrite ? ['編集者', 'an editor'] : ['閲覧者', 'a viewer'];
  if (file === null) return { code: 'workbook/not-shared', facts: { name, account, role, roleEn } };
  if (file.isTrashed) return { code: 'workbook/in-bin', facts: { name } };
  if (!file.isSpreadsheet) return { code: 'workbook/not-a-spreadsheet', facts: { name } };
  if (canWrite && !file.canEdit) return { code: 'workbook/view-only', facts: { name, account } };
  return null;
}
