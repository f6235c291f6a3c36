/** Whether each workbook is within our reach, and what its people have to do if not: one listing of Drive for all. */

import { resolve } from 'node:path';
import type { OpenedGoogle } from '#functions/adapters/google/access.ts';
import { createGoogleClients } from '#functions/adapters/google/client.ts';
import { askSharedFiles } from '#functions/adapters/google/doctor.ts';
import { findSharedFile, type SharedFile } from '#functions/adapters/google/drive.ts';
import { findLooseFile } from '#functions/adapters/registry/registry-file.ts';
import { type Found, type Remark, trouble, unneeded, well } from './step.ts';
import type { Target } from './targets.ts';
import { describeTrouble } from './troubles.ts';

export async function checkWorkbooks(
  targets: readonly Target[],
  google: { readonly access: () => OpenedGoogle; readonly account: string; readonly canWrite: boolean },
): Promise<Found> {
  if (targets.length === 0) return unneeded('unneeded/no-workbook');
  const hasSpreadsheets = targets.some(({ place }) => place.kind === 'spreadsheet');
  const asked = hasSpreadsheets ? await askSharedFiles(google.access()) : { answer: new Map<string, SharedFile>() };
  if ('trouble' in asked) {
    return describeTrouble(asked.trouble, { kind: 'key', account: google.account, file: '', scopes: [] });
  }
  const remarks: Remark[] = [];
  for (const target of targets) {
    const remark = await look(target);
    if (remark !== null) remarks.push(remark);
  }
  const count = targets.length;
  if (remarks.length === 0) return well('workbooks/well', { count });
  return trouble('workbooks/trouble', { count, bad: remarks.length }, remarks);

  async function look({ place, officeName, folder }: Target): Promise<Remark | null> {
    if (place.kind === 'file') {
      const { found } = await findLooseFile(resolve(folder, place.path));
      return found === null ? { code: 'workbook/file-missing', facts: { name: place.path } } : null;
    }
    const listed = 'answer' in asked ? asked.answer.get(place.id) : undefined;
    const file = listed ?? (await findSharedFile(createGoogleClients(google.access()).drive, place.id));
    return describeFile(file, {
      name: file?.name ?? officeName ?? place.id,
      account: google.account,
      canWrite: google.canWrite,
    });
  }
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
