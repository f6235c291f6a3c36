/**
 * Who is in a Google group, asked of Cloud Identity: the group's name by its address, then whether somebody is in it, itself or through
 * groups in it. The account needs to see the groups (role グループ閲覧者 in the Admin console, or a member who may see the members).
 */
import { cloudidentity_v1 } from 'googleapis/build/src/apis/cloudidentity/v1.js';
import type { GlobalOptions } from 'googleapis-common';
import type { Groups } from '../../world.ts';
import { attemptLimits, createAttempt } from './attempt.ts';
import type { GoogleAccess } from './client.ts';
import { retryConfig } from './errors.ts';

/** Somebody waits for a page. */
const askedAgain = { retries: 1, firstWaitMilliseconds: 200 };
const longestWait = 8_000;

export function createGoogleGroups(open: () => Promise<Pick<GoogleAccess, 'auth' | 'rootUrl'>>): Groups {
  let opened: Promise<cloudidentity_v1.Cloudidentity> | null = null;
  /** A group keeps its name when people come and go. */
  const names = new Map<string, Promise<string | null>>();

  async function client(): Promise<cloudidentity_v1.Cloudidentity> {
    opened ??= open().then(({ auth, rootUrl }) => {
      const options = {
        auth,
        retryConfig: retryConfig(askedAgain),
        adapter: createAttempt(null, { ...attemptLimits, milliseconds: longestWait }),
        ...(rootUrl === null ? {} : { rootUrl }),
      } as GlobalOptions;
      return new cloudidentity_v1.Cloudidentity(options);
    });
    return await opened;
  }

  async function findName(group: string): Promise<string | null> {
    try {
      const { data } = await (await client()).groups.lookup({ 'groupKey.id': group });
      return data.name ?? null;
    } catch (error) {
      names.delete(group);
      throw error;
    }
  }

  return {
    async isMember(group, address) {
      const asked = names.get(group) ?? findName(group);
      names.set(group, asked);
      const name = await asked;
      if (name === null) return false;
      const { data } = await (await client()).groups.memberships.checkTransitiveMembership({
        parent: name,
        query: `member_key_id == ${quoted(address)}`,
      });
      return data.hasMembership === true;
    },
  };
}

/** A string of CEL: an address may hold an apostrophe, and must not become part of the question. */
function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, (character) => `\\${character}`)}'`;
}
