/** npm run growth: so many municipalities through a whole run over the stand-in for Google, and how the cost of a run grows with them. */
import { parseArgs } from 'node:util';
import { createGoogleClients } from '../../functions/adapters/google/client.ts';
import { googleQuota } from '../../functions/adapters/google/pace.ts';
import { createMemoryStore } from '../../functions/adapters/memory/store.ts';
import { createRegisteredFeedback } from '../../functions/adapters/registry/registered-feedback.ts';
import { createRegisteredWorkbooks } from '../../functions/adapters/registry/registered-workbooks.ts';
import type { WorkbookId } from '../../functions/domain/codes.ts';
import { readRegistry } from '../../functions/plan/registry.ts';
import { runOnce } from '../../functions/run.ts';
import { runCommand, WrongUsage } from '../../scripts/run/usage.ts';
import { silentLog } from '../builders/ingest.ts';
import { serveStandIn } from '../google/server.ts';
import { createGoogleStandIn } from '../google/stand-in.ts';
import { createTokenClient } from '../google/token.ts';
import { createCountry } from './growth/country.ts';
import { createSimulatedPace, createSimulatedTime } from './growth/simulated-time.ts';

interface Measured {
  readonly name: string;
  readonly sheetReads: number;
  readonly sheetWrites: number;
  readonly driveRequests: number;
  readonly refused: number;
  readonly minutes: number;
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
  readonly storeCalls: number;
  readonly objects: number;
  readonly objectMegabytes: number;
  readonly pointerKilobytes: number;
  readonly releasePointerKilobytes: number;
}

async function measure(municipalities: number, rows: number): Promise<readonly Measured[]> {
  const time = createSimulatedTime('2026-07-10T03:00:00Z');
  const clock = { now: () => new Date(time.now()) };
  const standIn = createGoogleStandIn({ clock: clock.now });
  standIn.quota = { reads: 60, writes: 60, windowMilliseconds: 60_000 };
  const country = createCountry(municipalities, rows);
  standIn.spreadsheets = [country.registry, ...country.towns];
  const server = await serveStandIn(standIn);
  const pace = createSimulatedPace(time, googleQuota);
  const patience = { retries: 6, firstWaitMilliseconds: 1, pace };
  const clients = createGoogleClients({ auth: createTokenClient(), rootUrl: server.rootUrl, patience });
  let [storeCalls, peak] = [0, 0];
  const memory = createMemoryStore(clock);
  const store = new Proxy(memory, {
    get(target, key, receiver) {
      storeCalls += 1;
      peak = Math.max(peak, process.memoryUsage.rss());
      return Reflect.get(target, key, receiver);
    },
  });
  const run = async (name: string): Promise<Measured> => {
    [storeCalls, peak] = [0, 0];
    standIn.answers.length = 0;
    const before = {
      reads: standIn.reads(),
      writes: standIn.writes(),
      drive: standIn.reads('drive'),
      at: time.now(),
      cpu: process.cpuUsage(),
    };
    const openGoogle = async () => clients;
    const registry = { kind: 'spreadsheet', id: 'registry' as WorkbookId } as const;
    const source = createRegisteredWorkbooks({ registry, store, openGoogle, readRegistry });
    const feedback = createRegisteredFeedback({ source, openGoogle, files: null });
    const result = await runOnce({ source, feedback, store, clock, log: silentLog });
    if (result.municipalities !== municipalities)
      throw new Error(`${result.municipalities} of ${municipalities} are published`);
    const { user, system } = process.cpuUsage(before.cpu);
    const calls = storeCalls;
    const objects = await memory.listObjects();
    let bytes = 0;
    for (const object of objects) bytes += (await memory.readObject(object.name))?.length ?? 0;
    let pointerBytes = 0;
    for (const pointer of await memory.listPointers(''))
      pointerBytes += (await memory.readPointer(pointer))?.content.length ?? 0;
    return {
      name,
      sheetReads: standIn.reads() - before.reads,
      sheetWrites: standIn.writes() - before.writes,
      driveRequests: standIn.reads('drive') - before.drive,
      refused: standIn.answers.filter(({ outcome }) => outcome === 429).length,
      minutes: (time.now() - before.at) / 60_000,
      processorSeconds: (user + system) / 1e6,
      peakMegabytes: peak / 1e6,
      storeCalls: calls,
      objects: objects.length,
      objectMegabytes: bytes / 1e6,
      pointerKilobytes: pointerBytes / 1e3,
      releasePointerKilobytes: ((await memory.readPointer('release'))?.content.length ?? 0) / 1e3,
    };
  };
  try {
    const first = await run('first run');
    time.move(900_000);
    const same = await run('nothing changed');
    for (const { id } of country.towns.slice(0, Math.ceil(municipalities / 100)))
      standIn.open(id).tab('相談受付').type('A2', 'R6-9999');
    time.move(900_000);
    return [first, same, await run('1 % changed')];
  } finally {
    await server.close();
  }
}

function describe(sizes: readonly number[], measured: readonly (readonly Measured[])[]): string {
  const names = Object.keys(measured[0]?.[0] ?? {}).filter((key) => key !== 'name') as Exclude<
    keyof Measured,
    'name'
  >[];
  const lines = (measured[0] ?? []).flatMap(({ name }, position) => [
    '',
    `| ${name} | ${sizes.join(' | ')} | grows with the power of |`,
    `|---|${sizes.map(() => '---:|').join('')}---:|`,
    ...names.map((key) => {
      const values = measured.map((runs) => runs[position]?.[key] ?? 0);
      const [from, to] = [values[0] ?? 0, values.at(-1) ?? 0];
      const power = Math.log(to / from) / Math.log((sizes.at(-1) ?? 1) / (sizes[0] ?? 1));
      const shown = values.map((value) => (value < 10 ? value.toFixed(1) : Math.round(value)));
      return `| ${key} | ${shown.join(' | ')} | ${Number.isFinite(power) ? power.toFixed(2) : '–'} |`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}

const usage = `使い方 Usage: npm run growth [-- --municipalities 60,250,1741] [--rows 40]

  --municipalities N,N  市区町村の数（既定 60,250,1741） how many municipalities, one measurement each
  --rows N              1つのブックの行数（既定 40） rows of each workbook

終了コード Exit codes: 0, 1 測れない could not be measured, 64 使い方の誤り wrong usage`;

await runCommand({
  usage,
  exitFailed: 1,
  async body() {
    const { values } = parseArgs({
      options: {
        municipalities: { type: 'string', default: '60,250,1741' },
        rows: { type: 'string', default: '40' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const isCount = (text: string) => /^[1-9][0-9]{0,5}$/.test(text);
    if (![...values.municipalities.split(','), values.rows].every(isCount))
      throw new WrongUsage(
        '--municipalities と --rows は、1からの数です。 --municipalities and --rows take numbers from 1.',
      );
    const sizes = values.municipalities.split(',').map(Number);
    const measured: (readonly Measured[])[] = [];
    for (const size of sizes) {
      measured.push(await measure(size, Number(values.rows)));
      process.stderr.write(`${size}\n`);
    }
    process.stdout.write(describe(sizes, measured));
    return 0;
  },
});
