/** 登録簿 (the registry): which workbooks are read, who may see what, and what is compared with. A workbook of its own, with these tabs. */
import { guides } from './guides.ts';
import { people } from './people.ts';
import { registrations } from './registrations.ts';

/** All tabs by their English names, in order. */
export const registryTables = { registrations, people, guides };

export type { GuideRow } from './guides.ts';
export type { PersonRow } from './people.ts';
export type { RegistrationRow } from './registrations.ts';
