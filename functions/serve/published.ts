/**
 * Finds published objects for a visitor: the history, the release that a request asks for, and what an audience starts
 * from in it. Parsed objects are kept for a while under their names, since they never change. No answers here.
 */
import { isAtLeastAsStrict, type ProtectionPolicy } from '../domain/protection-policy.ts';
import type {
  Audience,
  ObjectName,
  OfficeIndex,
  PrefectureIndex,
  PublicIndex,
  Release,
  ReleaseHistory,
  RulesInForce,
} from '../publish/release.ts';
import type { RunStatus } from '../publish/run-status.ts';
import type { Store } from '../world.ts';
import { requireMayOpen, type Visitor } from './identity.ts';
import { ProblemError } from './problem.ts';

/** A release that a request is answered from. */
export interface OpenRelease {
  readonly name: ObjectName;
  readonly publishedAt: string;
  readonly release: Release;
  /** The rules of 秘匿 that hold today, whichever release this is. */
  readonly rules?: RulesInForce | undefined;
  /** The request named the release, so that its answer can never change. */
  readonly isPinned: boolean;
  /** Of the pointer that led to it; left out of a release that only the archive knows. */
  readonly version?: string | undefined;
}

export interface Published {
  readHistory(): Promise<ReleaseHistory['releases']>;
  /** The release with this name if it is still kept, or the current one. @throws ProblemError */
  openRelease(requested: ObjectName | undefined): Promise<OpenRelease>;
  /** The current release, or `null` when nothing was ever published. */
  openCurrent(): Promise<OpenRelease | null>;
  /** What an office's audience starts from. @throws ProblemError */
  openOffice(release: Release, code: string): Promise<{ readonly name: ObjectName; readonly index: OfficeIndex }>;
  /**
   * What a prefecture's audience starts from, or the public's of a prefecture. Never one without protection, nor one that was
   * published under a looser rule than today's. @throws ProblemError
   */
  openPrefecture(
    opened: Pick<OpenRelease, 'release' | 'rules'>,
    code: string,
    audience?: 'prefecture' | 'public',
  ): Promise<{ readonly name: ObjectName; readonly index: PrefectureIndex }>;
  /** Where the public starts. @throws ProblemError */
  openPublic(release: Release): Promise<{ readonly name: ObjectName; readonly index: PublicIndex }>;
  /** Where workbooks stood after the latest run; `null` before the first one that tells it. */
  readStatus(): Promise<RunStatus | null>;
  /** The bytes of an object. @throws ProblemError 'store-unavailable' when the store lost it */
  readBytes(name: ObjectName): Promise<Uint8Array>;
  readParsed<T>(name: ObjectName): Promise<T>;
}

const keptAtMost = 128;

/** With the version of the pointer that it stands in; left out of the archive. */
type FoundHistory = ReleaseHistory & { readonly version?: string | undefined };

