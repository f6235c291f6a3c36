/** Zip files as bytes, and what can be wrong with them. */
import { crc32, deflateRawSync } from 'node:zlib';
import type { Random } from '../sample/random.ts';
import type { Part } from './write-parts.ts';

/** What one entry claims; the truth where left out. */
export interface EntryLie {
  readonly claimedSize?: number;
  readonly claimedCrc?: number;
  readonly claimedPacked?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly offset?: number;
  readonly name?: string;
  readonly extra?: Buffer;
  readonly version?: number;
}

interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly lie: EntryLie;
}

/** A zip file of these parts. Stored where `isPacked` is false, which is cheaper to make and to read. */
export function zipParts(
  parts: readonly Part[],
  isPacked: boolean,
  lieOf: (index: number) => EntryLie = () => ({}),
): Buffer {
  return zipEntries(
    parts.map(({ name, text }, index) => ({ name, bytes: Buffer.from(text), lie: lieOf(index) })),
    isPacked,
  );
}

function zipEntries(entries: readonly Entry[], isPacked: boolean): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name: realName, bytes, lie } of entries) {
    const packed = isPacked ? deflateRawSync(bytes, { level: 1 }) : bytes;
    const name = Buffer.from(lie.name ?? realName);
    const extra = lie.extra ?? Buffer.alloc(0);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(lie.version ?? 20, 0);
    fields.writeUInt16LE(lie.flags ?? 0x800, 2);
    fields.writeUInt16LE(lie.method ?? (isPacked ? 8 : 0), 4);
    fields.writeUInt32LE(lie.claimedCrc ?? crc32(bytes), 10);
    fields.writeUInt32LE(lie.claimedPacked ?? packed.length, 14);
    fields.writeUInt32LE(lie.claimedSize ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    fields.writeUInt16LE(extra.length, 24);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, extra, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(lie.offset ?? offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, place, name, extra]));
    bodies.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length % 0x10000, 4);
  end.writeUInt16LE(entries.length % 0x10000, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listed, Buffer.from('PK\x05\x06'), end]);
}

export type ZipChange = (parts: readonly Part[], random: Random) => Buffer;

const oneOf = (parts: readonly Part[], random: Random) => random.whole(0, parts.length - 1);

function lieAboutOne(parts: readonly Part[], random: Random): Buffer {
  const chosen = oneOf(parts, random);
  const zip64 = Buffer.from('0100100000000000ffffff000000000000ffffff', 'hex');
  const lie = random.pick<EntryLie>([
    { claimedSize: 0 },
    { claimedSize: 10 },
    { claimedSize: 0xffff_fffe },
    { claimedSize: 0xffff_ffff },
    { claimedSize: 0xffff_ffff, claimedPacked: 0xffff_ffff, extra: zip64, version: 45 },
    { claimedCrc: 0 },
    { claimedPacked: 0 },
    { claimedPacked: 3 },
    { claimedPacked: 0x7fff_ffff },
    { flags: 1 },
    { flags: 8 },
    { flags: 0x41 },
    { flags: 0 },
    { method: 0 },
    { method: 8 },
    { method: 12 },
    { method: 99 },
    { offset: 0 },
    { offset: 0xffff_fff0 },
    { offset: 7 },
    { extra: Buffer.alloc(3, 1) },
    { extra: Buffer.from('01000400', 'hex') },
    { name: '../../../tmp/x' },
    { name: '/etc/passwd' },
    { name: 'xl\\workbook.xml' },
    { name: '' },
    { name: '__proto__' },
    { name: 'C:/x' },
    { name: 'x'.repeat(60_000) },
    { name: 'xl/worksheets/sheet1.xml' },
  ]);
  return zipParts(parts, random.chance(0.5), (index) => (index === chosen ? lie : {}));
}

function nameTwice(parts: readonly Part[], random: Random): Buffer {
  const part = parts[oneOf(parts, random)];
  return part === undefined
    ? zipParts(parts, true)
    : zipParts([...parts, { ...part, text: random.pick([part.text, '<a/>', '']) }], true);
}

/** Several entries that are one and the same body. */
function overlapping(parts: readonly Part[], random: Random): Buffer {
  const places: number[] = [];
  let offset = 0;
  for (const { name, text } of parts) {
    places.push(offset);
    offset += 30 + Buffer.byteLength(name) + Buffer.byteLength(text);
  }
  const target = oneOf(parts, random);
  return zipParts(parts, false, (index) =>
    random.chance(0.5) || index === target ? { offset: places[target] ?? 0 } : {},
  );
}

function bomb(parts: readonly Part[], random: Random): Buffer {
  const megabytes = random.pick([1, 3, 8]);
  const filler = random.pick([' ', '<row/>', '<c/>', '<!-- -->', '<si><t>a</t></si>', 'a']);
  const chosen = oneOf(parts, random);
  const grown = parts.map((part, index) =>
    index === chosen
      ? { ...part, text: part.text.replace(/>/, `>${filler.repeat((megabytes * 1_000_000) / filler.length)}`) }
      : part,
  );
  return zipParts(grown, true, (index) => (index === chosen && random.chance(0.3) ? { claimedSize: 1_000 } : {}));
}

function manyEntries(parts: readonly Part[], random: Random): Buffer {
  const count = random.pick([500, 11_000]);
  return zipParts([...parts, ...Array.from({ length: count }, (_, index) => ({ name: `x${index}`, text: '' }))], false);
}

function truncated(parts: readonly Part[], random: Random): Buffer {
  const whole = zipParts(parts, random.chance(0.5));
  return random.chance(0.8)
    ? whole.subarray(0, random.whole(0, whole.length))
    : whole.subarray(random.whole(0, whole.length));
}

function flipped(parts: readonly Part[], random: Random): Buffer {
  const whole = zipParts(parts, random.chance(0.7));
  for (let times = random.pick([1, 1, 2, 8, 60]); times > 0; times -= 1) {
    // Half of them where the directory and its end stand: few bytes there decide much.
    const from = random.chance(0.5) ? Math.max(0, whole.length - 900) : 0;
    whole[random.whole(from, whole.length - 1)] = random.whole(0, 255);
  }
  return whole;
}

function surrounded(parts: readonly Part[], random: Random): Buffer {
  const whole = zipParts(parts, false);
  const junk = Buffer.from(
    random.pick(['PK\x03\x04', 'PK\x05\x06', 'MZ', '\0'.repeat(70_000), 'PK\x05\x06'.repeat(20)]),
    'latin1',
  );
  return random.pick([
    () => Buffer.concat([junk, whole]),
    () => Buffer.concat([whole, junk]),
    () => Buffer.concat([whole, whole]),
  ])();
}

function utf16(parts: readonly Part[], random: Random): Buffer {
  const chosen = oneOf(parts, random);
  const entries = parts.map(({ name, text }, index) => ({
    name,
    bytes: index === chosen ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text),
    lie: {},
  }));
  return zipEntries(entries, true);
}

export const zipChanges: Readonly<Record<string, readonly [change: ZipChange, weight: number]>> = {
  lie: [lieAboutOne, 14],
  'name-twice': [nameTwice, 3],
  overlapping: [overlapping, 4],
  bomb: [bomb, 1],
  'many-entries': [manyEntries, 0.3],
  truncated: [truncated, 6],
  flipped: [flipped, 16],
  surrounded: [surrounded, 3],
  utf16: [utf16, 2],
};
