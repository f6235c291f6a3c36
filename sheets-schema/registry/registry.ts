/** 登録簿 (the registry): which workbooks are read, who may see what, what is compared with, and what is hidden. A workbook of its own, with these tabs. */
import { guides } from './guides.ts';
import { people } from './people.ts';
import { protections } from './protections.ts';
import { registrations } from './registrations.ts';

/** All tabs by their English names, in order. */
export const registryTables = { registrations, people, guides, protections };

export type { GuideRow } from './guides.ts';
export type { PersonRow } from './people.ts';
export type { ProtectionRow } from './protections.ts';
export type { RegistrationRow } from './registrations.ts';
