/** What a check of a store has found, and what mends it, in words for a terminal. Pure. */
import type { StoreCheck, StoreTrouble } from '#functions/keep/check-store.ts';
import type { Cure, Remedy } from '#functions/keep/repair-store.ts';

const kinds: Readonly<Record<StoreTrouble['kind'], string>> = {
  damaged: 'こわれています damaged',
  missing: 'ありません missing',
  unlike: '形が違います not of the form that is expected',
  malformed: '読めません cannot be read',
};

const cures: Readonly<Record<Cure, string>> = {
  copied: '控えから戻します out of the backup',
  removed: '使われていないので消します nobody needs it, so it is removed',
  'read-again': '次の取り込みで、ブックから読み直します the next ingest reads the workbook again',
  'computed-again': '次の取り込みで、計算し直します the next ingest computes it again',
  dropped:
    '一覧から外します（1つ前の版が、次の取り込みまで見えます） leaves the list; the one before it is shown until the next ingest',
  nothing:
    '控えからだけ戻せます（--from）。なければ、ほかの公開版に戻してください only a backup has it (--from); else go back to another release',
};

function describeTrouble(trouble: StoreTrouble): string {
  const place =
    trouble.kind === 'malformed' ? '' : (trouble.needed?.place ?? 'どこからも使われていません needed by nothing');
  return `${trouble.name}: ${kinds[trouble.kind]}${place === '' ? '' : `\n  ${place}`}`;
}

export function describeCheck(check: StoreCheck): string {
  const { objects, pointers, orphans, ofOtherVersions, troubles } = check;
  const counted = [
    `ファイル${objects}個・しるし${pointers}個を確かめました。 ${objects} objects and ${pointers} pointers checked.`,
    `どこからも使われていないもの${orphans}個（npm run releases -- prune で消えます） ${orphans} objects that nothing needs (prune removes them)`,
    ...(ofOtherVersions > 0 ? [`前の版の形のもの${ofOtherVersions}個 ${ofOtherVersions} of an earlier version`] : []),
  ];
  if (troubles.length === 0) return `${[...counted, 'そろっています。 The store is whole.'].join('\n')}\n`;
  const mend =
    'npm run store -- repair --store … [--from 控え] で、直せるものが分かります。 npm run store -- repair says what can be mended.';
  return `${[...troubles.map(describeTrouble), ...counted, `そろっていません（${troubles.length}件）。 The store is not whole: ${troubles.length} troubles.`, mend].join('\n')}\n`;
}

export function describeRemedies(remedies: readonly Remedy[], isSent: boolean): string {
  if (remedies.length === 0)
    return 'そろっています。直すものはありません。 The store is whole; there is nothing to mend.\n';
  const lines = remedies.map(({ trouble, cure }) => `${describeTrouble(trouble)}\n  → ${cures[cure]}`);
  const end = isSent
    ? '直しました。次の取り込みのあとで、もう一度 check してください。 Mended; check again after the next ingest.'
    : 'まだ何もしていません。--send を付けると直します。 Nothing is done yet: --send does it.';
  return `${[...lines, end].join('\n')}\n`;
}
