/** npm run tell: what would be told now (知らせ), and with --send what is told. */
import { parseArgs } from 'node:util';
import { systemClock } from '#functions/adapters/clock.ts';
import { openReceivers } from '#functions/open-receivers.ts';
import { readTellSettings } from '#functions/settings/tell-settings.ts';
import { compose } from '#functions/tell/compose.ts';
import { previewTelling, tellNow, tellTest } from '#functions/tell-now.ts';
import { describeSendProblem } from '#sheets-schema/vocabulary/send-problem.ts';
import { openFilledStore } from './run/opened-store.ts';
import { terminalLog } from './run/terminal-log.ts';
import { runCommand } from './run/usage.ts';

const usage = `使い方 Usage: npm run tell -- --store DIR [--weekly] [--send]
                npm run tell -- --test

  --store DIR  保存場所（フォルダか gs://バケット） where releases are kept: a folder, or gs://bucket/prefix
  --weekly     月曜の朝の分（続いていることを、すべて） the message of Monday mornings: everything that is still open
  --send       送ります（なければ、送る文面を示すだけ） really sends; without it the text is only shown
  --test       試しの知らせを、それぞれの送り先に1通送ります one test message to each receiver

送り先は環境変数で決めます Receivers come from the environment:
  KASANARI_TELL_WEBHOOK（Google Chat, Slack, Teams）, KASANARI_SMTP_URL, KASANARI_TELL_FROM, KASANARI_TELL_TO,
  KASANARI_EXPECTED_MINUTES（この分数のうちに次の取り込みが終わるはず a run is expected within so many minutes: 180）,
  KASANARI_PUBLIC_URL

終了コード Exit codes: 0, 1 送れない送り先がある a receiver could not be reached, 2 できなかった it could not be done,
                      64 使い方の誤り wrong usage`;

await runCommand({
  usage,
  exitFailed: 2,
  async body() {
    const { values } = parseArgs({
      options: {
        store: { type: 'string' },
        weekly: { type: 'boolean', default: false },
        send: { type: 'boolean', default: false },
        test: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      say(usage);
      return 0;
    }
    const settings = readTellSettings(process.env);
    const receivers = await openReceivers(settings);
    const publicUrl = process.env.KASANARI_PUBLIC_URL?.replace(/\/$/, '') ?? null;
    if (values.test) return await test({ receivers, publicUrl });
    const store = await openFilledStore(values.store, '--store');
    const world = { store, clock: systemClock, expectedMinutes: settings.expectedMinutes, publicUrl };
    const asked = values.weekly ? { isWeekly: true } : {};
    if (!values.send) {
      const { message, troubles } = await previewTelling(world, asked);
      if (message === null)
        say(
          troubles.length === 0
            ? '手当ての要ることはありません。知らせは送りません。 Nothing is wrong; nothing would be sent.'
            : `新しいことはありません（続いていること${troubles.length}件）。 Nothing new; ${troubles.length} are still open.`,
        );
      else say(compose(message, { publicUrl, longest: 50_000 }).text);
      return 0;
    }
    if (receivers.length === 0)
      throw new Error('送り先が決まっていません。 No receiver is set up; see npm run tell -- --help.');
    const { sent, failed } = await tellNow({ ...world, log: terminalLog, receivers }, asked);
    say(`${sent}通送りました（送れなかったもの${failed}通）。 Sent: ${sent}, not sent: ${failed}.`);
    return failed === 0 ? 0 : 1;
  },
});

async function test(world: Parameters<typeof tellTest>[0]): Promise<number> {
  if (world.receivers.length === 0)
    throw new Error('送り先が決まっていません。 No receiver is set up; see npm run tell -- --help.');
  const outcomes = await tellTest(world);
  for (const { name, problem } of outcomes)
    say(
      problem === null
        ? `${name}: 送りました sent`
        : `${name}: 送れませんでした not sent\n  ${describeSendProblem(problem, 'ja')}\n  ${describeSendProblem(problem, 'en')}`,
    );
  return outcomes.every(({ problem }) => problem === null) ? 0 : 1;
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
