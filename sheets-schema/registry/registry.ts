/** 登録簿 (the registry): which workbooks are read, and who may see what. A workbook of its own, with these tabs. */
import { people } from './people.ts';
import { registrations } from './registrations.ts';

/** All tabs by their English names, in order. */
export const registryTables = { registrations, people };

export type { PersonRow } from './people.ts';
export type { RegistrationRow } from './registrations.ts';
