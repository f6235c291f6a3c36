/** Text as it stands in XML: escaped, without the characters that XML 1.0 does not know. */

/** All but the characters of XML 1.0 (2.2); halves of a pair are none. */
const unknownToXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and for attributes in double quotes. */
export function escapeXml(text: string): string {
  return text.replaceAll(unknownToXml, '').replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
