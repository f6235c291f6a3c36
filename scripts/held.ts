/** npm run held: the workbooks whose new contents are not used, why, and letting one through that looks like an accident and is right. */
import { parseArgs } from 'node:util';
import { systemClock } from '#functions/adapters/clock.ts';
import { appendAudit } from '#functions/audit/append-audit.ts';
import { factsOf, wordsOf } from '#functions/ingest/guards/ask.ts';
import { letThrough, readAllStates } from '#functions/ingest/ingest-store.ts';
import type { WorkbookState } from '#functions/ingest/ingested.ts';
import type { Store } from '#functions/world.ts';
import { describeFailure } from '#sheets-schema';
import { openFilledStore } from './run/opened-store.ts';
import { runCommand, WrongUsage } from './run/usage.ts';

const usage = `使い方 Usage: npm run held -- --store PLACE [--let-through WORKBOOK [--send]]

  --store PLACE           保存場所（フォルダ、または gs://バケット） where releases are kept: a folder, or gs://bucket
  （ほかに何もなければ）     保留しているブックと、その理由を並べます otherwise lists held workbooks, and why
  --let-through WORKBOOK  「これで正しいですか」に「はい」と答えます。次の取り込みで、いまの内容を使います
                          （そのあと内容が変わって違いが別のものになれば、もう一度たずねます）
                          answers yes to what is asked of that workbook: the next ingest uses its contents, unless
                          they differ otherwise by then
  --send                  ほんとうに答えます（なければ、何をするかを示すだけ） really does so; left out, it is only shown

終了コード Exit codes: 0, 2 できなかった it could not be done, 64 使い方の誤り wrong usage`;

await runCommand({
  usage,
  exitFailed: 2,
  async body() {
    const { values } = parseArgs({
      options: {
        store: { type: 'string' },
        'let-through': { type: 'string' },
        send: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const store = await openFilledStore(values.store, '--store');
    const states = [...(await readAllStates(store)).values()].flatMap(({ state }) => state ?? []);
    const workbook = values['let-through'];
    if (workbook === undefined) {
      const held = states.filter(({ hold }) => hold !== null);
      process.stdout.write(held.length === 0 ? '保留しているブックはありません。 No workbook is held.\n' : '');
      process.stdout.write(held.map((state) => `${describe(state)}\n`).join('\n'));
      return 0;
    }
    const state = states.find((one) => one.workbook === workbook);
    if (state?.question == null)
      throw new WrongUsage(
        `「${workbook}」には、たずねていることがありません。 Nothing is asked of "${workbook}" (see the list for ids).`,
      );
    process.stdout.write(`${describe(state)}\n`);
    // Said once, it is recorded once.
    if (state.letThrough === state.question.id) return 0;
    if (!values.send) {
      process.stdout.write(
        '\nまだ何もしていません。これで正しければ、--send を付けてもう一度どうぞ。 Nothing was done yet: add --send if it is right.\n',
      );
      return 0;
    }
    await answer(state, state.question, store);
    process.stdout.write('\n次の取り込みで使います。 The next ingest uses it.\n');
    return 0;
  },
});

async function answer(
  { workbook, municipality }: WorkbookState,
  { id, count }: { readonly id: string; readonly count: number },
  store: Store,
): Promise<void> {
  await appendAudit(store, {
    format: 1,
    at: systemClock.now().toISOString(),
    action: 'let-through',
    actor: null,
    subject: workbook,
    facts: { ...(municipality !== null && { municipality }), question: id, changes: count, by: 'command' },
  });
  if ((await letThrough({ workbook, question: id }, store)) === 'unknown')
    throw new Error(
      'ちょうど読み直されました。もう一度一覧をご覧ください。 It has just been read anew; please see the list again.',
    );
}

function describe({ workbook, name, hold, question, letThrough: answered, ingested }: WorkbookState): string {
  if (hold === null) return '';
  const { code, facts, since } = hold;
  const kept = ingested === null ? '値なし no figures' : '前回の値を表示 last good figures shown';
  return [
    `${workbook}  ${name}  ${since}から since ${since}（${kept}）`,
    `  ${describeFailure(code, facts, 'ja')}`,
    `  ${describeFailure(code, facts, 'en')}`,
    ...(question?.changes ?? []).map((change) => {
      const words = [`change/${wordsOf(change)}`, factsOf(change)] as const;
      return `  - ${describeFailure(...words, 'ja')} ${describeFailure(...words, 'en')}`;
    }),
    ...(question !== null && answered === question.id
      ? ['  はい、と答えてあります。次の取り込みで使います。 Answered with yes; the next ingest uses it.']
      : []),
  ].join('\n');
}
