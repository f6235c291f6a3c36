/** 備考: the one column of every tab that is for the office alone. */
import { text } from '../define-column.ts';

/** Free for any use, and never read. */
export const noteColumn = text({
  header: '備考',
  aliases: ['メモ', '特記事項'],
  isRead: false,
  help: { ja: '自由に使える欄です。読み取りません。', en: 'For your own use; never read.' },
  example: '',
});
