/** What a check of a store has found, and what mends it, in words for a terminal. Pure. */
import type { StoreCheck, StoreTrouble } from '#functions/keep/check-store.ts';
import type { Cure } from '#functions/keep/repair-store.ts';
import type { WholeRepair } from '#functions/keep/repair-whole.ts';

const kinds: Readonly<Record<StoreTrouble['kind'], string>> = {
  damaged: 'こわれています damaged',
  missing: 'ありません missing',
  unlike: '形が違います not of the form that is expected',
  malformed: '読めません cannot be read',
  unreachable:
    'いまは読めませんでした（あるかどうか分かりません） could not be read just now (whether it is there is not known)',
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
  later:
    'いまは何もしません。読めるようになってからもう一度お試しください nothing is done to it now: try again when the store can be read',
};

function describeTrouble(trouble: StoreTrouble): string {
  const place = placeOf(trouble);
  return `${trouble.name}: ${kinds[trouble.kind]}${place === '' ? '' : `\n  ${place}`}`;
}

function placeOf(trouble: StoreTrouble): string {
  if (trouble.kind === 'malformed') return '';
  if (trouble.kind === 'unreachable') return trouble.reason;
  return trouble.needed?.place ?? 'どこからも使われていません needed by nothing';
}

/** Whether the store failed at some of it, so that nothing is known of the whole. */
export function isKnown(check: StoreCheck): boolean {
  return check.troubles.every(({ kind }) => kind !== 'unreachable');
}

export function describeCheck(check: StoreCheck): string {
  const { objects, pointers, orphans, ofOtherVersions, troubles } = check;
  const counted = [
    `ファイル${objects}個・しるし${pointers}個を確かめました。 ${objects} objects and ${pointers} pointers checked.`,
    ...(orphans === null
      ? []
      : [
          `どこからも使われていないもの${orphans}個（npm run releases -- prune で消えます） ${orphans} objects that nothing needs (prune removes them)`,
        ]),
    ...(ofOtherVersions > 0 ? [`前の版の形のもの${ofOtherVersions}個 ${ofOtherVersions} of an earlier version`] : []),
  ];
  if (troubles.length === 0) return `${[...counted, 'そろっています。 The store is whole.'].join('\n')}\n`;
  if (!isKnown(check)) {
    const unread = troubles.filter(({ kind }) => kind === 'unreachable').length;
    const words = `保存場所が応じず、${unread}個が読めませんでした。そろっているかどうかはまだ言えません。しばらくしてからもう一度確かめてください。 The store did not answer for ${unread}; whether it is whole cannot be said yet. Check again in a while.`;
    return `${[...troubles.map(describeTrouble), ...counted, words].join('\n')}\n`;
  }
  const mend =
    'npm run store -- repair --store … [--from 控え] で、直せるものが分かります。 npm run store -- repair says what can be mended.';
  return `${[...troubles.map(describeTrouble), ...counted, `そろっていません（${troubles.length}件）。 The store is not whole: ${troubles.length} troubles.`, mend].join('\n')}\n`;
}

export function describeRepair({ remedies, mayUncoverMore, brokeOff }: WholeRepair, isSent: boolean): string {
  if (remedies.length === 0)
    return 'そろっています。直すものはありません。 The store is whole; there is nothing to mend.\n';
  const lines = remedies.map(({ trouble, cure }) => `${describeTrouble(trouble)}\n  → ${cures[cure]}`);
  return `${[...lines, endOfRepair()].join('\n')}\n`;

  function endOfRepair(): string {
    if (brokeOff)
      return '途中で、保存場所に読めないものが出ました。そこまでは直しました。しばらくしてからもう一度お試しください。 Some of the store could not be read any more; what comes before is mended. Try again in a while.';
    if (remedies.some(({ cure }) => cure === 'later'))
      return '保存場所に読めないものがあるので、何も変えていません。しばらくしてからもう一度お試しください。 Some of the store could not be read, so nothing was changed; try again in a while.';
    if (isSent)
      return '直しました。次の取り込みのあとで、もう一度 check してください。 Mended; check again after the next ingest.';
    const more = mayUncoverMore
      ? 'ここに挙げたものを戻すと、そこからつながる欠けも見つかることがあります（続けて直します）。 Putting these back may bring more to light, which is then mended too.\n'
      : '';
    return `${more}まだ何もしていません。--send を付けると直します。 Nothing is done yet: --send does it.`;
  }
}
