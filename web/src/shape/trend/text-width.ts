/** How wide a text is about: fonts differ from machine to machine, so drawings leave room and never fit text to the pixel. */

/** In pixels; a Japanese character is as wide as it is high, others a little more than half. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += /[\u2E80-\uFFEF]/.test(character) ? size : size * 0.58;
  return width;
}
