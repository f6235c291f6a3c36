/** A run in a few lines for people: what was taken in, what is left, what is held and why, Japanese then English. */
import type { RunResult } from '#functions/run.ts';
import { describeFailure } from '#sheets-schema';

const number = new Intl.NumberFormat('en-US');

/** Where there is nothing to read: said beside whatever else is said, also where only JSON is asked for. */
export function describeEmptyFolder(folder: string): string {
  return `${describeFailure('folder/empty', { folder }, 'ja')} ${describeFailure('folder/empty', { folder }, 'en')}`;
}

/** @param longest how many workbooks of a kind are named before the rest is only counted */
export function describeRun(result: RunResult, longest = 20): string {
  return [
    ...describeOutcome(result),
    ...describeCounts(result),
    ...describeWithheld(result),
    ...describePostponed(result),
    ...describeHeld(result, longest),
    ...describeUnanswered(result, longest),
  ].join('\n');
}

function describeOutcome({ outcome, workbooks }: RunResult): readonly string[] {
  if (outcome === 'published') return ['公開しました。 Published.'];
  if (outcome === 'unchanged')
    return ['変わりありません。前の公開版のままです。 Nothing changed; the last release stands.'];
  return workbooks === 0 ? [] : ['公開できるブックがありませんでした。 No workbook could be published.'];
}

function describeCounts(result: RunResult): readonly string[] {
  const [workbooks, accepted, unchanged, held, municipalities, read, counted, errors, notices] = [
    result.workbooks,
    result.accepted,
    result.unchanged,
    result.held.length,
    result.municipalities,
    result.rows.read,
    result.rows.accepted,
    result.findings.errors,
    result.findings.notices,
  ].map((count) => number.format(count));
  return [
    `ブック${workbooks}（新しく取り込み${accepted}・変更なし${unchanged}・保留${held}）、${municipalities}市町村、${read}行のうち${counted}行を数えました（エラー${errors}・注意${notices}）。`,
    `Workbooks: ${workbooks} (${accepted} taken in, ${unchanged} unchanged, ${held} held). Municipalities: ${municipalities}. Rows: ${counted} of ${read} counted (errors ${errors}, notices ${notices}).`,
  ];
}

function describeWithheld({ withheld }: RunResult): readonly string[] {
  if (withheld.length === 0) return [];
  const names = withheld.join(', ');
  return [
    `少ない件数が逆算できるため、前の公開版のままか、その年度を示していません: ${names}`,
    `Small numbers could be worked out of the new figures, so the last ones stay, or nothing is shown of those years, for: ${names}`,
  ];
}

function describePostponed({ postponed }: RunResult): readonly string[] {
  if (postponed === 0) return [];
  const count = number.format(postponed);
  return [
    `時間になったので、${count}ブックは次の回に読みます。それまでは前の値のままです。`,
    `Time was up: ${count} workbooks are left to the next run. Until then their last figures stay.`,
  ];
}

function describeHeld({ held }: RunResult, longest: number): readonly string[] {
  const say = ({ workbook, keepsFigures }: RunResult['held'][number]) =>
    `- ${workbook}${keepsFigures ? '（前の値を表示しています last good figures stay）' : ''}`;
  return describeTroubles('保留しているブック Held:', held, say, longest);
}

function describeUnanswered({ unanswered }: RunResult, longest: number): readonly string[] {
  const say = ({ workbook, since }: RunResult['unanswered'][number]) => `- ${workbook}（${since}から since ${since}）`;
  return describeTroubles(
    'チェック結果を書き込めないブック Findings could not be written into:',
    unanswered,
    say,
    longest,
  );
}

function describeTroubles<Trouble extends { readonly reason: { readonly ja: string; readonly en: string } }>(
  title: string,
  troubles: readonly Trouble[],
  say: (trouble: Trouble) => string,
  longest: number,
): readonly string[] {
  if (troubles.length === 0) return [];
  const lines = troubles
    .slice(0, longest)
    .flatMap((trouble) => [say(trouble), `  ${trouble.reason.ja}`, `  ${trouble.reason.en}`]);
  const more = troubles.length - longest;
  return ['', title, ...lines, ...(more > 0 ? [`ほか${more}件 and ${more} more`] : [])];
}
