/** A shared cache between people and a server, by the rules of RFC 9111: as a proxy or a content delivery network keeps answers. */

interface Kept {
  readonly response: Response;
  readonly body: ArrayBuffer;
  /** The header fields that the answer varies by, as they were asked with. */
  readonly asked: ReadonlyMap<string, string | null>;
  readonly until: number;
}

export interface SharedCache {
  fetch(request: Request): Promise<Response>;
  /** Answers given without asking the server, and answers that are kept. */
  readonly counts: { hits: number; kept: number };
}

export function createSharedCache(server: (request: Request) => Promise<Response>, now: () => Date): SharedCache {
  const kept = new Map<string, Kept[]>();
  const counts = { hits: 0, kept: 0 };
  const answerWith = ({ response, body }: Kept, status = response.status) =>
    new Response(status === 304 ? null : body, { status, headers: response.headers });

  return {
    counts,
    async fetch(request) {
      if (request.method !== 'GET') return await server(request);
      const found = kept.get(request.url)?.find(({ asked }) => isSameAsker(asked, request));
      if (found !== undefined && now().getTime() < found.until) {
        counts.hits += 1;
        // 4.3.2: the cache answers a conditional request itself.
        const tag = found.response.headers.get('etag');
        const isKnown = tag !== null && request.headers.get('if-none-match') === tag;
        return answerWith(found, isKnown ? 304 : 200);
      }
      const response = await server(request);
      const until = freshUntil(request, response, now().getTime());
      if (until === null) return response;
      const names = (response.headers.get('vary') ?? '').split(',').map((name) => name.trim().toLowerCase());
      const asked = new Map(
        names.filter((name) => name !== '').map((name) => [name, request.headers.get(name)] as const),
      );
      const entry = { response, body: await response.arrayBuffer(), asked, until };
      counts.kept += 1;
      kept.set(request.url, [
        ...(kept.get(request.url) ?? []).filter((each) => !isSameAsker(each.asked, request)),
        entry,
      ]);
      return answerWith(entry);
    },
  };
}

/** 4.1: what an answer varies by has to be the same. */
function isSameAsker(asked: Kept['asked'], { headers }: Request): boolean {
  return !asked.has('*') && [...asked].every(([name, value]) => headers.get(name) === value);
}

/** 3 and 4.2: until when a shared cache may give the answer to others; `null` where it may not keep it. */
function freshUntil({ headers }: Request, response: Response, now: number): number | null {
  const directives = new Map(
    (response.headers.get('cache-control') ?? '').split(',').map((part) => {
      const [name = '', value = ''] = part.trim().toLowerCase().split('=');
      return [name, value] as const;
    }),
  );
  if (response.status !== 200 || ['no-store', 'private', 'no-cache'].some((name) => directives.has(name))) return null;
  // 3.5: with credentials only where the server says so.
  if (headers.has('authorization') && !['public', 's-maxage', 'must-revalidate'].some((name) => directives.has(name)))
    return null;
  const seconds = Number(directives.get('s-maxage') ?? directives.get('max-age') ?? Number.NaN);
  if (Number.isFinite(seconds)) return now + seconds * 1000;
  // 4.2.2: without a word, many keep an answer for a while.
  return now + 60_000;
}
