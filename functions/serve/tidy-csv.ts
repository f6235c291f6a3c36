/** The tidy facts (design.md) as CSV: UTF-8 with a byte order mark and a header row. One place for the API and the command. */
import type { Audience, Cut, OfficeIndex, PrefectureIndex } from '../publish/release.ts';
import {
  createTidyReader,
  type TidyFact,
  tidyColumns,
  tidyCuts,
  tidyFactsOfPrefecture,
  tidyLine,
} from '../publish/tidy-facts.ts';
import { ProblemError } from './problem.ts';
import type { OpenRelease, Published } from './published.ts';

/** What is asked for. `municipality` narrows it; `null` is all of the audience's municipalities. */
export interface TidyRequest {
  readonly audience: Audience;
  readonly municipality: string | null;
}

/**
 * Finds what the file starts from at once, so that a request that cannot be answered fails before the first line; then
 * gives the file in pieces, one cut in memory at a time. @throws ProblemError
 */
export async function writeTidyCsv(
  published: Published,
  from: Pick<OpenRelease, 'release' | 'rules'>,
  { audience, municipality }: TidyRequest,
): Promise<AsyncIterable<string>> {
  if (audience === 'public') return await openPublic(published, from, municipality);
  const code = audience.slice(audience.indexOf(':') + 1);
  if (audience.startsWith('office:')) {
    const { index } = await published.openOffice(from.release, code);
    if (municipality !== null && municipality !== code)
      throw new ProblemError('not-in-release', { name: municipality });
    return piecesOfOffice(published, index);
  }
  const { index } = await published.openPrefecture(from, code);
  if (municipality !== null && !index.municipalities.some((each) => each.code === municipality))
    throw new ProblemError('not-in-release', { name: municipality });
  return piecesOfPrefectures([index], municipality);
}

/** What everybody may see of all prefectures. @throws ProblemError */
async function openPublic(
  published: Published,
  from: Pick<OpenRelease, 'release' | 'rules'>,
  municipality: string | null,
): Promise<AsyncIterable<string>> {
  const { index } = await published.openPublic(from.release);
  const opened = await Promise.all(
    index.prefectures.map(async ({ code }) => await published.openPrefecture(from, code, 'public')),
  );
  const all = opened.map((each) => each.index);
  if (
    municipality !== null &&
    !all.some(({ municipalities }) => municipalities.some(({ code }) => code === municipality))
  )
    throw new ProblemError('not-in-release', { name: municipality });
  return piecesOfPrefectures(all, municipality);
}

const firstLine = `\uFEFF${tidyColumns.join(',')}\r\n`;

async function* piecesOfOffice(published: Published, index: OfficeIndex): AsyncGenerator<string> {
  yield firstLine;
  const readFacts = createTidyReader(index);
  for (const cut of tidyCuts(index)) {
    const bytes = await published.readBytes(index.cuts[cut] ?? '');
    yield* linesInPieces(readFacts(JSON.parse(new TextDecoder().decode(bytes)) as Cut));
  }
}

async function* piecesOfPrefectures(
  indexes: readonly PrefectureIndex[],
  municipality: string | null,
): AsyncGenerator<string> {
  yield firstLine;
  for (const index of indexes) yield* linesInPieces(tidyFactsOfPrefecture(index, municipality));
}

const linesAPiece = 1_000;

function* linesInPieces(facts: Iterable<TidyFact>): Generator<string> {
  let piece: string[] = [];
  for (const fact of facts) {
    piece.push(tidyLine(fact));
    if (piece.length < linesAPiece) continue;
    yield piece.join('');
    piece = [];
  }
  if (piece.length > 0) yield piece.join('');
}
