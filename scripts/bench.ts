/** npm run bench: how fast it is, beside what people would use instead, on this machine. */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { systemClock } from '#functions/adapters/clock.ts';
import { describeAsJson, describeSection, type Machine, type MeasuredSection } from './bench/describe.ts';
import { type BenchWorld, isMet } from './bench/measurement.ts';
import { sections } from './bench/sections.ts';
import { requireOption, runCommand, WrongUsage } from './run/usage.ts';

const names = Object.keys(sections);
const usage = `使い方 Usage: npm run bench [-- --section ${names.join(',')}] [--json FILE]

  --section NAMES  測るもの（コンマ区切り。なければ全部） what to measure, separated by commas; left out, everything
  --json FILE      すべての測定値を JSON で書くファイル where every sample is written as JSON

終了コード Exit codes: 0 すべて目標内 every goal kept, 1 目標に届かないものがある a goal is missed,
                       2 測れない could not be measured, 64 使い方の誤り wrong usage`;

await runCommand({ usage, exitFailed: 2, body: bench });

async function bench(): Promise<number> {
  const { values } = parseArgs({
    options: {
      section: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const wanted = readSections(values.section);
  const out = values.json === undefined ? null : requireOption(values.json, '--json');
  const closing: (() => Promise<void>)[] = [];
  const measured: MeasuredSection[] = [];
  const world: BenchWorld = {
    say: (sentence) => void process.stderr.write(`${sentence}\n`),
    atEnd: (close) => void closing.push(close),
  };
  try {
    await beginSections(wanted, world);
    for (const name of wanted) {
      const one = await measureSection(name, world);
      if (one === null) continue;
      process.stdout.write(`\n${describeSection(one)}`);
      measured.push(one);
    }
  } finally {
    for (const close of closing.toReversed()) await close();
  }
  if (out !== null) await writeFile(out, describeAsJson(readMachine(), measured));
  if (measured.length < wanted.length) return 2;
  return measured.some(({ measurements }) => measurements.some((one) => isMet(one) === false)) ? 1 : 0;
}

/** What fails here is told by the section that needs it. */
async function beginSections(names: readonly string[], world: BenchWorld): Promise<void> {
  for (const name of names) {
    const section = await sections[name]?.().catch(() => null);
    void section?.begin?.(world).catch(() => null);
  }
}

/** `null` where it could not be measured: it says why, and the others go on. */
async function measureSection(name: string, world: BenchWorld): Promise<MeasuredSection | null> {
  const { say } = world;
  const start = performance.now();
  try {
    const section = await sections[name]?.();
    if (section === undefined) return null;
    const measurements = await section.measure(world);
    say(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
    return { section: name, title: section.title, measurements };
  } catch (error) {
    say(`${name} は測れませんでした。 ${name} could not be measured: ${error instanceof Error ? error.message : ''}`);
    return null;
  }
}

function readSections(text: string | undefined): readonly string[] {
  if (text === undefined) return names;
  const wanted = text.split(',').map((name) => name.trim());
  for (const name of wanted) {
    if (!names.includes(name))
      throw new WrongUsage(`--section「${name}」はありません。 There is no section "${name}": ${names.join(', ')}.`);
  }
  return wanted;
}

function readMachine(): Machine {
  return {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    node: process.version,
    measuredAt: systemClock.now().toISOString(),
  };
}
