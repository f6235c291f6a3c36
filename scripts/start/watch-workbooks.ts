/** Says when a workbook in a folder has been changed, once the program that writes it has finished. */
import { basename } from 'node:path';
import { watch } from 'chokidar';

/** Hidden files and what Excel and LibreOffice put beside a workbook that is open. */
const ignored = /^(?:\..+|~\$.*|~.*\.tmp|.*\.tmp|\.~lock.*|thumbs\.db|desktop\.ini)$/i;

export interface Watcher {
  close(): Promise<void>;
}

/** Settles once the folder is watched; `onChange` is called after files have kept their size for a moment. */
export async function watchWorkbooks(folder: string, onChange: () => void): Promise<Watcher> {
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path) => path !== folder && ignored.test(basename(path)),
    awaitWriteFinish: { stabilityThreshold: 400, pollInterval: 100 },
  });
  watcher.on('all', onChange);
  watcher.on('error', () => undefined);
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return { close: async () => await watcher.close() };
}
