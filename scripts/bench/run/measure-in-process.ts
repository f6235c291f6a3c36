/** Measures runs in this process and says the measurements as JSON: how many workbooks, cases a month of each, rounds. */
import { measureRuns } from '../run.ts';

const [workbooks = 1, cases = 1, rounds = 1] = process.argv.slice(2).map(Number);
const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);
const measured = measureRuns(workbooks, cases, rounds, { say, atEnd: () => undefined });
void measured.then((all) => process.stdout.write(`${JSON.stringify(all)}\n`));
