/** What npm run store says of itself. */
export const usage = `使い方 Usage: npm run store -- check | repair | backup | backups | restore --store PLACE …

  --store PLACE        保存場所。フォルダか gs://バケット where releases are kept: a folder or gs://bucket

  check [--json]       保存場所がそろっているか、ファイルを1つずつ確かめます（何も変えません）
                       whether the store is whole: every file against its name, every reference (changes nothing)
  repair [--from BACKUP [--at TIME]] [--send]
                       欠けたものを控えから補うか、次の取り込みで作り直されるようにします
                       fills what is missing out of a backup, or lets the next ingest make it anew
  backup --to PLACE [--keep N]
                       控えを取ります。前の控えがあれば、増えた分だけ写します（取り込みの途中でも取れます）
                       makes a backup: only what is not there yet is copied; runs may go on meanwhile
                       --keep N: 取った控えを読み直して確かめたあとで、新しいほうからN個を残し、古い控えを消します
                       （確かめられなければ、1つも消しません。なければ、控えはたまり続けます）
                       --keep N: once the new one was read back and found whole, only the newest N stay
                       (otherwise none is thrown away; left out, every backup stays)
  backups              控えの一覧 lists the backups in a place (--store names that place)
  restore --from PLACE [--at TIME] [--into-existing] [--send]
                       控え（またはほかの保存場所）から、空の保存場所に戻します。いつの控えかは --at 2026-11-01 のように
                       puts a backup (or another store) back into an empty store; --at names the moment, like 2026-11-01
                       （空でない保存場所には --into-existing。秘匿と操作の記録は、いまあるものを残します
                       a store that is not empty needs --into-existing; what it remembers of protection and its audit log stay)

  --send               本当に変えます（repair と、空でない保存場所への restore。なければ、することだけを表示します）
                       really does it (repair, and restore into a store that is not empty); otherwise only says what it would do
  --actor ADDRESS      操作の記録に残る名前 who is on record for a restoration

終了コード Exit codes: 0, 1 そろっていない not whole, 2 できなかった it could not be done,
                       3 読めないものがあり、まだ分からない（repair は何も変えません） some could not be read just now, so it is not known (repair changes nothing),
                       64 使い方の誤り wrong usage`;
