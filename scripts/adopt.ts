/** npm run adopt: proposes how to read a spreadsheet that was not made from the template, and writes it to its tab 読替. */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { systemClock } from '#functions/adapters/clock.ts';
import type { AliasProposal } from '#functions/adopt/adopt-tab.ts';
import { type Adoption, proposeAdoption } from '#functions/adopt/adoption.ts';
import { type AdoptionPlan, planAdoption } from '#functions/adopt/plan-adoption.ts';
import { WorkbookFailure } from '#functions/world.ts';
import { describeFailure } from '#sheets-schema';
import { describeAdoption, describeRows, say } from './adopt/describe.ts';
import { CannotWrite, openTarget, type Target } from './adopt/open-target.ts';
import { FileInUse } from './adopt/replace-file.ts';
import { runCommand, WrongUsage } from './run/usage.ts';

const usage = `使い方 Usage: npm run adopt -- SPREADSHEET | FILE.xlsx | FOLDER [--send] [--add-tabs] [--accept guess] [--json]

  SPREADSHEET     スプレッドシートのアドレスか ID  address or id of a Google spreadsheet
  FILE.xlsx       Excel のファイル  an Excel file
  FOLDER          .csv を入れたフォルダ  a folder of .csv files
  --send          確かめずに書きます（なければ、端末では尋ね、ほかでは書きません）
                  writes without asking; without it a terminal is asked, and nothing else is written
  --accept guess  「もしかすると」のものも書きます  guesses are written, too
  --add-tabs      足りない「基本情報」「圏域」のシートを加えます  adds the tabs 基本情報 and 圏域 where they are missing
  --json          結果を1つの JSON で標準出力に書きます  one JSON object on stdout

どのシート・列・言葉が様式のどれにあたるかを、理由と確かさをつけて示し、「読替」に書き足します。
元からある行とセルは変えません。個人の情報の列は見ません。
Says which tab, column and word is which of ours, how surely and why, and adds rows to the tab 読替.
No cell that is there changes. Columns about persons are not looked at.

終了コード Exit codes:
  0   書いた、または書くものがない  written, or nothing to write
  1   書くものがある（まだ書いていない）  there is something to write, and it was not written
  2   読めない、または書けない  could not be read or written
  64  使い方の誤り  wrong usage`;

const exitCodes = { done: 0, waiting: 1, failed: 2 } as const;

interface Choice {
  readonly send: boolean;
  readonly acceptsGuesses: boolean;
  readonly addsTabs: boolean;
  readonly json: boolean;
}

await runCommand({
  usage,
  exitFailed: exitCodes.failed,
  async body() {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        send: { type: 'boolean', default: false },
        accept: { type: 'string', multiple: true, default: [] },
        'add-tabs': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return exitCodes.done;
    }
    const [typed, ...more] = positionals;
    if (typed === undefined || more.length > 0)
      throw new WrongUsage('ブックを1つ指定してください。 Please name one workbook.');
    if (values.accept.some((word) => word !== 'guess'))
      throw new WrongUsage('--accept には guess だけを書けます。 --accept takes guess alone.');
    const choice: Choice = {
      send: values.send,
      acceptsGuesses: values.accept.length > 0,
      addsTabs: values['add-tabs'],
      json: values.json,
    };
    try {
      const isAsked = isTerminal() && !choice.json;
      return await adopt(await openTarget(typed, { canWrite: choice.send || isAsked }), choice, isAsked);
    } catch (error) {
      if (!(error instanceof WorkbookFailure)) throw error;
      const { code, facts } = error;
      throw new Error(`${describeFailure(code, facts, 'ja')} ${describeFailure(code, facts, 'en')}`, { cause: error });
    }
  },
});

function isTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

async function adopt(target: Target, choice: Choice, isAsked: boolean): Promise<number> {
  const adoption = proposeAdoption(target.grids);
  const sure = adoption.aliases.filter(({ level }) => choice.acceptsGuesses || level !== 'guess');
  const guesses = adoption.aliases.filter((alias) => !sure.includes(alias));
  const planned = planFor(target.grids, sure, adoption, choice);
  const print = (text: string) => {
    if (!choice.json) process.stdout.write(`${text}\n`);
  };
  print(describeAdoption(adoption));
  print('');
  if (planned.changes.length === 0 && planned.isWritable) print(say('nothing-to-write'));
  if (planned.rows.length > 0)
    print(`${say('to-write', { count: planned.rows.length })}\n${describeRows(planned.rows)}`);
  if (!planned.isWritable) {
    process.stderr.write(`${say('no-headers')}\n`);
    return exitCodes.failed;
  }
  if (planned.addedTabs.length > 0) print(say('to-add', { tabs: planned.addedTabs.join('、') }));

  const accepted = choice.send ? sure : isAsked ? await ask(sure, guesses, planned) : null;
  const isNothing = accepted !== null && planFor(target.grids, accepted, adoption, choice).changes.length === 0;
  if (!isAsked && guesses.length > 0) print(say('guesses-left', { count: guesses.length }));
  if (accepted === null || isNothing) {
    if (accepted === null && planned.changes.length > 0) print(say(isAsked ? 'declined' : 'dry-run'));
    if (choice.json) printJson(adoption, planned, null);
    return planned.changes.length === 0 || isNothing ? exitCodes.done : exitCodes.waiting;
  }
  let written: AdoptionPlan = planned;
  try {
    const { backup } = await target.write((grids) => {
      written = planFor(grids, accepted, adoption, choice);
      return written.changes;
    });
    print(say('written', { count: written.rows.length }));
    if (written.addedTabs.length > 0) print(say('tabs-added', { tabs: written.addedTabs.join('、') }));
    if (backup !== null) print(say('backup', { file: backup }));
    if (choice.json) printJson(adoption, written, { backup });
    return exitCodes.done;
  } catch (error) {
    if (!(error instanceof CannotWrite || error instanceof FileInUse)) throw error;
    process.stderr.write(`${say('paste', { why: error.message })}\n${describeRows(planned.rows)}\n`);
    return exitCodes.failed;
  }
}

function planFor(
  grids: Target['grids'],
  aliases: readonly AliasProposal[],
  { missingTabs }: Adoption,
  { addsTabs }: Choice,
): AdoptionPlan {
  const now = systemClock.now();
  // Years change in April; which day it is in Japan does not matter for what dropdowns propose.
  const fiscalYear = now.getUTCMonth() < 3 ? now.getUTCFullYear() - 1 : now.getUTCFullYear();
  return planAdoption({ grids, aliases, addTabs: addsTabs ? missingTabs : [], fiscalYear });
}

/** Yes to everything that is sure, then to each guess by itself; `null` for no at all. */
async function ask(
  sure: readonly AliasProposal[],
  guesses: readonly AliasProposal[],
  planned: AdoptionPlan,
): Promise<readonly AliasProposal[] | null> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const isYes = async (question: string) =>
    /^(?:y|yes|はい)$/i.test((await lines.question(`${question} [y/N] `)).trim());
  try {
    if (planned.changes.length > 0 && !(await isYes(say('ask-all')))) return null;
    const accepted = [...sure];
    for (const guess of guesses) {
      const facts = { own: guess.ownWord, standard: guess.standardWord, share: Math.round(guess.share * 100) };
      if (await isYes(say('ask-one', facts))) accepted.push(guess);
    }
    return accepted;
  } finally {
    lines.close();
  }
}

function printJson(adoption: Adoption, { rows, addedTabs }: AdoptionPlan, written: object | null): void {
  process.stdout.write(`${JSON.stringify({ ...adoption, rows, addedTabs, written })}\n`);
}
