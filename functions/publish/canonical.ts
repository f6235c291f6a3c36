/** Canonical bytes and names of published objects: the same content is the same bytes under the same name, on every machine. */

/** JSON without spaces, the keys of every object in the order of their code units; what is `undefined` in an object is left out. */
export function canonicalJson(value: unknown): string {
  return new TextDecoder().decode(canonicalBytes(value));
}

/** The bytes of an object. */
export function canonicalBytes(value: unknown): Uint8Array<ArrayBuffer> {
  const page = createPage();
  writeValue(page, value);
  return page.bytes();
}

/** The name of an object: the SHA-256 of its bytes in lower-case hexadecimal. */
export function nameOfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return crypto.subtle
    .digest('SHA-256', bytes)
    .then((digest) => Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

const sign = { quote: 0x22, comma: 0x2c, zero: 0x30, colon: 0x3a, backslash: 0x5c } as const;
const bracket = { open: 0x5b, close: 0x5d } as const;
const brace = { open: 0x7b, close: 0x7d } as const;
/** Whole numbers with up to so many digits are written digit by digit. */
const digitsAtMost = 7;
const tooLong = 10 ** digitsAtMost;

function writeValue(page: Page, value: unknown): void {
  if (typeof value === 'number') page.writeNumber(value);
  else if (typeof value === 'string') page.writeString(value);
  else if (Array.isArray(value)) writeList(page, value);
  else if (value !== null && typeof value === 'object') writeObject(page, value as Readonly<Record<string, unknown>>);
  else page.writeText(JSON.stringify(value) ?? 'null');
}

function writeList(page: Page, list: readonly unknown[]): void {
  page.writeByte(bracket.open);
  for (let at = 0; at < list.length; at += 1) {
    if (at > 0) page.writeByte(sign.comma);
    writeValue(page, list[at]);
  }
  page.writeByte(bracket.close);
}

function writeObject(page: Page, object: Readonly<Record<string, unknown>>): void {
  page.writeByte(brace.open);
  let isFirst = true;
  for (const key of Object.keys(object).sort()) {
    const part = object[key];
    if (part === undefined) continue;
    if (!isFirst) page.writeByte(sign.comma);
    isFirst = false;
    page.writeString(key);
    page.writeByte(sign.colon);
    writeValue(page, part);
  }
  page.writeByte(brace.close);
}

/** Bytes as they are written: a large object is hundreds of thousands of small numbers, which need not become text first. */
function createPage() {
  let bytes = new Uint8Array(1024);
  let length = 0;
  const encoder = new TextEncoder();
  const makeRoom = (more: number): void => {
    if (length + more <= bytes.length) return;
    const wider = new Uint8Array(Math.max(2 * bytes.length, length + more));
    wider.set(bytes);
    bytes = wider;
  };
  const writeByte = (byte: number): void => {
    makeRoom(1);
    bytes[length] = byte;
    length += 1;
  };
  const writeText = (text: string): void => {
    makeRoom(text.length * 3);
    length += encoder.encodeInto(text, bytes.subarray(length)).written;
  };
  /** Of ASCII alone. */
  const writeSigns = (text: string): void => {
    makeRoom(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[length + at] = text.charCodeAt(at);
    length += text.length;
  };
  return {
    bytes: () => bytes.slice(0, length),
    writeByte,
    /** As it is. */
    writeText,
    writeNumber(value: number): void {
      if (!(value >= 0 && value < tooLong) || !Number.isInteger(value)) {
        writeSigns(Number.isFinite(value) ? String(value) : 'null');
        return;
      }
      if (value < 10) {
        writeByte(sign.zero + value);
        return;
      }
      makeRoom(digitsAtMost);
      let end = length + 1;
      for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) end += 1;
      let rest = value;
      for (let at = end - 1; at >= length; at -= 1) {
        const above = Math.floor(rest / 10);
        bytes[at] = sign.zero + rest - above * 10;
        rest = above;
      }
      length = end;
    },
    writeString(text: string): void {
      makeRoom(text.length + 2);
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code < 0x20 || code > 0x7e || code === sign.quote || code === sign.backslash) {
          writeText(JSON.stringify(text));
          return;
        }
        bytes[length + 1 + at] = code;
      }
      bytes[length] = sign.quote;
      bytes[length + 1 + text.length] = sign.quote;
      length += text.length + 2;
    },
  };
}
type Page = ReturnType<typeof createPage>;
