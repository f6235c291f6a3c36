/** Reads parts of the rows with one reader, or only makes them, and says the memory it took. */
import { sayPeak } from '../peak-memory.ts';
import { readerNames, readers } from './readers.ts';
import { typeRows } from './typed-rows.ts';

const [wanted, parts, rowsOfPart] = process.argv.slice(2);
const name = readerNames.find((one) => one === wanted);
for (let part = 0; part < Number(parts); part += 1) {
  const rows = typeRows(part, Number(rowsOfPart), 'clean');
  if (name !== undefined) readers[name](rows)();
}
sayPeak();
