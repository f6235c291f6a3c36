/**
 * CP932, the encoding in which Excel in Japan saves .csv files. Node decodes it but does not encode it,
 * so the table is made once by decoding every code and turning the answers round.
 */

let bytesByCharacter: ReadonlyMap<string, readonly number[]> | undefined;

function encodingTable(): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const decode = (bytes: readonly number[]): string | null => {
    try {
      return decoder.decode(Uint8Array.from(bytes));
    } catch {
      // Not a code of CP932; there are many gaps.
      return null;
    }
  };
  const add = (bytes: readonly number[]) => {
    const character = decode(bytes);
    if (character !== null && [...character].length === 1 && !table.has(character)) table.set(character, bytes);
  };
  for (let single = 0; single < 0x100; single += 1) add([single]);
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1) add([lead, trail]);
  }
  return table;
}

/** Text as bytes of CP932. @throws RangeError for a character that CP932 has not. */
export function encodeCp932(text: string): Uint8Array {
  bytesByCharacter ??= encodingTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = bytesByCharacter.get(character);
    if (code === undefined) throw new RangeError(`CP932 has no ${character}`);
    bytes.push(...code);
  }
  return Uint8Array.from(bytes);
}
