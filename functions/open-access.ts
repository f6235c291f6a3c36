/** Puts together who may open a deployment: where people sign in, whose rights come from 利用者, and how often they may ask. */
import type { Audience } from './publish/release.ts';
import { createFixedIdentity, type Identity } from './serve/identity.ts';
import type { RequestLimits } from './serve/request-limits.ts';
import { createGroupMembers, type GroupMembers } from './serve/sign-in/group-members.ts';
import { type Ask, createKeys, createProvider } from './serve/sign-in/provider.ts';
import { createRecordedIdentity } from './serve/sign-in/recorded-identity.ts';
import { createRegisteredPeople } from './serve/sign-in/registered-people.ts';
import { createCookieSeal } from './serve/sign-in/sealed-cookie.ts';
import type { SignInWorld } from './serve/sign-in/sign-in-routes.ts';
import { createSignedInIdentity, type TokenSource } from './serve/sign-in/signed-in-identity.ts';
import type { AccessSettings } from './settings/access-settings.ts';
import type { Clock, Groups, Log, Store } from './world.ts';

/** Google's own, or the same path under another root. */
const iapKeys = 'https://www.gstatic.com/iap/verify/public_key-jwk';
const iapIssuer = 'https://cloud.google.com/iap';

export interface Access {
  readonly identity: Identity;
  /** `null` where nobody signs in with a browser. */
  readonly signIn: SignInWorld | null;
  readonly limits: RequestLimits;
  readonly publicUrl: string | null;
}

/** Without a provider and without Identity-Aware Proxy, everybody whom Cloud Run lets through sees the audiences of the settings. */
export function openAccess({
  settings,
  audiences,
  store,
  log,
  clock,
  googleRootUrl,
  keyFile,
}: {
  readonly settings: AccessSettings;
  readonly audiences: readonly Audience[];
  readonly store: Store;
  readonly log: Log;
  readonly clock: Clock;
  readonly googleRootUrl: string | null;
  readonly keyFile: string | null;
}): Access {
  const { provider: named, iapAudience, sessionSecrets, publicUrl, clientSecret } = flatten(settings);
  const limits = { requestsPerMinute: settings.requestsPerMinute, proxies: settings.proxies };
  if (named === null && iapAudience === null) {
    return { identity: createFixedIdentity(audiences), signIn: null, limits, publicUrl };
  }
  const ask: Ask = async (address, init) => await fetch(address, init);
  const tokens: TokenSource | null =
    named === null ? null : { ...named, provider: createProvider({ issuer: named.issuer, ask, clock }) };
  const keysOfProxy =
    googleRootUrl === null ? iapKeys : new URL(new URL(iapKeys).pathname.slice(1), googleRootUrl).href;
  const proxy =
    iapAudience === null
      ? null
      : { keys: createKeys(keysOfProxy, ask), issuers: [iapIssuer], audiences: [iapAudience], algorithms: ['ES256'] };
  const seal =
    sessionSecrets.length === 0 || publicUrl === null
      ? null
      : createCookieSeal({ secrets: sessionSecrets, isSecure: publicUrl.startsWith('https:'), clock });
  const world = {
    tokens,
    proxy,
    seal,
    people: createRegisteredPeople({ store, clock, log }),
    members: settings.asksForGroups ? openMembers({ log, clock, googleRootUrl, keyFile }) : null,
    openToAll: audiences.filter((audience) => audience === 'public'),
    clock,
  };
  const signIn =
    tokens === null || seal === null || publicUrl === null
      ? null
      : { ...world, tokens, seal, publicUrl, clientSecret, ask, chance };
  return {
    identity: createRecordedIdentity(createSignedInIdentity(world), { store, clock }),
    signIn,
    limits,
    publicUrl,
  };
}

function flatten(settings: AccessSettings) {
  return { ...settings, clientSecret: settings.provider?.clientSecret ?? null };
}

/** 256 bits. */
function chance(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
}

/** Google's packages are loaded when the first group is asked about. */
function openMembers({
  log,
  clock,
  googleRootUrl: rootUrl,
  keyFile,
}: {
  readonly log: Log;
  readonly clock: Clock;
  readonly googleRootUrl: string | null;
  readonly keyFile: string | null;
}): GroupMembers {
  let opened: Promise<Groups> | null = null;
  const open = async (): Promise<Groups> => {
    const { createGoogleGroups } = await import('./adapters/google/groups.ts');
    const { openGoogleGroups } = await import('./adapters/google/access.ts');
    return createGoogleGroups(async () => await openGoogleGroups({ rootUrl, keyFile }));
  };
  const groups: Groups = {
    async isMember(group, address) {
      opened ??= open();
      return await (await opened).isMember(group, address);
    },
  };
  return createGroupMembers({ groups, clock, log });
}
