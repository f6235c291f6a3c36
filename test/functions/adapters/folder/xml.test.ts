import { describe, expect, it } from 'vitest';
import { walkXml } from '#functions/adapters/folder/xml.ts';

/** What a visitor hears when the bytes arrive in pieces of this length; texts are joined as readers join them. */
async function walk(xml: string, pieceLength = 65_536): Promise<unknown[]> {
  const bytes = Buffer.from(xml);
  const heard: unknown[] = [];
  let text = '';
  const endText = () => {
    if (text !== '') heard.push(text);
    text = '';
  };
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
  }
  await walkXml(pieces(), {
    open(name, attributes) {
      endText();
      heard.push({ name, ...attributes });
    },
    text(piece) {
      text += piece;
    },
    close(name) {
      endText();
      heard.push(`/${name}`);
    },
  });
  return heard;
}

describe('XML that arrives in pieces', () => {
  it('says the same wherever the file happens to be cut, even inside 𠮷 or &amp;', async () => {
    const xml =
      '<?xml version="1.0"?><!-- <a> --><x:a n="&lt;𠮷&quot;" m=\'">"\'>𠮷&amp;&#x9AD9;&#128512;&nbsp;& b<![CDATA[<&amp;]]]><b/>\n</x:a>';
    const expected = [{ name: 'a', n: '<𠮷"', m: '">"' }, '𠮷&髙😀&nbsp;& b<&amp;]', { name: 'b' }, '/b', '\n', '/a'];
    for (let pieceLength = 1; pieceLength < 100; pieceLength += 1) {
      expect(await walk(xml, pieceLength)).toEqual(expected);
    }
  });

  const refused = { code: 'file/unreadable' };
  it.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an element that is never closed', '<a><b></b>'],
    ['a tag that breaks off', '<a><b></b></a'],
    ['a comment that never ends', '<a><!-- </a>'],
    ['no element at all', 'これは XML ではない'],
  ])('refuses %s', async (_, xml) => {
    await expect(walk(xml)).rejects.toMatchObject(refused);
    await expect(walk(xml, 1)).rejects.toMatchObject(refused);
  });

  it('reads 256 elements in each other, and refuses 257', async () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect((await walk(nested(256))).length).toBe(512);
    await expect(walk(nested(257))).rejects.toMatchObject(refused);
  });

  it.each([
    ['text', (long: string) => `<a>${long}</a>`],
    ['text of entities', (long: string) => `<a>${long.replaceAll('xxxxx', '&lt;x')}</a>`],
    ['an attribute', (long: string) => `<a b="${long}"/>`],
    ['a comment', (long: string) => `<a><!--${long}--></a>`],
    ['CDATA', (long: string) => `<a><![CDATA[${long}]]></a>`],
    ['the name of a tag', (long: string) => `<${long}/>`],
  ])('gives up %s that goes on for more than 4 million characters', async (_, around) => {
    expect((await walk(around('x'.repeat(3_900_000)))).length).toBeGreaterThanOrEqual(2);
    await expect(walk(around('x'.repeat(4_400_000)))).rejects.toMatchObject(refused);
  });
});
