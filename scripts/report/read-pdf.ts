/** The little that we ask of a PDF of Chromium: its pages, and on which of them its named places are. It writes both openly. */

/** The numbers of the page objects, in the order of the pages. */
function pageObjects(text: string): readonly string[] {
  const pages = new Set([...text.matchAll(/(\d+) 0 obj\s*<<\/Type \/Page\b(?!s)/g)].map(([, number]) => number));
  const kids = [...text.matchAll(/\/Type \/Pages\b[^>]*?\/Kids \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/(\d+) 0 R/g)].map(([, number = '']) => number),
  );
  // Pages hang in groups that stand in the file before the group of groups.
  return kids.filter((number) => pages.has(number));
}

/** How many pages a PDF has. */
export function countPages(pdf: Uint8Array): number {
  return pageObjects(Buffer.from(pdf).toString('latin1')).length;
}

/** The page (from 1) of each place that a link of the document leads to, by the id of its element. */
export function readPlaces(pdf: Uint8Array): Readonly<Record<string, number>> {
  const text = Buffer.from(pdf).toString('latin1');
  const pages = pageObjects(text);
  const places = [...text.matchAll(/\/([\w-]+) \[(\d+) 0 R \/XYZ/g)];
  return Object.fromEntries(
    places.map(([, name = '', page = '']) => [name, pages.indexOf(page) + 1]).filter(([, page]) => Number(page) > 0),
  );
}
