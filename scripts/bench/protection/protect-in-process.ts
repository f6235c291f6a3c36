/** Protects the tables of so many towns once, and says the memory it took. */
import { loadSolver } from '#functions/adapters/highs/solver.ts';
import { protect } from '#functions/protect/protect.ts';
import { sayPeak } from '../peak-memory.ts';
import { makeTables } from '../protection.ts';

const tables = makeTables(Number(process.argv[2]));
const { report } = protect({ tables, zeros: 'shown', solver: await loadSolver() });
if (!report.isSafe) throw new Error('The towns were not protected');
sayPeak();
