/** Packs parts into a zip file, the way .xlsx files are packed. Reading them is in zip.ts. The same parts give the same bytes. */
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

const deflated = 8;
const versionNeeded = 20;
/** Names are UTF-8. */
const utf8Names = 0x800;
/** 1980-01-01, the first day that zip files know: when a part was packed tells nobody anything. */
const firstDay = 0x21;
const pack = promisify(deflateRaw);

/** Parts in the order of the map. Below 4 GB and 65,535 parts, as everything is that limits.ts lets in. */
export async function writeZip(parts: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const [bodies, directory]: [Uint8Array[], Uint8Array[]] = [[], []];
  let offset = 0;
  for (const [name, bytes] of parts) {
    const packed = await pack(bytes);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(versionNeeded, 0);
    common.writeUInt16LE(utf8Names, 2);
    common.writeUInt16LE(deflated, 4);
    common.writeUInt16LE(firstDay, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([versionNeeded, 0]);
    const body = Buffer.concat([signature('PK\x03\x04'), common, nameBytes, packed]);
    directory.push(signature('PK\x01\x02'), madeBy, common, place, nameBytes);
    bodies.push(body);
    offset += body.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, listing, signature('PK\x05\x06'), end]);
}

function signature(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
