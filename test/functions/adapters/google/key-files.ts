/** Files of credentials as Google's console and gcloud make them, with keys made at this moment. 架空のデータ. */
import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith } from '../folder/read-file.ts';

export const address = 'kasanari@kasanari-test.iam.gserviceaccount.com';

/** A key that nobody else has. */
export const privateKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey;

/** What may never be seen in an output: each line of the key, and the other secrets. */
export const secrets: readonly string[] = [
  ...privateKey.split('\n').filter((line) => line.length > 20),
  'a-client-secret',
  'a-refresh-token',
  'a-token',
];

/** A service account's key; change one thing. */
export function keyOf(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    type: 'service_account',
    project_id: 'kasanari-test',
    private_key_id: '0123456789abcdef',
    private_key: privateKey,
    client_email: address,
    token_uri: 'https://oauth2.googleapis.com/token',
    ...change,
  };
}

/** What gcloud leaves after a person has signed in. */
export const signedIn = {
  type: 'authorized_user',
  client_id: 'a-client.apps.googleusercontent.com',
  client_secret: 'a-client-secret',
  refresh_token: 'a-refresh-token',
} as const;

/** A person who may speak for the service account. */
export const spokenFor = {
  type: 'impersonated_service_account',
  service_account_impersonation_url: `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${address}:generateAccessToken`,
  source_credentials: signedIn,
} as const;

/** Writes the file into a folder of its own. */
export async function writeKeyFile(content: unknown): Promise<string> {
  const file = join(await folderWith({}), 'key.json');
  await writeFile(
    file,
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
  );
  return file;
}
