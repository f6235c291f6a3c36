/** `npm run registry -- list`: what is registered, and what in it needs mending. */
import type { RegisteredPerson, RegisteredWorkbook } from '#functions/domain/registration.ts';
import { prefectures } from '#sheets-schema/vocabulary/prefectures.ts';
import { describeGuide } from './describe-guide.ts';
import { describeProtection } from './describe-protection.ts';
import type { Desk } from './desk.ts';
import { exitCodes } from './exit-codes.ts';
import { lineOf, type Printing, say, sayFailure, sayFinding, sayJson, sentence } from './say.ts';

/** Gives the exit code. */
export async function listRegistry(desk: Desk, { isJson }: Printing): Promise<number> {
  const { name, registry } = await desk.read();
  const { workbooks, people, guides, protections } = registry;
  const { registrations } = registry.troubles;
  const troubles = Object.values(registry.troubles).flatMap((trouble) =>
    trouble === null ? [] : [sayFailure({ ...trouble, facts: { file: name, ...trouble.facts } })],
  );
  const findings = registry.findings.map(sayFinding);
  if (isJson) sayJson({ registry: name, workbooks, people, guides, protections, troubles, findings });
  else {
    for (const workbook of workbooks) say(describeWorkbook(workbook));
    if (workbooks.length === 0 && troubles.length === 0) say(sentence('no-workbooks', { file: name }));
    if (people.length > 0) say(`\n利用者 People:\n${people.map(describePerson).join('\n')}`);
    if (guides.length > 0) say(`\n目安値 Guide values:\n${guides.map(describeGuide).join('\n')}`);
    if (protections.length > 0) say(`\n秘匿 Small numbers:\n${protections.map(describeProtection).join('\n')}`);
    for (const { ja, en } of troubles) say(`\n${ja}\n${en}`);
    if (findings.length > 0) say(`\n直すところ To mend:\n${findings.map(lineOf).join('\n')}`);
  }
  if (registrations !== null) return exitCodes.failed;
  return troubles.length > 0 || findings.some(({ severity }) => severity === 'error')
    ? exitCodes.toMend
    : exitCodes.done;
}

function describeWorkbook({ row, municipality, officeName, isActive, place }: RegisteredWorkbook): string {
  return `${String(row).padStart(4)}  ${municipality}  ${isActive ? '有' : '無'}  ${officeName}  ${place.id}`;
}

const roleNames: Readonly<Record<RegisteredPerson['role'], string>> = {
  office: '報告機関',
  municipality: '市区町村',
  prefecture: '都道府県',
  administrator: '管理者',
};

function describePerson({ row, address, kind, role, municipality, prefecture }: RegisteredPerson): string {
  const named = prefectures.find(({ code }) => code === prefecture)?.ja ?? prefecture;
  const place = municipality ?? named ?? '';
  return `${String(row).padStart(4)}  ${kind === 'group' ? 'グループ' : '人'}  ${roleNames[role]}  ${place}  ${address}`;
}
