/**
 * 似た市町村 of a municipality: those that were found, or those chosen by hand as the address says ('992010,992028'). Likeness was
 * published; choosing is all that happens here.
 */
import type { ComparedTown, ComparisonObject, Peer } from '#functions/publish/comparison.ts';

export interface PeerGroup {
  readonly town: ComparedTown;
  /** The most alike first; those added by hand where their likeness puts them. */
  readonly peers: readonly { readonly town: ComparedTown; readonly found: Peer | null }[];
  /** Whether they were chosen by hand. */
  readonly isChosen: boolean;
  /** Who could be added, the most alike first. */
  readonly others: readonly ComparedTown[];
}

export function peerGroup(
  { towns }: Pick<ComparisonObject, 'towns'>,
  { code, chosen }: { readonly code: string; readonly chosen: string | null },
): PeerGroup | null {
  const compared = towns.filter(({ isCompared }) => isCompared);
  const town = compared.find((each) => each.code === code);
  if (town === undefined) return null;
  const rest = compared.filter((each) => each.code !== code);
  // Whose likeness is not known stand last, in the order of their codes.
  const place = (each: ComparedTown) => {
    const position = town.likeness.indexOf(each.code);
    return position < 0 ? town.likeness.length : position;
  };
  const sorted = rest.toSorted((one, other) => place(one) - place(other) || one.code.localeCompare(other.code));
  const automatic = town.peers.map((peer) => peer.code);
  const wanted = chosen === null ? automatic : chosen.split(',');
  const isIn = (each: ComparedTown) => wanted.includes(each.code);
  return {
    town,
    peers: sorted
      .filter(isIn)
      .map((each) => ({ town: each, found: town.peers.find((peer) => peer.code === each.code) ?? null })),
    isChosen: chosen !== null,
    others: sorted.filter((each) => !isIn(each)),
  };
}

/** The address of a group with one more or one less; `null` for the group that was found. */
export function printPeers(
  { town, peers }: PeerGroup,
  change: { readonly add?: string; readonly remove?: string },
): string | null {
  const kept = peers.map((peer) => peer.town.code).filter((code) => code !== change.remove);
  const codes = change.add === undefined ? kept : [...kept, change.add];
  const automatic = town.peers.map((peer) => peer.code);
  const isAutomatic = codes.length === automatic.length && automatic.every((code) => codes.includes(code));
  // An empty group is one too: nobody is beside the municipality until somebody is added.
  return isAutomatic ? null : codes.length === 0 ? 'none' : codes.join(',');
}
