/** A run in a few lines for people: what was taken in, what is held and why, Japanese then English. */
import type { RunResult } from '#functions/run.ts';
import { describeFailure } from '#sheets-schema';

const number = new Intl.NumberFormat('en-US');

/** Where there is nothing to read: said beside whatever else is said, also where only JSON is asked for. */
export function describeEmptyFolder(folder: string): string {
  return `${describeFailure('folder/empty', { folder }, 'ja')} ${describeFailure('folder/empty', { folder }, 'en')}`;
}

/** @param longest how many held workbooks are named before the rest is only counted */
export function describeRun(result: RunResult, longest = 20): string {
  return [...describeOutcome(result), ...describeCounts(result), ...describeHeld(result, longest)].join('\n');
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

function describeHeld({ held }: RunResult, longest: number): readonly string[] {
  if (held.length === 0) return [];
  const lines = held
    .slice(0, longest)
    .flatMap(({ workbook, reason, keepsFigures }) => [
      `- ${workbook}${keepsFigures ? '（前の値を表示しています last good figures stay）' : ''}`,
      `  ${reason.ja}`,
      `  ${reason.en}`,
    ]);
  const rest = held.length > longest ? [`ほか${held.length - longest}件 and ${held.length - longest} more`] : [];
  return ['', '保留しているブック Held:', ...lines, ...rest];
}
