/** What npm run releases says of itself. */
export const usage = `使い方 Usage: npm run releases -- [list | compare A B | roll-back R | restore R | prune] --store PLACE

  --store PLACE        保存場所。フォルダか gs://バケット where releases are kept: a folder or gs://bucket
  公開版 A, B, R       current（いまの版）, previous（その前の版）, yesterday（昨日の終わりの版）, 2026-11-01（その日の終わりの版）,
                       または名前（はじめの8文字から） or a release's name (its first eight characters are enough)

  list [--newest N] [--json]
                       公開版を新しい順に、いつ・何が変わったか lists the releases, newest first, and what changed (20 unless told otherwise)
  compare A B [--municipality CODE] [--json]
                       AからBまでに、どの市町村のどの数字がどう変わったか which figures of which municipality moved from A to B
  roll-back R          その公開版に戻します。次の取り込みで、いまのブックから公開し直します
                       （いまより緩い秘匿の決まりで作った都道府県・一般向けの数字は、それまで見せません）
                       makes that release current again; the next ingest publishes anew from the workbooks (figures
                       for others made under a looser rule on small numbers than today's are not shown until then)
  restore R [--from BACKUP [--at TIME]]
                       古い公開版を、控えからでも、いまの版にします makes an old release current again, also out of a backup
  prune [--dry-run]    90日間は毎日、10年間は毎月の最後の版を残し、ほかを消します
                       keeps the last release of each day for 90 days and of each month for ten years, and removes the rest
  prune --keep N       新しいN版だけ残し、ほかは消します keeps the newest N and removes the rest
                       （1時間以内に書いたものは、どちらでも残します nothing written within the last hour is removed）

操作の記録に残る名前 --actor ADDRESS who is on record for roll-back and restore

終了コード Exit codes: 0, 2 できなかった it could not be done,
                       3 読めないものがあり、まだ分からない（list, compare） some could not be read just now, so it is not known (list, compare),
                       64 使い方の誤り wrong usage`;
