/**
 * Reads a file of credentials, whoever made it (Google's console, gcloud): what it is, or in plain words what is wrong.
 * What comes out of here holds secrets: it goes into a client and nowhere else.
 */
import { createPrivateKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { GoogleAccessError } from './auth-error.ts';

const word = z.string().trim().min(1);

const serviceAccount = z.object({
  type: z.literal('service_account'),
  client_email: word,
  private_key: word,
  private_key_id: z.string().optional(),
  project_id: z.string().optional(),
});
const person = z.object({
  type: z.literal('authorized_user'),
  client_id: word,
  client_secret: word,
  refresh_token: word,
  quota_project_id: z.string().optional(),
});
const impersonation = z.object({
  type: z.literal('impersonated_service_account'),
  source_credentials: z.union([serviceAccount, person]),
  service_account_impersonation_url: z
    .string()
    .max(256)
    .regex(/\/[^/]+:generateAccessToken$/),
  delegates: z.array(z.string()).default([]),
});
/** Another cloud's or an office's own identity (workload identity federation); the library knows the rest of it. */
const federation = z.looseObject({ type: z.literal('external_account'), audience: word, token_url: word });

export type ServiceAccountFile = z.infer<typeof serviceAccount>;
export type PersonFile = z.infer<typeof person>;
export type ImpersonationFile = z.infer<typeof impersonation>;
export type FederationFile = z.infer<typeof federation>;
export type CredentialsFile = ServiceAccountFile | PersonFile | ImpersonationFile | FederationFile;

const kinds: Readonly<Record<string, z.ZodType<CredentialsFile>>> = {
  service_account: serviceAccount,
  authorized_user: person,
  impersonated_service_account: impersonation,
  external_account: federation,
};

/**
 * @param place.setting what names the file, for the sentence: 'KASANARI_KEY_FILE'
 * @throws GoogleAccessError
 */
export async function readCredentialsFile(place: {
  readonly file: string;
  readonly setting: string;
}): Promise<CredentialsFile> {
  const content = parse(await read(place), place);
  if ('installed' in content || 'web' in content) throw new GoogleAccessError('credentials/oauth-client', place);
  const kind = typeof content.type === 'string' && Object.hasOwn(kinds, content.type) ? kinds[content.type] : undefined;
  if (kind === undefined) throw new GoogleAccessError('credentials/other-type', place);
  const parsed = kind.safeParse(content);
  if (!parsed.success) {
    const parts = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].join(', ');
    throw new GoogleAccessError('credentials/incomplete', { ...place, parts });
  }
  const signer = parsed.data.type === 'impersonated_service_account' ? parsed.data.source_credentials : parsed.data;
  if (signer.type === 'service_account') checkPrivateKey(signer.private_key, place);
  return parsed.data;
}

async function read(place: { readonly file: string; readonly setting: string }): Promise<string> {
  try {
    return await readFile(place.file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new GoogleAccessError('credentials/missing', place);
    if (code === 'EISDIR') throw new GoogleAccessError('credentials/not-a-file', place);
    if (code === 'EACCES' || code === 'EPERM') throw new GoogleAccessError('credentials/forbidden', place);
    throw error;
  }
}

/** The parser's own error would quote the file, so it is dropped. */
function parse(text: string, place: { readonly file: string; readonly setting: string }): Record<string, unknown> {
  const plain = text.replace(/^\uFEFF/, '').trim();
  if (plain === '') throw new GoogleAccessError('credentials/empty', place);
  try {
    const content: unknown = JSON.parse(plain);
    if (typeof content === 'object' && content !== null) return content as Record<string, unknown>;
  } catch {
    throw new GoogleAccessError('credentials/not-json', place);
  }
  throw new GoogleAccessError('credentials/other-type', place);
}

function checkPrivateKey(pem: string, place: { readonly file: string; readonly setting: string }): void {
  try {
    if (createPrivateKey(pem).asymmetricKeyType === 'rsa') return;
  } catch {
    // What is wrong with the key says something about the key.
  }
  throw new GoogleAccessError('credentials/broken-key', place);
}
