/** The doctor's questions to Google, each asked once and without patience; what the answers mean is said elsewhere. */
import { googleAuthLibrary } from 'googleapis-common';
import type { OpenedGoogle } from './access.ts';
import { createGoogleClients } from './client.ts';
import { type Trouble, troubleWithApi, troubleWithNetwork, troubleWithToken } from './doctor-answers.ts';
import { findSharedFile, listSharedFiles, type SharedFile } from './drive.ts';
import { type Patience, statusOf } from './errors.ts';

/** Somebody waits for the answer. */
export const impatient: Patience = { retries: 1, firstWaitMilliseconds: 500 };
const longestWaitMilliseconds = 10_000;

/** The hosts that have to be reached, and an address that Google keeps for just this question. */
const hosts: readonly string[] = ['oauth2.googleapis.com', 'sheets.googleapis.com', 'www.googleapis.com'];
const nothingToSee = 'generate_204';

export type Asked<T> = { readonly answer: T } | { readonly trouble: Trouble };

/**
 * Whether Google is reached, and its time. An answer that is none of Google's (a sign-in page of the office's network) is
 * trouble; a proxy that we were told of (`rootUrl`) may answer as it likes.
 */
export async function askNetwork(
  rootUrl: string | null,
): Promise<Asked<{ readonly googleTime: Date | null; readonly host: string }>> {
  const roots = rootUrl === null ? hosts.map((host) => `https://${host}/`) : [rootUrl];
  const transporter = new googleAuthLibrary.gaxios.Gaxios();
  let googleTime: Date | null = null;
  let asked = '';
  for (const root of roots) {
    const url = new URL(nothingToSee, root);
    asked = url.host;
    try {
      const { status, headers } = await transporter.request({
        url,
        timeout: longestWaitMilliseconds,
        validateStatus: () => true,
        redirect: 'manual',
        retry: false,
        responseType: 'text',
      });
      if (status === 407 || (rootUrl === null && isOfSomebodyElse(status, headers.get('content-type') ?? ''))) {
        const cause = status === 407 ? 'proxy' : 'portal';
        return { trouble: { kind: 'network', cause, host: asked, code: String(status) } };
      }
      const date = Date.parse(headers.get('date') ?? '');
      if (!Number.isNaN(date)) googleTime = new Date(date);
    } catch (error) {
      return { trouble: troubleWithNetwork(error) };
    }
  }
  return { answer: { googleTime, host: asked } };
}

/** Google says that there is nothing (204), or that there is no such address (404); pages come from what stands in between. */
function isOfSomebodyElse(status: number, contentType: string): boolean {
  if (status === 204 || status === 404) return false;
  return status === 403 || (status >= 300 && status < 400) || /html/i.test(contentType);
}

/** Whether Google gives us a token, and for which scopes if it says so. The token itself stays in the client. */
export async function askToken(access: OpenedGoogle): Promise<Asked<{ readonly scopes: readonly string[] | null }>> {
  try {
    const client = await access.auth.getClient();
    await client.getAccessToken();
    const { scope } = client.credentials;
    return { answer: { scopes: scope === undefined ? null : scope.split(' ') } };
  } catch (error) {
    return { trouble: troubleWithToken(error) };
  }
}

/** Whether Drive answers, and under which address it knows us. */
export async function askDrive(access: OpenedGoogle): Promise<Asked<{ readonly account: string | null }>> {
  try {
    const { drive } = createGoogleClients(access);
    const { data } = await drive.about.get({ fields: 'user(emailAddress)' });
    return { answer: { account: data.user?.emailAddress || null } };
  } catch (error) {
    return { trouble: troubleWithApi(error) };
  }
}

/** Whether Sheets answers: asked for a spreadsheet that nobody has, it says that there is none. */
export async function askSheets(access: OpenedGoogle): Promise<Asked<null>> {
  try {
    const { sheets } = createGoogleClients(access);
    await sheets.spreadsheets.get({ spreadsheetId: 'kasanari-doctor', fields: 'spreadsheetId' });
    return { answer: null };
  } catch (error) {
    if (statusOf(error) === 404) return { answer: null };
    return { trouble: troubleWithApi(error) };
  }
}

/** Every spreadsheet that is shared with us. */
export async function askSharedFiles(access: OpenedGoogle): Promise<Asked<ReadonlyMap<string, SharedFile>>> {
  return await askOfDrive(async () => await listSharedFiles(createGoogleClients(access).drive));
}

/** One that is not in that list, but perhaps open to whoever has the link; `null`: it is not for us. */
export async function askSharedFile(access: OpenedGoogle, id: string): Promise<Asked<SharedFile | null>> {
  return await askOfDrive(async () => await findSharedFile(createGoogleClients(access).drive, id));
}

/** Failures of workbooks have Google's own answer as their cause. */
async function askOfDrive<Answer>(ask: () => Promise<Answer>): Promise<Asked<Answer>> {
  try {
    return { answer: await ask() };
  } catch (error) {
    return { trouble: troubleWithApi(error instanceof Error && error.cause !== undefined ? error.cause : error) };
  }
}
