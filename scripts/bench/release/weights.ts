/** What each page loads of figures before it shows anything, of every municipality, as it goes over the line. */
import { request } from 'node:http';
import type { Measurement } from '../measurement.ts';
import { benchCity } from '../prefecture/prefecture.ts';

/** Below the address of a municipality; web/src/views asks for the same. */
const pages: Readonly<Record<string, (code: string) => readonly string[]>> = {
  'first view (概況 and the frame)': (code) => ['', `/figures/overview/${code}`, '/goals', '/details/corrections'],
  経路別: (code) => [`/figures/pathways/${code}`],
  圏域別: () => ['/figures/areas/all'],
  '対象・課題別': (code) => [`/figures/targets/${code}`],
  '支援・会議・地域活動': (code) => [`/details/support/${code}`],
  成果目標: () => ['/goals'],
  データの状態: () => ['/findings', '/details/corrections', '/workbooks'],
};

const prefecture = `/api/prefectures/${benchCity.slice(0, 2)}`;
const comparison = [prefecture, `${prefecture}/comparison`];

const encodings = { 'as it is': 'identity', gzip: 'gzip', brotli: 'br' } as const;

export async function weighPages(origin: string): Promise<readonly Measurement[]> {
  const codes = await listMunicipalities(origin);
  const measurements: Measurement[] = [];
  for (const [page, pathsOf] of Object.entries(pages)) {
    for (const [encoding, accepted] of Object.entries(encodings)) {
      const samples: number[] = [];
      for (const code of codes)
        samples.push(
          await weighAll(
            origin,
            pathsOf(code).map((path) => `/api/municipalities/${code}${path}`),
            accepted,
          ),
        );
      measurements.push({ name: `${page}, figures, ${encoding}`, unit: 'bytes', samples });
    }
  }
  for (const [encoding, accepted] of Object.entries(encodings))
    measurements.push({
      name: `市町村比較, figures, ${encoding}`,
      unit: 'bytes',
      samples: [await weighAll(origin, comparison, accepted)],
    });
  return measurements;
}

export async function listMunicipalities(origin: string): Promise<readonly string[]> {
  const list = (await (await fetch(`${origin}/api/municipalities`)).json()) as {
    readonly municipalities: readonly { readonly code: string }[];
  };
  return list.municipalities.map(({ code }) => code);
}

async function weighAll(origin: string, paths: readonly string[], accepted: string): Promise<number> {
  let bytes = 0;
  for (const path of paths) bytes += await weigh(`${origin}${path}`, accepted);
  return bytes;
}

/** Bytes of the body as they come, without unpacking them. */
async function weigh(address: string, accepted: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    const asked = request(address, { headers: { 'accept-encoding': accepted } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength;
      });
      answer.on('error', reject);
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`${address}: ${answer.statusCode}`)),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}
