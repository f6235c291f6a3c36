/** The estimated monthly cost, with its arithmetic. docs/cost.md holds what this says. */
import { type Price, prices, pricesAsOf, yenPerDollar } from './prices.ts';
import { estimateMonth } from './workload.ts';

const names: Readonly<Record<keyof typeof prices, string>> = {
  cpuSeconds: 'Cloud Run vCPU 秒',
  gibSeconds: 'Cloud Run メモリ GiB 秒',
  requests: 'Cloud Run 呼び出し',
  egressGib: '通信 GiB',
  storedGib: '保管 GiB',
  operationsA: '保管 書き込み・一覧',
  operationsB: '保管 読み取り',
  tasks: 'Cloud Tasks',
  jobs: 'Cloud Scheduler 予定',
  secretVersions: 'Secret Manager',
  hostingGib: 'Firebase Hosting GiB',
};

/** Dollars of a month, for so much, beyond what is free. */
export function dollarsOf(amount: number, { dollars, per, free }: Price): number {
  return (Math.max(0, amount - free) / per) * dollars;
}

export function totalOf(municipalities: number): number {
  const quantities = estimateMonth(municipalities);
  return keys().reduce((sum, key) => sum + dollarsOf(quantities[key].amount, prices[key]), 0);
}

/** As Markdown. */
export function describeCost(counts: readonly number[]): string {
  return `${counts.map(describeMonth).join('\n')}\n価格は ${pricesAsOf} の東京リージョンの定価（${[...new Set(keys().map((key) => prices[key].page))].join('、')}）。1ドル${yenPerDollar}円で換算。
Prices: list prices of asia-northeast1 as of ${pricesAsOf}; look at the pages named before you decide. 1 USD = ${yenPerDollar} JPY.
`;
}

function describeMonth(municipalities: number): string {
  const quantities = estimateMonth(municipalities);
  const lines = keys().map((key) => {
    const { amount, how } = quantities[key];
    const { dollars, per, free } = prices[key];
    const cost = dollarsOf(amount, prices[key]);
    return `| ${names[key]} | ${show(amount)} | ${show(free)} | ${dollars} / ${show(per)} | ${cost.toFixed(2)} | ${how} |`;
  });
  const total = totalOf(municipalities);
  return `## ${municipalities.toLocaleString('en')}市区町村 municipalities: 月 約${Math.round(total * yenPerDollar).toLocaleString('en')}円 about ${total.toFixed(2)} USD a month

| | 量 amount | 無料分 free | 単価 price (USD) | USD | 内訳 arithmetic |
|---|--:|--:|--:|--:|---|
${lines.join('\n')}
| 合計 total | | | | ${total.toFixed(2)} | |
`;
}

function keys(): readonly (keyof typeof prices)[] {
  return Object.keys(prices) as (keyof typeof prices)[];
}

function show(amount: number): string {
  return amount.toLocaleString('en', { maximumFractionDigits: amount < 100 ? 2 : 0 });
}
