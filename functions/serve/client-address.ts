/** From which network address somebody asks, behind proxies that each append to X-Forwarded-For. Only what our own proxies wrote is believed. */
import type { Context } from 'hono';

/**
 * The entry that the outermost of our proxies has appended. What stands before it came from the asker, who can write anything there.
 * @param proxies how many of ours the request has passed; 0: the connection itself tells
 */
export function findClientAddress(context: Context, proxies: number): string {
  return addressBehind(context.req.header('x-forwarded-for'), findPeer(context.env), proxies);
}

/**
 * The network address that requests are counted under; 'unknown' for what is none.
 * @param peer the address at the other end of the connection
 */
export function addressBehind(forwardedFor: string | undefined, peer: string | null, proxies: number): string {
  const forwarded = (forwardedFor ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const ours = proxies === 0 ? [] : forwarded.slice(-proxies);
  return networkOf(ours[0] ?? peer ?? '');
}

const four = /^(?:::ffff:)?((?:[0-9]{1,3}\.){3}[0-9]{1,3})(?::[0-9]{1,5})?$/i;
const six = /^\[?([0-9a-f:]{2,39})(?:%[0-9a-z]{1,20})?(?:\](?::[0-9]{1,5})?)?$/i;

/** Of IPv6 the first half, which is what one house or office is given: somebody may use each address of it in turn. */
function networkOf(entry: string): string {
  const [, plain] = four.exec(entry) ?? [];
  if (plain !== undefined) return plain;
  const [head = '', tail, ...more] = (six.exec(entry)?.[1] ?? '').split('::');
  const groupsOf = (part: string) => (part === '' ? [] : part.split(':'));
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const missing = 8 - before.length - after.length;
  if (more.length > 0 || (tail === undefined ? missing !== 0 : missing < 1)) return 'unknown';
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  return groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}

/** The address at the other end of the connection, as Node's server tells it. */
function findPeer(environment: unknown): string | null {
  let found: unknown = environment;
  for (const name of ['incoming', 'socket', 'remoteAddress']) {
    if (typeof found !== 'object' || found === null) return null;
    found = Reflect.get(found, name);
  }
  return typeof found === 'string' ? found : null;
}
