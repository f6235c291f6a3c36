/** Reads a file with one of the readers, and says the memory it took. */
import { sayPeak } from '../peak-memory.ts';
import { readerNames, readers } from './readers.ts';

const [wanted, path = ''] = process.argv.slice(2);
const name = readerNames.find((one) => one === wanted);
if (name !== undefined && (await readers[name](path)).length === 0) throw new Error(`${name} read nothing`);
sayPeak();
