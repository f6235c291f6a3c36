/** 利用者 as they lie in the store (the pointer 'people'), from where the read API takes who may see what. Types only. */
import type { RegisteredPerson } from './registration.ts';

/** One role of a person or a group. */
export type GivenRole = Omit<RegisteredPerson, 'row'>;

export interface PeopleList {
  readonly format: 1;
  /** When the registry was last seen to say so, in ISO 8601; renewed now and then while nothing changes. */
  readonly checkedAt: string;
  readonly people: readonly GivenRole[];
}
