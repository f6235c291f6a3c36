/** The tabs together, in the order in which they stand in a workbook. */
import { actions } from './tables/actions.ts';
import { activities } from './tables/activities.ts';
import { aliases } from './tables/aliases.ts';
import { areas } from './tables/areas.ts';
import { cases } from './tables/cases.ts';
import { codeLists } from './tables/code-lists.ts';
import { findings } from './tables/findings.ts';
import { goals } from './tables/goals.ts';
import { meetings } from './tables/meetings.ts';
import { profile } from './tables/profile.ts';
import { totals } from './tables/totals.ts';

/** 様式版: the version of the template that this definition describes. Any change to tabs or columns raises it. */
export const templateVersion = '3';

/** All tabs by their English names. */
export const tables = {
  profile,
  areas,
  cases,
  actions,
  meetings,
  activities,
  totals,
  goals,
  codeLists,
  aliases,
  findings,
};
