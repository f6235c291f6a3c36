/** Where objects of a release are asked for. Pure. */
import type { OfficeIndex } from '#functions/publish/release.ts';

/** The address of an object of a release; each part of `path` is escaped. */
export function objectAddress(path: string, release: string | null): string {
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  return `/api/${escaped}${release === null ? '' : `?release=${release}`}`;
}

/** Address of a municipality's index. */
export function indexAddress(municipality: string, release: string | null): string {
  return objectAddress(`municipalities/${municipality}`, release);
}

/** Address of a cut, like 'area/162051' or 'division/P04'. */
export function cutAddress(index: OfficeIndex, cut: string, release: string | null): string {
  return objectAddress(`municipalities/${index.municipality.code}/figures/${cut}`, release);
}

/** Address of one area (圏域) of a cut: of a large one the rest need not come to the page. */
export function areaAddress(cut: string, area: string): string {
  return `${cut}#${encodeURIComponent(area)}`;
}

/** The address of a cut, and which of its areas is wanted; `null`: all of it. */
export function splitAddress(address: string): readonly [address: string, area: string | null] {
  const [whole = '', area] = address.split('#');
  return [whole, area === undefined ? null : decodeURIComponent(area)];
}
