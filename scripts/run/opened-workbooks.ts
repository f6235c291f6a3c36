/** Which workbooks a command works on: a folder of them, or what a registry (登録簿) lists. */
import type { RegisteredPlace } from '#functions/domain/registration.ts';
import type { GoogleSettings, RegistryReport } from '#functions/open-workbooks.ts';
import { readRegisteredPlace } from '#functions/plan/registered-place.ts';
import { readSettings, type Settings, type WorkbooksPlace } from '#functions/settings.ts';
import { registryCommandMessages } from '#sheets-schema/vocabulary/messages/registry-command.ts';
import { requireFolder, requireOption, WrongUsage } from './usage.ts';

/** How Google is reached, as the environment says. The places are those of the command line, and not looked at. */
export function readConnections(): Pick<Settings, 'googleRootUrl' | 'keyFile' | 'hasFeedback'> {
  const places = { KASANARI_STORE: '.', KASANARI_WORKBOOKS: '', KASANARI_REGISTRY: '', KASANARI_AUDIENCES: '' };
  return readSettings({ ...process.env, ...places });
}

export function readGoogleSettings(): GoogleSettings {
  const { googleRootUrl: rootUrl, keyFile, hasFeedback } = readConnections();
  return { rootUrl, keyFile, hasFeedback };
}

/** @throws WrongUsage */
export async function requireWorkbooks(asked: {
  readonly workbooks: string | undefined;
  readonly registry: string | undefined;
}): Promise<WorkbooksPlace> {
  if (asked.registry === undefined) {
    const folder = await requireFolder(requireOption(asked.workbooks, '--workbooks'), '--workbooks');
    return { kind: 'folder', folder };
  }
  if (asked.workbooks !== undefined)
    throw new WrongUsage(
      '--workbooks か --registry の、どちらか1つにしてください。 Give either --workbooks or --registry.',
    );
  return { kind: 'registry', registry: requireRegistry(requireOption(asked.registry, '--registry')) };
}

/** @throws WrongUsage */
export function requireRegistry(typed: string): RegisteredPlace {
  const place = readRegisteredPlace(typed);
  if (place !== null) return place;
  throw new WrongUsage(
    `--registry「${typed}」はスプレッドシートでもファイルでもありません。 --registry "${typed}" is neither a spreadsheet nor a file.`,
  );
}

/** What is to be mended in the registry, for people; '' where nothing is. */
export function describeRegistry(report: RegistryReport | null): string {
  if (report === null) return '';
  const { ja, en } = registryCommandMessages['no-workbooks'];
  const empty = report.active + report.inactive === 0 && report.troubles.length === 0;
  const said = [
    ...(empty ? [`${ja} ${en}`.replaceAll('{file}', report.name)] : []),
    ...report.troubles.map((trouble) => `- ${trouble.ja}\n  ${trouble.en}`),
    ...report.findings.map((one) => `- ${one.tab ?? ''}!${one.cell ?? one.row ?? ''}: ${one.ja}\n  ${one.en}`),
  ];
  return said.length === 0 ? '' : `登録簿 Registry:\n${said.join('\n')}`;
}
