/** What a campaign of mutated workbooks prints. */
import type { PartResult } from './campaign.ts';

export function describeCampaign(
  { outcomes, changes, acceptedRows, bytes, slowest, found }: PartResult,
  {
    seed,
    count,
    processorSeconds,
  }: { readonly seed: string; readonly count: number; readonly processorSeconds: number },
): string {
  const lines = [
    `壊した帳票 mutated workbooks: ${count} (--seed ${seed}), ${Math.round(bytes / 1e6)} MB, 採用した行 accepted rows: ${acceptedRows}`,
    `処理時間 processor seconds: ${processorSeconds.toFixed(0)} (${((processorSeconds * 1000) / count).toFixed(1)} ms/workbook)`,
    ...table('結果 outcomes', outcomes),
    ...table('壊し方 changes', changes),
    `遅かったもの slowest: ${slowest.map(([milliseconds, index]) => `${index} (${Math.round(milliseconds)} ms)`).join(', ')}`,
    `見つかったもの found: ${found.length}`,
    ...found.map(
      ({ index, wrong, plan }) => `  --seed ${seed} --from ${index} --count 1: ${wrong.join('; ')} [${plan}]`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function table(title: string, counts: Readonly<Record<string, number>>): readonly string[] {
  const rows = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  return [title, ...rows.map(([name, count]) => `  ${String(count).padStart(7)}  ${name}`)];
}