/** @param store trusted: what publish wrote was parsed with its schema first, so that names lead to their types. */
export function createPublished(store: Store): Published {
  const kept = new Map<ObjectName, Promise<unknown>>();
  /** As last parsed: nearly every request finds the same pointer. */
  let lastHistory: { readonly content: string; readonly history: ReleaseHistory } | null = null;

  async function attempt<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (cause) {
      throw new ProblemError('store-unavailable', {}, { cause });
    }
  }

  async function readBytes(name: ObjectName): Promise<Uint8Array> {
    const bytes = await attempt(() => store.readObject(name));
    if (bytes === null) throw new ProblemError('store-unavailable', {}, { cause: new Error(`No object ${name}`) });
    return bytes;
  }

  async function parseBytes(name: ObjectName): Promise<unknown> {
    const bytes = await readBytes(name);
    return await attempt(() => Promise.resolve(JSON.parse(new TextDecoder().decode(bytes)) as unknown));
  }

  async function readParsed<T>(name: ObjectName): Promise<T> {
    const known = kept.get(name) ?? parseBytes(name);
    kept.delete(name);
    kept.set(name, known);
    for (const oldest of kept.keys()) {
      if (kept.size <= keptAtMost) break;
      kept.delete(oldest);
    }
    try {
      return (await known) as T;
    } catch (error) {
      kept.delete(name);
      throw error;
    }
  }

  /** Older releases stand in the archive, which is read only where one of them is asked for. */
  async function readHistory(name: 'release' | 'releases/archive' = 'release'): Promise<FoundHistory> {
    const pointer = await attempt(() => store.readPointer(name));
    if (pointer === null) return { format: 1, releases: [] };
    const version = name === 'release' ? pointer.version : undefined;
    if (lastHistory?.content === pointer.content) return { ...lastHistory.history, version };
    const history = await attempt(() => Promise.resolve(JSON.parse(pointer.content) as ReleaseHistory));
    if (name === 'release') lastHistory = { content: pointer.content, history };
    return { ...history, version };
  }

  async function openEntry(
    entry: ReleaseHistory['releases'][number],
    isPinned: boolean,
    { rules, version }: FoundHistory,
  ): Promise<OpenRelease> {
    const release = await readParsed<Release>(entry.release);
    return { name: entry.release, publishedAt: entry.publishedAt, release, rules, isPinned, version };
  }

  async function openAudience<T>(release: Release, audience: Audience, code: string) {
    const name = release.audiences[audience];
    if (name === undefined) throw new ProblemError('not-in-release', { name: code });
    return { name, index: await readParsed<T>(name) };
  }

  return {
    async readHistory() {
      return (await readHistory()).releases;
    },
    async readStatus() {
      const pointer = await attempt(() => store.readPointer('status'));
      if (pointer === null) return null;
      return await attempt(() => Promise.resolve(JSON.parse(pointer.content) as RunStatus));
    },
    readBytes,
    readParsed,
    async openRelease(requested) {
      const history = await readHistory();
      const [current] = history.releases;
      if (requested === undefined) {
        if (current === undefined) throw new ProblemError('nothing-published');
        return await openEntry(current, false, history);
      }
      const isIt = ({ release }: ReleaseHistory['releases'][number]) => release === requested;
      const entry = history.releases.find(isIt);
      if (entry !== undefined) return await openEntry(entry, true, history);
      const archived = (await readHistory('releases/archive')).releases.find(isIt);
      if (archived === undefined) throw new ProblemError('release-gone');
      return await openEntry(archived, true, { ...history, version: undefined });
    },
    async openCurrent() {
      const history = await readHistory();
      const [current] = history.releases;
      return current === undefined ? null : await openEntry(current, false, history);
    },
    openOffice: async (release, code) => await openAudience<OfficeIndex>(release, `office:${code}`, code),
    async openPrefecture({ release, rules }, code, audience = 'prefecture') {
      const rule = rules?.[`${audience}:${code}`];
      if (audience === 'prefecture')
        return requireProtected(await openAudience<PrefectureIndex>(release, `prefecture:${code}`, code), code, rule);
      const { index } = await openAudience<PublicIndex>(release, 'public', 'public');
      const name = index.prefectures.find((prefecture) => prefecture.code === code)?.index;
      if (name === undefined) throw new ProblemError('not-in-release', { name: code });
      return requireProtected({ name, index: await readParsed<PrefectureIndex>(name) }, code, rule);
    },
    openPublic: async (release) => await openAudience<PublicIndex>(release, 'public', 'public'),
  };
}

/**
 * Releases of earlier versions knew no protection of small numbers, and others a looser one than today's.
 * @param rule that of today; left out where the release was published by an earlier version
 * @throws ProblemError 'not-in-release' or 'looser-rule'
 */
function requireProtected<Opened extends { readonly index: PrefectureIndex }>(
  opened: Opened,
  code: string,
  rule: ProtectionPolicy | undefined,
): Opened {
  const { protection }: Partial<PrefectureIndex> = opened.index;
  if (protection === undefined) throw new ProblemError('not-in-release', { name: code });
  if (rule !== undefined && !isAtLeastAsStrict(protection, rule)) throw new ProblemError('looser-rule');
  return opened;
}

/** One municipality's index in the release that was asked for, once the visitor is known to be allowed to open it. */
export async function openMunicipality(
  published: Published,
  visitor: Visitor,
  request: { readonly code: string; readonly release?: ObjectName | undefined },
): Promise<{ readonly opened: OpenRelease; readonly name: ObjectName; readonly index: OfficeIndex }> {
  requireMayOpen(visitor, `office:${request.code}`);
  const opened = await published.openRelease(request.release);
  return { opened, ...(await published.openOffice(opened.release, request.code)) };
}
