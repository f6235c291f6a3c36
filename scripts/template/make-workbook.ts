/** `npm run template -- new`: the workbook of one office, as an .xlsx file or as a spreadsheet. */

import { createTemplateFile } from '#functions/adapters/folder/template-xlsx.ts';
import { writeWholeFile } from '#functions/adapters/folder/whole-file.ts';
import { createSpreadsheet, shareSpreadsheet } from '#functions/adapters/google/template-google.ts';
import { planNew } from '#functions/template/plan-changes.ts';
import { completeMunicipalityCode } from '#sheets-schema';
import type { TabChange } from '#sheets-schema/template-change.ts';
import { prefectures } from '#sheets-schema/vocabulary/prefectures.ts';
import { statIfThere } from '../run/stat-if-there.ts';
import { requireOption, WrongUsage } from '../run/usage.ts';
import { exitCodes } from './exit-codes.ts';
import { openClients } from './google.ts';
import { describeTrouble, say, sentence } from './say.ts';

export interface NewOptions {
  readonly municipality?: string | undefined;
  readonly office?: string | undefined;
  readonly name?: string | undefined;
  readonly 'fiscal-year'?: string | undefined;
  readonly contact?: string | undefined;
  readonly out?: string | undefined;
  readonly google: boolean;
  readonly folder?: string | undefined;
  readonly share: readonly string[];
  readonly send: boolean;
}

/** Gives the exit code. `fiscalYear`: of today. */
export async function makeWorkbook(options: NewOptions, fiscalYear: number): Promise<number> {
  const { code, prefecture } = requireMunicipality(requireOption(options.municipality, '--municipality'));
  const officeName = requireOption(options.office?.trim(), '--office');
  const ownYear = options['fiscal-year'] === undefined ? null : requireFiscalYear(options['fiscal-year']);
  const municipalityName = options.name?.trim() ?? '';
  if (options.google === (options.out !== undefined))
    throw new WrongUsage('--out か --google のどちらかを書いてください。 Give either --out or --google.');
  const changes = planNew({
    fiscalYear: ownYear ?? fiscalYear,
    contact: options.contact ?? null,
    office: { municipalityCode: code, prefectureName: prefecture, municipalityName, officeName, fiscalYear: ownYear },
  });
  if (municipalityName === '') say('no-name');
  if (options.out !== undefined) return await writeFile(options, options.out, changes);
  const title = `${municipalityName === '' ? code : municipalityName} ${officeName}`;
  return await writeSpreadsheet(options, title, changes);
}

async function writeFile({ folder, share, send }: NewOptions, out: string, changes: readonly TabChange[]) {
  if (folder !== undefined || share.length > 0 || send)
    throw new WrongUsage(
      '--folder、--share、--send は --google と使います。 --folder, --share and --send go with --google.',
    );
  if (!/\.xlsx$/i.test(out)) throw new WrongUsage('--out は .xlsx のファイルです。 --out takes an .xlsx file.');
  if ((await statIfThere(out)) !== null) {
    process.stderr.write(`${sentence('exists', { file: out })}\n`);
    return exitCodes.failed;
  }
  await writeWholeFile(out, await createTemplateFile(changes));
  say('written', { file: out });
  return exitCodes.done;
}

async function writeSpreadsheet({ folder, share, send }: NewOptions, title: string, changes: readonly TabChange[]) {
  for (const address of share) {
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address))
      throw new WrongUsage(`--share「${address}」はメールアドレスではありません。 --share takes an e-mail address.`);
  }
  if (!send) {
    say('would-create', { file: title, count: changes.length, tabs: changes.map((tab) => tab.title).join('、') });
    for (const address of share) say('would-share', { address });
    say('dry-run');
    return exitCodes.waiting;
  }
  try {
    const clients = await openClients({ canWrite: true, canCreate: true });
    const made = await createSpreadsheet(clients, { title, folder: folder ?? null, changes });
    say('created', { url: made.url });
    let isShared = true;
    for (const address of share) {
      try {
        await shareSpreadsheet(clients, made.id, address);
        say('shared', { address });
      } catch (error) {
        isShared = false;
        process.stderr.write(`${sentence('not-shared', { address })} ${describeTrouble(error, title)}\n`);
      }
    }
    return isShared ? exitCodes.done : exitCodes.failed;
  } catch (error) {
    process.stderr.write(`${describeTrouble(error, title, folder)}\n`);
    return exitCodes.failed;
  }
}

function requireMunicipality(typed: string): { code: string; prefecture: string } {
  const reading = completeMunicipalityCode({ typed, prefectureName: null });
  if (reading.outcome !== 'value' || !/^\d{5,6}$/.test(typed))
    throw new WrongUsage(
      `--municipality「${typed}」は市区町村コードではありません。 "${typed}" is not a municipality code; it has six digits.`,
    );
  const prefecture = prefectures.find(({ code }) => code === reading.value.slice(0, 2))?.ja ?? '';
  return { code: reading.value, prefecture };
}

function requireFiscalYear(typed: string): number {
  const year = Number(typed);
  if (!/^\d{4}$/.test(typed) || year < 2000 || year > 2100)
    throw new WrongUsage('--fiscal-year は 2024 のような西暦です。 --fiscal-year takes a year like 2024.');
  return year;
}
