/** Where somebody goes after signing in: a page of ours, and never anywhere else. Pure. */

const longestTarget = 2_000;

/** The path and query of a page of ours; '/' for anything else (another site, the API, what no browser would take for a path). */
export function readReturnTarget(asked: string | undefined, publicUrl: string): string {
  if (asked === undefined || asked.length > longestTarget || !asked.startsWith('/')) return '/';
  // A browser reads a backslash as a slash, and leaves out tabs and line breaks: '/\t/evil.example' is another site.
  if (/[\\\p{Cc}]/u.test(asked) || asked.startsWith('//')) return '/';
  if (!URL.canParse(asked, publicUrl)) return '/';
  const target = new URL(asked, publicUrl);
  if (target.origin !== new URL(publicUrl).origin || /^\/api(?:\/|$)/i.test(target.pathname)) return '/';
  // Made of '/.//evil.example', for one.
  return target.pathname.startsWith('//') ? '/' : `${target.pathname}${target.search}`;
}
